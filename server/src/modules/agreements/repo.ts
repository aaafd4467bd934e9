/** What an agreement keeps beside its matter. */

import { sql } from "kysely";
import type { Tx } from "../../platform/db/database.ts";
import { findMatters, lockMatter, type Matter } from "../matters/index.ts";
import type { Agreement, Party, Term } from "./model.ts";
import { anyOf } from "./scope.ts";

export interface NewParty {
  readonly nodeId: string;
  readonly isBody: boolean;
}

const partyColumns = ["agreement_id", "node_id", "is_body", "confirmed_at", "confirmed_name", "on_paper"] as const;

const partiesOf = async (tx: Tx, ids: readonly string[]): Promise<Map<string, Party[]>> => {
  const rows = await tx.sql
    .selectFrom("agreement_parties")
    .select(partyColumns)
    .where("tenant_id", "=", tx.tenant)
    .where(sql<boolean>`agreement_id = ${anyOf(ids)}`)
    .orderBy("agreement_id")
    .orderBy("position")
    .execute();
  const found = new Map<string, Party[]>();
  for (const row of rows) {
    const one: Party = {
      nodeId: row.node_id,
      isBody: row.is_body,
      agreedAt: row.confirmed_at,
      agreedBy: row.confirmed_name,
      onPaper: row.on_paper,
    };
    found.set(row.agreement_id, [...(found.get(row.agreement_id) ?? []), one]);
  }
  return found;
};

const columns = ["id", "purpose", "from_on", "to_on", "sent_at", "in_force", "in_force_at", "renews_id"] as const;

/** In the order of the ids; of as many as there are. */
export const agreementsOf = async (tx: Tx, matters: readonly Matter[]): Promise<Agreement[]> => {
  if (matters.length === 0) return [];
  const ids = matters.map(({ id }) => id);
  const rows = await tx.sql
    .selectFrom("agreements")
    .select(columns)
    .where("tenant_id", "=", tx.tenant)
    .where(sql<boolean>`id = ${anyOf(ids)}`)
    .execute();
  const parties = await partiesOf(tx, ids);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return matters.flatMap((matter) => {
    const row = byId.get(matter.id);
    if (!row) return [];
    return {
      matter,
      purpose: row.purpose,
      from: row.from_on,
      to: row.to_on,
      sentAt: row.sent_at,
      inForce: row.in_force,
      inForceAt: row.in_force_at,
      renews: row.renews_id,
      parties: parties.get(matter.id) ?? [],
    };
  });
};

export const findAgreement = async (tx: Tx, id: string): Promise<Agreement | undefined> =>
  (await agreementsOf(tx, await findMatters(tx, [id])))[0];

/** Read to be changed. */
export const lockAgreement = async (tx: Tx, id: string): Promise<Agreement | undefined> => {
  const matter = await lockMatter(tx, id);
  return matter ? (await agreementsOf(tx, [matter]))[0] : undefined;
};

export const insertAgreement = async (
  tx: Tx,
  id: string,
  { purpose, from, to }: Term & { readonly purpose: string },
  renews: string | null,
): Promise<void> => {
  await tx.sql
    .insertInto("agreements")
    .values({ tenant_id: tx.tenant, id, purpose, from_on: from, to_on: to, renews_id: renews })
    .execute();
};

export const saveTerms = async (
  tx: Tx,
  id: string,
  { purpose, from, to }: Term & { readonly purpose: string },
): Promise<void> => {
  await tx.sql
    .updateTable("agreements")
    .set({ purpose, from_on: from, to_on: to })
    .where("tenant_id", "=", tx.tenant)
    .where("id", "=", id)
    .execute();
};

/** Where it stands beside its workflow: laid before the parties, in force. */
export const saveStanding = async (
  tx: Tx,
  id: string,
  standing: { readonly sentAt: Date | null; readonly inForce: boolean; readonly inForceAt: Date | null },
): Promise<void> => {
  await tx.sql
    .updateTable("agreements")
    .set({ sent_at: standing.sentAt, in_force: standing.inForce, in_force_at: standing.inForceAt })
    .where("tenant_id", "=", tx.tenant)
    .where("id", "=", id)
    .execute();
};

/** The parties are exactly these; what anybody agreed to before was another agreement. */
export const replaceParties = async (tx: Tx, id: string, parties: readonly NewParty[]): Promise<void> => {
  await tx.sql
    .deleteFrom("agreement_parties")
    .where("tenant_id", "=", tx.tenant)
    .where("agreement_id", "=", id)
    .execute();
  await tx.sql
    .insertInto("agreement_parties")
    .values(
      parties.map(({ nodeId, isBody }, position) => ({
        tenant_id: tx.tenant,
        agreement_id: id,
        node_id: nodeId,
        position,
        is_body: isBody,
      })),
    )
    .execute();
};

/** Answers whether the party had not agreed before. */
export const keepAgreed = async (
  tx: Tx,
  id: string,
  nodeId: string,
  by: { readonly id: string; readonly name: string; readonly at: Date; readonly onPaper: boolean },
): Promise<boolean> => {
  const done = await tx.sql
    .updateTable("agreement_parties")
    .set({ confirmed_at: by.at, confirmed_by: by.id, confirmed_name: by.name, on_paper: by.onPaper })
    .where("tenant_id", "=", tx.tenant)
    .where("agreement_id", "=", id)
    .where("node_id", "=", nodeId)
    .where("confirmed_at", "is", null)
    .executeTakeFirst();
  return done.numUpdatedRows > 0n;
};

export const forgetAgreed = async (tx: Tx, id: string): Promise<void> => {
  await tx.sql
    .updateTable("agreement_parties")
    .set({ confirmed_at: null, confirmed_by: null, confirmed_name: null, on_paper: false })
    .where("tenant_id", "=", tx.tenant)
    .where("agreement_id", "=", id)
    .execute();
};

export const successorOf = async (tx: Tx, id: string): Promise<string | undefined> =>
  (
    await tx.sql
      .selectFrom("agreements")
      .select("id")
      .where("tenant_id", "=", tx.tenant)
      .where("renews_id", "=", id)
      .executeTakeFirst()
  )?.id;

/** A successor that came to nothing makes room for another. */
export const letGoSuccessor = async (tx: Tx, id: string): Promise<void> => {
  await tx.sql
    .updateTable("agreements")
    .set({ renews_id: null })
    .where("tenant_id", "=", tx.tenant)
    .where("id", "=", id)
    .execute();
};

/** Files of the signed paper; photos of a step are the step's. */
export const paperOf = async (tx: Tx, id: string): Promise<string[]> =>
  (
    await tx.sql
      .selectFrom("files")
      .select("id")
      .where("tenant_id", "=", tx.tenant)
      .where("subject_type", "=", "agreement")
      .where("subject_id", "=", id)
      .orderBy("id")
      .execute()
  ).map((row) => row.id);
