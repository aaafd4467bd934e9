/** Claimables and claims between the database and the model: a matter with what is its own. */
import { sql } from "kysely";
import type { Tx } from "../../platform/db/database.ts";
import { type MatterRow, matterColumns, matterOf } from "../matters/index.ts";
import type { Claimable, Detail } from "./model.ts";

const detailColumns = [
  "c.words",
  "c.skills",
  "c.places",
  "c.taken",
  "c.carried_through",
  "c.open",
  "c.starts_at",
  "c.ends_at",
  "c.until",
  "c.lng",
  "c.lat",
  "c.address",
  "c.address_public",
  "c.min_age",
  "c.max_age",
  "c.health",
] as const;

export interface DetailRow {
  readonly words: string;
  readonly skills: readonly string[];
  readonly places: number;
  readonly taken: number;
  readonly carried_through: number;
  readonly open: boolean;
  readonly starts_at: Date | null;
  readonly ends_at: Date | null;
  readonly until: unknown;
  readonly lng: number | null;
  readonly lat: number | null;
  readonly address: string | null;
  readonly address_public: boolean;
  readonly min_age: number | null;
  readonly max_age: number | null;
  readonly health: string | null;
}

export type ClaimableRow = MatterRow & DetailRow;

export const detailOf = (row: DetailRow): Detail => ({
  words: row.words,
  skills: row.skills,
  places: row.places,
  taken: row.taken,
  carriedThrough: row.carried_through,
  open: row.open,
  startsAt: row.starts_at,
  endsAt: row.ends_at,
  until: row.until === null ? null : String(row.until),
  lng: row.lng,
  lat: row.lat,
  address: row.address,
  addressPublic: row.address_public,
  minAge: row.min_age,
  maxAge: row.max_age,
  health: row.health,
});

export const claimableOf = (row: ClaimableRow): Claimable => ({ matter: matterOf(row), detail: detailOf(row) });

export const selectClaimables = (tx: Tx) =>
  tx.sql
    .selectFrom("matters as m")
    .innerJoin("claimables as c", (join) => join.onRef("c.tenant_id", "=", "m.tenant_id").onRef("c.id", "=", "m.id"))
    .select([...matterColumns, ...detailColumns])
    .where("m.tenant_id", "=", tx.tenant)
    .where("m.type", "=", "claimable");

/** A claim with the thing it is on. */
export const selectClaims = (tx: Tx) =>
  tx.sql
    .selectFrom("matters as m")
    .innerJoin("claims as k", (join) => join.onRef("k.tenant_id", "=", "m.tenant_id").onRef("k.id", "=", "m.id"))
    .innerJoin("matters as t", (join) =>
      join.onRef("t.tenant_id", "=", "k.tenant_id").onRef("t.id", "=", "k.claimable_id"),
    )
    .select([
      ...matterColumns,
      "k.claimable_id",
      "k.confirmed",
      "t.code as thing_code",
      "t.title as thing_title",
      sql<number>`t.pack_version`.as("thing_pack"),
    ])
    .where("m.tenant_id", "=", tx.tenant)
    .where("m.type", "=", "claim");

export type ClaimRow = MatterRow & {
  readonly claimable_id: string;
  readonly confirmed: readonly string[];
  readonly thing_code: string;
  readonly thing_title: string;
  readonly thing_pack: number;
};
