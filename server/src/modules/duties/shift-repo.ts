/** SQL of shifts, who stands on them, and swaps. */
import { sql } from "kysely";
import type { Tx } from "../../platform/db/database.ts";
import { newId } from "../../platform/ids.ts";
import type { Planned } from "./model.ts";
import type { RotaRow } from "./rota-repo.ts";

export type How = "assigned" | "signed-up" | "swapped";

export interface ShiftRow {
  readonly id: string;
  readonly rotaId: string;
  readonly nodeId: string;
  readonly kind: string;
  readonly label: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly needed: number;
  readonly status: "planned" | "cancelled";
  readonly note: string | null;
  readonly reason: string | null;
  readonly version: number;
  readonly rotaName: string;
  readonly rotaPlace: string;
  readonly signUp: boolean;
  readonly people: readonly { readonly id: string; readonly name: string; readonly how: How }[];
}

const columns = [
  "s.id",
  "s.rota_id as rotaId",
  "s.node_id as nodeId",
  "s.kind",
  "s.label",
  "s.starts_at as startsAt",
  "s.ends_at as endsAt",
  "s.needed",
  "s.status",
  "s.note",
  "s.reason",
  "s.version",
  "r.name as rotaName",
  "r.place as rotaPlace",
  "r.sign_up as signUp",
] as const;

const peopleOf = sql<ShiftRow["people"]>`coalesce((
  select json_agg(json_build_object('id', p.account_id, 'name', p.account_name, 'how', p.how) order by p.account_name, p.account_id)
  from shift_people p where p.tenant_id = s.tenant_id and p.shift_id = s.id), '[]')`;

export const selectShifts = (tx: Tx) =>
  tx.sql
    .selectFrom("shifts as s")
    .innerJoin("rotas as r", (join) => join.onRef("r.tenant_id", "=", "s.tenant_id").onRef("r.id", "=", "s.rota_id"))
    .select([...columns, peopleOf.as("people")])
    .where("s.tenant_id", "=", tx.tenant);
export const asShift = (row: object): ShiftRow => row as ShiftRow;

export const findShift = async (tx: Tx, id: string): Promise<ShiftRow | undefined> => {
  const row = await selectShifts(tx).where("s.id", "=", id).executeTakeFirst();
  return row && asShift(row);
};

/** Held until the transaction ends; several in one order, so that two swaps cannot wait for each other. */
export const lockShifts = async (tx: Tx, ids: readonly string[]): Promise<void> => {
  await tx.sql
    .selectFrom("shifts")
    .select("id")
    .where("tenant_id", "=", tx.tenant)
    .where("id", "=", sql<string>`any(${[...ids]}::uuid[])`)
    .orderBy("id")
    .forUpdate()
    .execute();
};

/** Shifts that are there already stay as they are: making them twice makes them once. */
export const insertShifts = async (
  tx: Tx,
  rota: RotaRow,
  planned: readonly Planned[],
  names: ReadonlyMap<string, { readonly name: string }>,
): Promise<number> => {
  if (planned.length === 0) return 0;
  const rows = planned.map((one) => ({ ...one, id: newId() }));
  const made = await tx.sql
    .insertInto("shifts")
    .values(
      rows.map((one) => ({
        tenant_id: tx.tenant,
        id: one.id,
        rota_id: rota.id,
        node_id: rota.nodeId,
        kind: rota.kind,
        label: one.label,
        starts_at: one.startsAt,
        ends_at: one.endsAt,
        needed: one.needed,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .execute();
  const fresh = new Set(made.map(({ id }) => id));
  // Whoever has left since the template was written is not put down.
  const people = rows
    .filter(({ id }) => fresh.has(id))
    .flatMap(({ id, people }) => people.flatMap((account) => (names.has(account) ? [{ id, account }] : [])));
  if (people.length > 0)
    await tx.sql
      .insertInto("shift_people")
      .values(
        people.map(({ id, account }) => ({
          tenant_id: tx.tenant,
          shift_id: id,
          account_id: account,
          account_name: names.get(account)?.name ?? "",
          how: "assigned",
        })),
      )
      .execute();
  return fresh.size;
};

export const put = (tx: Tx, shiftId: string, person: { id: string; name: string }, how: How) =>
  tx.sql
    .insertInto("shift_people")
    .values({ tenant_id: tx.tenant, shift_id: shiftId, account_id: person.id, account_name: person.name, how })
    .execute();

export const takeOff = (tx: Tx, shiftId: string, accountIds: readonly string[]) =>
  tx.sql
    .deleteFrom("shift_people")
    .where("tenant_id", "=", tx.tenant)
    .where("shift_id", "=", shiftId)
    .where("account_id", "=", sql<string>`any(${[...accountIds]}::uuid[])`)
    .execute();

export const touchShift = (
  tx: Tx,
  one: ShiftRow,
  change: { readonly note?: string; readonly status?: "cancelled"; readonly reason?: string } = {},
) =>
  tx.sql
    .updateTable("shifts")
    .set({ ...change, version: one.version + 1 })
    .where("tenant_id", "=", tx.tenant)
    .where("id", "=", one.id)
    .execute();

/** Other shifts of these people that lie over this time. */
export const overlapping = async (
  tx: Tx,
  accountIds: readonly string[],
  span: { readonly startsAt: Date; readonly endsAt: Date },
  except: readonly string[],
): Promise<{ accountId: string; accountName: string; shift: ShiftRow }[]> => {
  if (accountIds.length === 0) return [];
  const rows = await selectShifts(tx)
    .innerJoin("shift_people as sp", (join) =>
      join.onRef("sp.tenant_id", "=", "s.tenant_id").onRef("sp.shift_id", "=", "s.id"),
    )
    .select(["sp.account_id as accountId", "sp.account_name as accountName"])
    .where("sp.account_id", "=", sql<string>`any(${[...accountIds]}::uuid[])`)
    .where("s.id", "!=", sql<string>`all(${[...except]}::uuid[])`)
    .where("s.status", "=", "planned")
    .where("s.ends_at", ">", span.startsAt)
    .where("s.starts_at", "<", span.endsAt)
    .execute();
  return rows.map((row) => ({ accountId: row.accountId, accountName: row.accountName, shift: asShift(row) }));
};

/** Shifts of a rota from an instant on, gone with all that hangs on them; answers who stood on them. */
export const removeShifts = async (tx: Tx, rotaId: string, from: Date): Promise<string[]> => {
  const { rows } = await sql<{ id: string }>`
    select id from shifts where tenant_id = ${tx.tenant} and rota_id = ${rotaId} and starts_at >= ${from} for update`.execute(
    tx.sql,
  );
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return [];
  const among = sql<string>`any(${ids}::uuid[])`;
  await tx.sql
    .deleteFrom("shift_swaps")
    .where("tenant_id", "=", tx.tenant)
    .where((eb) => eb.or([eb("shift_id", "=", among), eb("for_shift_id", "=", among)]))
    .execute();
  const gone = await tx.sql
    .deleteFrom("shift_people")
    .where("tenant_id", "=", tx.tenant)
    .where("shift_id", "=", among)
    .returning("account_id")
    .execute();
  await tx.sql.deleteFrom("shifts").where("tenant_id", "=", tx.tenant).where("id", "=", among).execute();
  return [...new Set(gone.map(({ account_id }) => account_id))];
};

export interface SwapRow {
  readonly id: string;
  readonly shiftId: string;
  readonly fromId: string;
  readonly fromName: string;
  readonly toId: string;
  readonly toName: string;
  readonly forShiftId: string | null;
  readonly words: string;
  readonly status: "asked" | "accepted" | "refused" | "withdrawn";
}

const swapColumns = [
  "w.id",
  "w.shift_id as shiftId",
  "w.from_id as fromId",
  "w.from_name as fromName",
  "w.to_id as toId",
  "w.to_name as toName",
  "w.for_shift_id as forShiftId",
  "w.words",
  "w.status",
] as const;

export const selectSwaps = (tx: Tx) =>
  tx.sql.selectFrom("shift_swaps as w").select(swapColumns).where("w.tenant_id", "=", tx.tenant);
export const asSwap = (row: object): SwapRow => row as SwapRow;

export const findSwap = async (tx: Tx, id: string): Promise<SwapRow | undefined> => {
  const row = await selectSwaps(tx).where("w.id", "=", id).executeTakeFirst();
  return row && asSwap(row);
};

export const lockSwap = async (tx: Tx, id: string): Promise<SwapRow | undefined> => {
  const row = await selectSwaps(tx).where("w.id", "=", id).forUpdate().executeTakeFirst();
  return row && asSwap(row);
};
