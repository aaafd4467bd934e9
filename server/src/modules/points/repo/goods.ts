/** What is on the shelf. */
import { type RawBuilder, sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import type { Cursor } from "../../../platform/paging.ts";

export interface GoodsRow {
  readonly id: string;
  readonly node_id: string;
  readonly kind: "goods" | "service";
  readonly name: string;
  readonly detail: string;
  readonly price: number;
  readonly stock: number;
  readonly per_person: number | null;
  readonly offered: boolean;
  readonly version: number;
  readonly created_at: Date;
}

const columns = [
  "id",
  "node_id",
  "kind",
  "name",
  "detail",
  "price",
  "stock",
  "per_person",
  "offered",
  "version",
  "created_at",
] as const;

const goods = (tx: Tx) => tx.sql.selectFrom("point_goods as g").select(columns).where("g.tenant_id", "=", tx.tenant);

export type Condition = RawBuilder<boolean>;

/** Newest first. */
export const listGoods = async (
  tx: Tx,
  conditions: readonly Condition[],
  page: { readonly after: Cursor | undefined; readonly limit: number },
): Promise<GoodsRow[]> => {
  let select = goods(tx);
  for (const condition of conditions) select = select.where(condition);
  if (page.after)
    select = select.where(sql<boolean>`(g.created_at, g.id) < (${page.after[0]}::timestamptz, ${page.after[1]}::uuid)`);
  return (await select
    .orderBy("g.created_at", "desc")
    .orderBy("g.id", "desc")
    .limit(page.limit)
    .execute()) as GoodsRow[];
};

export const findGoods = async (tx: Tx, id: string): Promise<GoodsRow | undefined> =>
  (await goods(tx).where("g.id", "=", id).executeTakeFirst()) as GoodsRow | undefined;

/** Whoever takes one of it waits for whoever is taking one. */
export const lockGoods = async (tx: Tx, id: string): Promise<GoodsRow | undefined> =>
  (await goods(tx).where("g.id", "=", id).forUpdate().executeTakeFirst()) as GoodsRow | undefined;

export const insertGoods = async (tx: Tx, row: Omit<GoodsRow, "offered" | "version">): Promise<void> => {
  await tx.sql
    .insertInto("point_goods")
    .values({ tenant_id: tx.tenant, ...row })
    .execute();
};

export const saveGoods = async (
  tx: Tx,
  { id, version }: GoodsRow,
  change: Partial<Pick<GoodsRow, "name" | "detail" | "price" | "per_person" | "offered">>,
): Promise<void> => {
  await tx.sql
    .updateTable("point_goods")
    .set({ ...change, version: version + 1 })
    .where("tenant_id", "=", tx.tenant)
    .where("id", "=", id)
    .execute();
};

/** Taking one makes no new version: who is editing the words is not in the way. */
export const moveStock = async (tx: Tx, id: string, change: number): Promise<void> => {
  await tx.sql
    .updateTable("point_goods")
    .set({ stock: sql`stock + ${change}` })
    .where("tenant_id", "=", tx.tenant)
    .where("id", "=", id)
    .execute();
};

/** Its pictures are exactly these; one that is let go is swept with the other loose uploads. Answers how many it has. */
export const setPhotos = async (tx: Tx, goodsId: string, ownerId: string, ids: readonly string[]): Promise<number> => {
  await tx.sql
    .updateTable("files")
    .set({ subject_type: null, subject_id: null })
    .where("tenant_id", "=", tx.tenant)
    .where("subject_id", "=", goodsId)
    .where(sql<boolean>`id <> all(${[...ids]}::uuid[])`)
    .execute();
  const { rows } = await sql<{ id: string }>`
    update files set subject_type = 'point-goods', subject_id = ${goodsId}
    where tenant_id = ${tx.tenant} and id = any(${[...ids]}::uuid[]) and kind = 'photo'
      and (subject_id = ${goodsId} or (subject_id is null and owner_id = ${ownerId}))
    returning id`.execute(tx.sql);
  return rows.length;
};
