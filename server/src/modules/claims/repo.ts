/** Writing claimables and claims. The counters change here and nowhere else; the database keeps them within the places. */
import { sql } from "kysely";
import type { Tx } from "../../platform/db/database.ts";
import type { Claimable, Detail } from "./model.ts";
import { type ClaimableRow, claimableOf, type DetailRow, detailOf, selectClaimables } from "./rows.ts";

export const findClaimable = async (tx: Tx, id: string): Promise<Claimable | undefined> => {
  const row = await selectClaimables(tx).where("m.id", "=", id).executeTakeFirst();
  return row ? claimableOf(row as ClaimableRow) : undefined;
};

export const findClaimables = async (tx: Tx, ids: readonly string[]): Promise<Map<string, Claimable>> => {
  if (ids.length === 0) return new Map();
  const rows = await selectClaimables(tx)
    .where("m.id", "=", sql<string>`any(${[...ids]}::uuid[])`)
    .execute();
  return new Map(rows.map((row) => [row.id, claimableOf(row as ClaimableRow)]));
};

export const detailIn = async (tx: Tx, id: string): Promise<Detail | undefined> => {
  const row = await tx.sql
    .selectFrom("claimables")
    .selectAll()
    .where("tenant_id", "=", tx.tenant)
    .where("id", "=", id)
    .executeTakeFirst();
  return row ? detailOf(row as unknown as DetailRow) : undefined;
};

export type NewDetail = Omit<Detail, "taken" | "carriedThrough">;

const columnsOf = (detail: NewDetail) => ({
  words: detail.words,
  skills: [...detail.skills],
  places: detail.places,
  open: detail.open,
  starts_at: detail.startsAt,
  ends_at: detail.endsAt,
  until: detail.until,
  lng: detail.lng,
  lat: detail.lat,
  address: detail.address,
  address_public: detail.addressPublic,
  min_age: detail.minAge,
  max_age: detail.maxAge,
  health: detail.health,
});

const atOnce = 500;

export const insertClaimables = async (
  tx: Tx,
  all: readonly { readonly id: string; readonly detail: NewDetail }[],
): Promise<void> => {
  for (let i = 0; i < all.length; i += atOnce)
    await tx.sql
      .insertInto("claimables")
      .values(all.slice(i, i + atOnce).map(({ id, detail }) => ({ tenant_id: tx.tenant, id, ...columnsOf(detail) })))
      .execute();
};

const oneClaimable = (tx: Tx, id: string) =>
  tx.sql.updateTable("claimables").where("tenant_id", "=", tx.tenant).where("id", "=", id);

/** Answers whether the places that are taken still fit. */
export const saveDetail = async (tx: Tx, id: string, detail: NewDetail): Promise<boolean> => {
  const { numUpdatedRows } = await oneClaimable(tx, id)
    .set(columnsOf(detail))
    .where("taken", "<=", detail.places)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
};

export const saveOpen = async (tx: Tx, id: string, open: boolean, until?: string | null): Promise<void> => {
  await oneClaimable(tx, id)
    .set({ open, ...(until === undefined ? {} : { until }) })
    .execute();
};

/**
 * Whoever changes the thing itself waits until this transaction is over, and this one for them; claims do not wait for each
 * other here. Taken before its counters, always in this order, so that no two wait for one another.
 */
export const holdThing = async (tx: Tx, id: string): Promise<void> => {
  await sql`select 1 from matters where tenant_id = ${tx.tenant} and id = ${id} for key share`.execute(tx.sql);
};

/** The one moment in which a place is given away: whoever comes next sees it taken. */
export const takePlace = async (tx: Tx, id: string, today: string): Promise<Detail | undefined> => {
  const row = await oneClaimable(tx, id)
    .set((eb) => ({ taken: eb("taken", "+", 1) }))
    .where("open", "=", true)
    .whereRef("taken", "<", "places")
    .where((eb) => eb.or([eb("until", "is", null), eb("until", ">=", sql<never>`${today}::date`)]))
    .returningAll()
    .executeTakeFirst();
  return row ? detailOf(row as unknown as DetailRow) : undefined;
};

/** Places taken and carried through go up or down by so many; nothing where they would no longer fit. */
export const movePlaces = async (tx: Tx, id: string, taken: number, carried: number): Promise<Detail | undefined> => {
  const row = await oneClaimable(tx, id)
    .set((eb) => ({ taken: eb("taken", "+", taken), carried_through: eb("carried_through", "+", carried) }))
    .where((eb) => eb(eb("taken", "+", taken), "<=", eb.ref("places")))
    .returningAll()
    .executeTakeFirst();
  return row ? detailOf(row as unknown as DetailRow) : undefined;
};

export const insertClaim = async (
  tx: Tx,
  claim: {
    readonly id: string;
    readonly claimableId: string;
    readonly claimantId: string;
    readonly confirmed: readonly string[];
  },
): Promise<void> => {
  await tx.sql
    .insertInto("claims")
    .values({
      tenant_id: tx.tenant,
      id: claim.id,
      claimable_id: claim.claimableId,
      claimant_id: claim.claimantId,
      confirmed: [...claim.confirmed],
    })
    .execute();
};

export const saveClaimOpen = async (tx: Tx, id: string, open: boolean): Promise<void> => {
  await tx.sql.updateTable("claims").set({ open }).where("tenant_id", "=", tx.tenant).where("id", "=", id).execute();
};

export const hasOpenClaim = async (tx: Tx, claimableId: string, claimantIds: readonly string[]): Promise<boolean> => {
  if (claimantIds.length === 0) return false;
  const row = await tx.sql
    .selectFrom("claims")
    .select("id")
    .where("tenant_id", "=", tx.tenant)
    .where("claimable_id", "=", claimableId)
    .where("claimant_id", "=", sql<string>`any(${[...claimantIds]}::uuid[])`)
    .where("open", "=", true)
    .executeTakeFirst();
  return row !== undefined;
};

/** On which of these things someone holds an open claim. */
export const claimedAmong = async (
  tx: Tx,
  ids: readonly string[],
  claimantIds: readonly string[],
): Promise<Set<string>> => {
  if (ids.length === 0 || claimantIds.length === 0) return new Set();
  const rows = await tx.sql
    .selectFrom("claims")
    .select("claimable_id")
    .distinct()
    .where("tenant_id", "=", tx.tenant)
    .where("claimable_id", "=", sql<string>`any(${[...ids]}::uuid[])`)
    .where("claimant_id", "=", sql<string>`any(${[...claimantIds]}::uuid[])`)
    .where("open", "=", true)
    .execute();
  return new Set(rows.map(({ claimable_id }) => claimable_id));
};

export const openClaimsOn = async (tx: Tx, claimableId: string): Promise<string[]> => {
  const rows = await tx.sql
    .selectFrom("claims")
    .select("id")
    .where("tenant_id", "=", tx.tenant)
    .where("claimable_id", "=", claimableId)
    .where("open", "=", true)
    .orderBy("id")
    .execute();
  return rows.map(({ id }) => id);
};

/** Open ones whose last day has passed. */
export const pastUntil = async (tx: Tx, today: string, limit: number): Promise<string[]> => {
  const rows = await tx.sql
    .selectFrom("claimables")
    .select("id")
    .where("tenant_id", "=", tx.tenant)
    .where("open", "=", true)
    .where("until", "<", sql<never>`${today}::date`)
    .orderBy("until")
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
};
