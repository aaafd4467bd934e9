/** The only SQL of registrations themselves; who is registered for others stands in `registered.ts`. */
import { sql } from "kysely";
import type { Sealer } from "../../platform/crypto.ts";
import type { Tx } from "../../platform/db/database.ts";
import { newId } from "../../platform/ids.ts";
import { Refusal } from "../../platform/problem.ts";
import type { Actor } from "../authority/index.ts";
import { type MatterRow, matterColumns } from "../matters/index.ts";
import type { Offer } from "./model.ts";
import type { FreeTime } from "./registered.ts";

export const registrationColumns = [
  "r.node_id",
  "r.community_id",
  "r.account_id",
  "r.body_id as registered_body_id",
  "r.skills",
  "r.free",
  "r.reach_meters",
  "r.most_at_once",
  "r.birth_year",
  "r.active",
  "r.registered_at",
  "r.agreed_at",
  "p.phone_sealed",
  "m.due_at",
] as const;

export interface RegistrationRow extends MatterRow {
  readonly node_id: string;
  readonly community_id: string;
  readonly account_id: string | null;
  readonly registered_body_id: string | null;
  readonly skills: readonly string[];
  readonly free: unknown;
  readonly reach_meters: number | null;
  readonly most_at_once: number | null;
  readonly birth_year: number | null;
  readonly active: boolean;
  readonly registered_at: Date | null;
  readonly agreed_at: Date | null;
  readonly phone_sealed: Buffer | null;
  readonly due_at: Date | null;
}

export const freeOf = ({ free }: Pick<RegistrationRow, "free">): FreeTime[] => [...(free as readonly FreeTime[])];

export const selectRegistrations = (tx: Tx) =>
  tx.sql
    .selectFrom("registrations as r")
    .innerJoin("matters as m", (join) => join.onRef("m.tenant_id", "=", "r.tenant_id").onRef("m.id", "=", "r.id"))
    .innerJoin("accounts as a", (join) =>
      join.onRef("a.tenant_id", "=", "m.tenant_id").onRef("a.id", "=", "m.owner_id"),
    )
    .innerJoin("persons as p", (join) =>
      join.onRef("p.tenant_id", "=", "a.tenant_id").onRef("p.id", "=", "a.person_id"),
    )
    .select([...matterColumns, ...registrationColumns])
    .where("r.tenant_id", "=", tx.tenant);

export const findRegistration = async (tx: Tx, id: string): Promise<RegistrationRow | undefined> =>
  (await selectRegistrations(tx).where("r.id", "=", id).executeTakeFirst()) as RegistrationRow | undefined;

export interface NewRegistration {
  readonly id: string;
  readonly kind: string;
  readonly nodeId: string;
  readonly communityId: string;
  readonly accountId: string | null;
  readonly bodyId: string | null;
  readonly offer: Offer;
  readonly active: boolean;
  readonly at: Date;
  readonly agreed: boolean;
}

const atOnce = 500;
const onceIndexes = ["registrations_person_once", "registrations_unit_once"];

/** Two that came at once: the second hears what the first look would have told it. */
const isTwice = (error: unknown): boolean => {
  const { code, constraint } = error as { code?: string; constraint?: string };
  return code === "23505" && onceIndexes.includes(constraint ?? "");
};

export const insertRegistrations = async (tx: Tx, all: readonly NewRegistration[]): Promise<void> => {
  try {
    for (let i = 0; i < all.length; i += atOnce)
      await tx.sql
        .insertInto("registrations")
        .values(
          all.slice(i, i + atOnce).map((one) => ({
            tenant_id: tx.tenant,
            id: one.id,
            kind: one.kind,
            node_id: one.nodeId,
            community_id: one.communityId,
            account_id: one.accountId,
            body_id: one.bodyId,
            skills: [...one.offer.skills],
            free: JSON.stringify(one.offer.free),
            reach_meters: one.offer.reachMeters,
            most_at_once: one.offer.mostAtOnce,
            birth_year: one.offer.birthYear,
            active: one.active,
            registered_at: one.active ? one.at : null,
            agreed_at: one.agreed ? one.at : null,
          })),
        )
        .execute();
  } catch (error) {
    if (isTwice(error)) throw new Refusal("conflict", "刚刚已有一份同样的报到，请刷新查看，无需重复报到。");
    throw error;
  }
};

export interface Open {
  readonly id: string;
  readonly node_id: string;
  readonly who: string | null;
  readonly active: boolean;
}

/** Registrations of a kind that have not ended, of these people or bodies. */
export const openOf = async (
  tx: Tx,
  kind: string,
  who: "account_id" | "body_id",
  ids: readonly string[],
): Promise<Open[]> => {
  if (ids.length === 0) return [];
  return tx.sql
    .selectFrom("registrations")
    .select(["id", "node_id", `${who} as who`, "active"])
    .where("tenant_id", "=", tx.tenant)
    .where("kind", "=", kind)
    .where("ended", "=", false)
    .where(who, "=", sql<string>`any(${[...ids]}::uuid[])`)
    .execute();
};

export const saveStanding = async (
  tx: Tx,
  id: string,
  { active, ended, at }: { readonly active: boolean; readonly ended: boolean; readonly at: Date },
): Promise<void> => {
  await tx.sql
    .updateTable("registrations")
    .set({
      active,
      ended,
      ...(active ? { registered_at: sql<Date>`coalesce(registered_at, ${at}::timestamptz)` } : {}),
      ended_at: ended ? sql<Date>`coalesce(ended_at, ${at}::timestamptz)` : null,
    })
    .where("tenant_id", "=", tx.tenant)
    .where("id", "=", id)
    .execute();
};

export const saveOffer = async (tx: Tx, id: string, offer: Offer): Promise<void> => {
  await tx.sql
    .updateTable("registrations")
    .set({
      skills: [...offer.skills],
      free: JSON.stringify(offer.free),
      reach_meters: offer.reachMeters,
      most_at_once: offer.mostAtOnce,
      birth_year: offer.birthYear,
    })
    .where("tenant_id", "=", tx.tenant)
    .where("id", "=", id)
    .execute();
};

/** Consent is to one unit: given or taken back, it stands so on all of the person's registrations that name it. */
export const saveAgreed = async (tx: Tx, accountId: string, unitId: string, at: Date | null): Promise<void> => {
  await sql`update registrations r set agreed_at = ${at} from matters m
    where r.tenant_id = ${tx.tenant} and m.tenant_id = r.tenant_id and m.id = r.id
    and r.account_id = ${accountId} and m.unit_id = ${unitId}`.execute(tx.sql);
};

export const forgetAgreed = async (tx: Tx, id: string): Promise<void> => {
  await tx.sql
    .updateTable("registrations")
    .set({ agreed_at: null })
    .where("tenant_id", "=", tx.tenant)
    .where("id", "=", id)
    .execute();
};

export const agreedWith = async (tx: Tx, accountId: string, unitId: string): Promise<boolean> => {
  const { rows } = await sql<{ agreed: boolean }>`select exists (
    select 1 from registrations r join matters m on m.tenant_id = r.tenant_id and m.id = r.id
    where r.tenant_id = ${tx.tenant} and r.account_id = ${accountId} and m.unit_id = ${unitId} and r.agreed_at is not null
  ) as agreed`.execute(tx.sql);
  return rows[0]?.agreed ?? false;
};

/** A telephone number is shown for a reason, and the reason stays. */
export const disclose = async (tx: Tx, actor: Actor, id: string, at: Date, reason: string): Promise<void> => {
  await tx.sql
    .insertInto("disclosures")
    .values({
      tenant_id: tx.tenant,
      id: newId(),
      at,
      account_id: actor.accountId,
      account_name: actor.name,
      subject_type: "registration",
      subject_id: id,
      what: "contact",
      reason,
    })
    .execute();
};

export const phoneIn = (row: Pick<RegistrationRow, "phone_sealed">, sealer: Sealer): string | null =>
  row.phone_sealed ? sealer.open(row.phone_sealed) : null;
