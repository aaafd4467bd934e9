/** SQL of rotas and their template. */
import { sql } from "kysely";
import type { Tx } from "../../platform/db/database.ts";
import { newId } from "../../platform/ids.ts";
import type { Line } from "./model.ts";

export interface RotaRow {
  readonly id: string;
  readonly kind: string;
  readonly nodeId: string;
  readonly name: string;
  readonly place: string;
  readonly cycle: "weekly" | "monthly";
  readonly startsOn: string;
  readonly signUp: boolean;
  readonly turns: readonly string[];
  readonly turnAt: number;
  readonly madeUntil: string | null;
  readonly ended: boolean;
  readonly version: number;
}

const columns = [
  "r.id",
  "r.kind",
  "r.node_id as nodeId",
  "r.name",
  "r.place",
  "r.cycle",
  "r.starts_on as startsOn",
  "r.sign_up as signUp",
  "r.turns",
  "r.turn_at as turnAt",
  "r.made_until as madeUntil",
  "r.ended",
  "r.version",
] as const;

export const selectRotas = (tx: Tx) =>
  tx.sql.selectFrom("rotas as r").select(columns).where("r.tenant_id", "=", tx.tenant);
export const asRota = (row: object): RotaRow => row as RotaRow;

export const findRota = async (tx: Tx, id: string): Promise<RotaRow | undefined> => {
  const row = await selectRotas(tx).where("r.id", "=", id).executeTakeFirst();
  return row && asRota(row);
};

/** Making shifts and changing the template take turns. */
export const lockRota = async (tx: Tx, id: string): Promise<RotaRow | undefined> => {
  const row = await selectRotas(tx).where("r.id", "=", id).forUpdate().executeTakeFirst();
  return row && asRota(row);
};

export const linesOf = async (tx: Tx, rotaId: string): Promise<Line[]> => {
  const rows = await tx.sql
    .selectFrom("rota_lines")
    .select(["id", "on_day", "from_minute", "minutes", "label", "needed", "people"])
    .where("tenant_id", "=", tx.tenant)
    .where("rota_id", "=", rotaId)
    .orderBy("position")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    onDay: row.on_day,
    fromMinute: row.from_minute,
    minutes: row.minutes,
    label: row.label,
    needed: row.needed,
    people: row.people,
  }));
};

export const setLines = async (tx: Tx, rotaId: string, lines: readonly Omit<Line, "id">[]): Promise<void> => {
  await tx.sql.deleteFrom("rota_lines").where("tenant_id", "=", tx.tenant).where("rota_id", "=", rotaId).execute();
  await tx.sql
    .insertInto("rota_lines")
    .values(
      lines.map((line, position) => ({
        tenant_id: tx.tenant,
        id: newId(),
        rota_id: rotaId,
        position,
        on_day: line.onDay,
        from_minute: line.fromMinute,
        minutes: line.minutes,
        label: line.label,
        needed: line.needed,
        people: [...line.people],
      })),
    )
    .execute();
};

/** Everyone who stands on any shift of it now or to come, or is named in the template. */
export const standsOn = async (
  tx: Tx,
  rotaIds: readonly string[],
  accountId: string,
  since: Date,
): Promise<Set<string>> => {
  const ids = [...rotaIds];
  const { rows } = await sql<{ rota_id: string }>`
    select distinct s.rota_id from shift_people p
      join shifts s on s.tenant_id = p.tenant_id and s.id = p.shift_id
      where p.tenant_id = ${tx.tenant} and p.account_id = ${accountId} and s.rota_id = any(${ids}::uuid[]) and s.ends_at > ${since}
    union select id from rotas where tenant_id = ${tx.tenant} and id = any(${ids}::uuid[]) and ${accountId}::uuid = any(turns)
    union select rota_id from rota_lines
      where tenant_id = ${tx.tenant} and rota_id = any(${ids}::uuid[]) and ${accountId}::uuid = any(people)`.execute(
    tx.sql,
  );
  return new Set(rows.map(({ rota_id }) => rota_id));
};

/** Those of the same rota: in the template or on a shift around now. */
export const colleaguesOf = async (tx: Tx, rotaId: string, since: Date): Promise<string[]> => {
  const { rows } = await sql<{ id: string }>`
    select distinct p.account_id as id from shift_people p
      join shifts s on s.tenant_id = p.tenant_id and s.id = p.shift_id
      where p.tenant_id = ${tx.tenant} and s.rota_id = ${rotaId} and s.ends_at > ${since}
    union select unnest(turns) from rotas where tenant_id = ${tx.tenant} and id = ${rotaId}
    union select unnest(people) from rota_lines where tenant_id = ${tx.tenant} and rota_id = ${rotaId}`.execute(tx.sql);
  return rows.map(({ id }) => id);
};
