/** Items between the database and the model: what someone owes by a day. */
import type { AgreedItemState } from "@ginkgo/shared/api/agreed-items.ts";
import { sql } from "kysely";
import type { Tx } from "../../platform/db/database.ts";
import { appendEvents } from "../../platform/events.ts";
import { newId } from "../../platform/ids.ts";
import type { Actor } from "../authority/index.ts";
import { anyOf } from "./scope.ts";

export interface Item {
  readonly id: string;
  readonly version: number;
  readonly source: { readonly type: "agreement" | "meeting"; readonly id: string };
  readonly nodeId: string;
  readonly what: string;
  readonly ownerNodeId: string | null;
  readonly ownerId: string | null;
  readonly ownerName: string;
  readonly due: string;
  readonly progress: number;
  readonly state: AgreedItemState;
  readonly note: string | null;
  readonly doneAt: Date | null;
  readonly doneBy: string | null;
}

export const itemColumns = [
  "i.id",
  "i.version",
  "i.source_type",
  "i.source_id",
  "i.node_id",
  "i.what",
  "i.owner_node_id",
  "i.owner_id",
  "i.owner_name",
  "i.due_on",
  "i.progress",
  "i.state",
  "i.note",
  "i.done_at",
  "i.done_name",
] as const;

export const selectItems = (tx: Tx) =>
  tx.sql.selectFrom("agreed_items as i").select(itemColumns).where("i.tenant_id", "=", tx.tenant);

export type ItemRow = Awaited<ReturnType<ReturnType<typeof selectItems>["execute"]>>[number];

export const itemOf = (row: ItemRow): Item => ({
  id: row.id,
  version: row.version,
  source: { type: row.source_type as Item["source"]["type"], id: row.source_id },
  nodeId: row.node_id,
  what: row.what,
  ownerNodeId: row.owner_node_id,
  ownerId: row.owner_id,
  ownerName: row.owner_name,
  due: row.due_on,
  progress: row.progress,
  state: row.state as AgreedItemState,
  note: row.note,
  doneAt: row.done_at,
  doneBy: row.done_name,
});

export const itemsOfSource = async (tx: Tx, sourceId: string): Promise<Item[]> =>
  (await selectItems(tx).where("i.source_id", "=", sourceId).orderBy("i.position").orderBy("i.id").execute()).map(
    itemOf,
  );

export const lockItem = async (tx: Tx, id: string): Promise<Item | undefined> => {
  const row = await selectItems(tx).where("i.id", "=", id).forUpdate().executeTakeFirst();
  return row ? itemOf(row) : undefined;
};

export const findItem = async (tx: Tx, id: string): Promise<Item | undefined> => {
  const row = await selectItems(tx).where("i.id", "=", id).executeTakeFirst();
  return row ? itemOf(row) : undefined;
};

export interface NewItem {
  readonly what: string;
  readonly ownerNodeId: string | null;
  readonly ownerId: string | null;
  readonly ownerName: string;
  readonly due: string;
}

export interface Source {
  readonly type: "agreement" | "meeting";
  readonly id: string;
  readonly nodeId: string;
  readonly areaId: string;
}

export const insertItems = async (
  tx: Tx,
  actor: Actor,
  source: Source,
  items: readonly NewItem[],
  state: "planned" | "open",
  at: Date,
): Promise<readonly string[]> => {
  if (items.length === 0) return [];
  const made = items.map((item, position) => ({ item, position, id: newId() }));
  await tx.sql
    .insertInto("agreed_items")
    .values(
      made.map(({ item, position, id }) => ({
        tenant_id: tx.tenant,
        id,
        version: 1,
        source_type: source.type,
        source_id: source.id,
        position,
        node_id: source.nodeId,
        area_id: source.areaId,
        what: item.what,
        owner_node_id: item.ownerNodeId,
        owner_id: item.ownerId,
        owner_name: item.ownerName,
        due_on: item.due,
        progress: 0,
        state,
        created_at: at,
      })),
    )
    .execute();
  await appendEvents(
    tx,
    made.map(({ item, id }) => ({
      subjectType: "agreed-item",
      subjectId: id,
      seq: 1,
      type: "begin",
      actor,
      at,
      data: { label: "定下事项", text: `${item.what}（${item.ownerName}，${item.due} 前）` },
    })),
  );
  return made.map(({ id }) => id);
};

/** Of a draft that is being rewritten: nobody has answered for any of them yet. */
export const clearItems = async (tx: Tx, sourceId: string): Promise<void> => {
  await tx.sql
    .deleteFrom("agreed_items")
    .where("tenant_id", "=", tx.tenant)
    .where("source_id", "=", sourceId)
    .where("state", "=", "planned")
    .execute();
};

/** All of an agreement's at once, with the agreement itself. */
export const moveItems = async (
  tx: Tx,
  sourceId: string,
  from: AgreedItemState,
  to: AgreedItemState,
): Promise<void> => {
  await tx.sql
    .updateTable("agreed_items")
    .set({ state: to, version: sql`version + 1` })
    .where("tenant_id", "=", tx.tenant)
    .where("source_id", "=", sourceId)
    .where("state", "=", from)
    .execute();
};

export interface ItemChange {
  readonly due?: string;
  readonly owner?: Pick<NewItem, "ownerNodeId" | "ownerId" | "ownerName">;
  readonly progress?: number;
  readonly state?: AgreedItemState;
  readonly note?: string | null;
  readonly done?: { readonly at: Date; readonly by: string; readonly name: string } | null;
}

export interface ItemSaid {
  readonly type: string;
  readonly label: string;
  readonly text: string;
  readonly photos?: readonly string[];
  readonly at: Date;
}

/** The caller has locked it. */
export const saveItem = async (
  tx: Tx,
  actor: Actor,
  before: Item,
  change: ItemChange,
  said: ItemSaid,
): Promise<Item> => {
  const { due, owner, progress, state, note, done } = change;
  const row = await tx.sql
    .updateTable("agreed_items")
    .set({
      version: before.version + 1,
      ...(due === undefined ? {} : { due_on: due }),
      ...(owner === undefined
        ? {}
        : { owner_node_id: owner.ownerNodeId, owner_id: owner.ownerId, owner_name: owner.ownerName }),
      ...(progress === undefined ? {} : { progress }),
      ...(state === undefined ? {} : { state }),
      ...(note === undefined ? {} : { note }),
      ...(done === undefined
        ? {}
        : { done_at: done?.at ?? null, done_by: done?.by ?? null, done_name: done?.name ?? null }),
    })
    .where("tenant_id", "=", tx.tenant)
    .where("id", "=", before.id)
    .returning("version")
    .executeTakeFirstOrThrow();
  await appendEvents(tx, [
    {
      subjectType: "agreed-item",
      subjectId: before.id,
      seq: row.version,
      type: said.type,
      actor,
      at: said.at,
      data: { label: said.label, text: said.text, photos: said.photos ?? [] },
    },
  ]);
  const after = await findItem(tx, before.id);
  if (!after) throw new Error("what was saved is there");
  return after;
};

export interface ItemCounts {
  readonly items: number;
  readonly itemsDone: number;
  readonly itemsLate: number;
}
export const noItems: ItemCounts = { items: 0, itemsDone: 0, itemsLate: 0 };

/** Of many sources at once; what was dropped is not counted. */
export const countItems = async (
  tx: Tx,
  sourceIds: readonly string[],
  today: string,
): Promise<Map<string, ItemCounts>> => {
  if (sourceIds.length === 0) return new Map();
  const { rows } = await sql<{ source_id: string; items: number; done: number; late: number }>`
    select source_id, count(*)::int as items, (count(*) filter (where state = 'done'))::int as done,
      (count(*) filter (where state = 'open' and due_on < ${today}::date))::int as late
    from agreed_items where tenant_id = ${tx.tenant} and source_id = ${anyOf(sourceIds)} and state <> 'dropped'
    group by source_id`.execute(tx.sql);
  return new Map(
    rows.map(({ source_id, items, done, late }) => [source_id, { items, itemsDone: done, itemsLate: late }]),
  );
};

/** What a source is called, for lists of items. */
export const titlesOf = async (tx: Tx, items: readonly Item[]): Promise<Map<string, string>> => {
  const ids = [...new Set(items.map(({ source }) => source.id))];
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ id: string; title: string }>`
    select id, title from matters where tenant_id = ${tx.tenant} and id = ${anyOf(ids)}
    union all
    select id, title from joint_meetings where tenant_id = ${tx.tenant} and id = ${anyOf(ids)}`.execute(tx.sql);
  return new Map(rows.map(({ id, title }) => [id, title]));
};
