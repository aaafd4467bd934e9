/** The only SQL of pack versions and drafts. */
import { sql } from "kysely";
import type { Tx } from "../../platform/db/database.ts";
import { type Json, storable } from "./content.ts";
import { packSubject, packsChannel } from "./ids.ts";

export type Origin = "shipped" | "edited" | "imported" | "rollback";

export interface VersionRow {
  readonly version: number;
  readonly origin: string;
  readonly based_on: number | null;
  readonly published_name: string;
  readonly published_at: Date;
  readonly note: string;
}

export interface DraftRow {
  readonly content: Json;
  readonly origin: string;
  readonly based_on: number;
  readonly version: number;
  readonly edited_by: string;
  readonly edited_name: string;
  readonly edited_at: Date;
}

const versionColumns = ["version", "origin", "based_on", "published_name", "published_at", "note"] as const;
const text = sql<string>`content ->> 'text'`.as("text");

const versions = (tx: Tx) => tx.sql.selectFrom("pack_versions").where("tenant_id", "=", tx.tenant);

export const findVersion = (
  tx: Tx,
  version: number,
): Promise<(VersionRow & { text: string; hash: string }) | undefined> =>
  versions(tx)
    .select([...versionColumns, "hash", text])
    .where("version", "=", version)
    .executeTakeFirst();

/** Newest first, older than `before` if that is given. */
export const listVersions = (tx: Tx, before: number | undefined, limit: number): Promise<VersionRow[]> => {
  let query = versions(tx).select(versionColumns).orderBy("version", "desc").limit(limit);
  if (before !== undefined) query = query.where("version", "<", before);
  return query.execute();
};

export const latestShipped = async (tx: Tx): Promise<number | undefined> =>
  (
    await versions(tx)
      .select("version")
      .where("origin", "=", "shipped")
      .orderBy("version", "desc")
      .limit(1)
      .executeTakeFirst()
  )?.version;

const tenantRow = (tx: Tx) => tx.sql.selectFrom("tenants").select("pack_version").where("tenant_id", "=", tx.tenant);

export const currentVersion = async (tx: Tx): Promise<number> =>
  (await tenantRow(tx).executeTakeFirstOrThrow()).pack_version;

/** The version the place runs on; nobody else saves a draft, publishes or changes the tree until this has ended. */
export const lockPack = async (tx: Tx): Promise<number> =>
  (await tenantRow(tx).forUpdate().executeTakeFirstOrThrow()).pack_version;

/** Call under the lock. */
export const nextSeq = async (tx: Tx): Promise<number> => {
  const { last } = await tx.sql
    .selectFrom("events")
    .select((eb) => eb.fn.max("seq").as("last"))
    .where("tenant_id", "=", tx.tenant)
    .where("subject_type", "=", "pack")
    .where("subject_id", "=", packSubject(tx.tenant))
    .executeTakeFirstOrThrow();
  return (last ?? 0) + 1;
};

export interface NewVersion {
  readonly hash: string;
  readonly content: string;
  readonly origin: Exclude<Origin, "shipped">;
  readonly basedOn: number;
  readonly by: { readonly accountId: string; readonly name: string };
  readonly note: string;
  readonly at: Date;
}

/** Stores the next version and makes it the place's. Every server is told if, and only if, this transaction commits. */
export const insertCurrent = async (tx: Tx, one: NewVersion): Promise<VersionRow> => {
  const newest = await versions(tx)
    .select((eb) => eb.fn.max("version").as("version"))
    .executeTakeFirstOrThrow();
  const row = await tx.sql
    .insertInto("pack_versions")
    .values({
      tenant_id: tx.tenant,
      version: (newest.version ?? 0) + 1,
      hash: one.hash,
      content: one.content,
      origin: one.origin,
      based_on: one.basedOn,
      published_by: one.by.accountId,
      published_name: one.by.name,
      note: one.note,
      published_at: one.at,
    })
    .returning(versionColumns)
    .executeTakeFirstOrThrow();
  await tx.sql
    .updateTable("tenants")
    .set({ pack_version: row.version })
    .where("tenant_id", "=", tx.tenant)
    .returning(sql`pg_notify(${packsChannel}, ${tx.tenant})`.as("told"))
    .executeTakeFirstOrThrow();
  return row;
};

const draftColumns = ["origin", "based_on", "version", "edited_by", "edited_name", "edited_at"] as const;

export const findDraft = async (tx: Tx): Promise<DraftRow | undefined> => {
  const row = await tx.sql
    .selectFrom("pack_drafts")
    .select([...draftColumns, text])
    .where("tenant_id", "=", tx.tenant)
    .executeTakeFirst();
  if (!row) return undefined;
  const { text: stored, ...rest } = row;
  return { ...rest, content: JSON.parse(stored) as Json };
};

export interface NewDraft {
  readonly content: Json;
  readonly origin: "edited" | "imported";
  readonly basedOn: number;
  readonly version: number;
  readonly by: { readonly accountId: string; readonly name: string };
  readonly at: Date;
}

export const saveDraft = async (tx: Tx, draft: NewDraft): Promise<DraftRow> => {
  const values = {
    content: storable(draft.content),
    origin: draft.origin,
    based_on: draft.basedOn,
    version: draft.version,
    edited_by: draft.by.accountId,
    edited_name: draft.by.name,
    edited_at: draft.at,
  };
  const row = await tx.sql
    .insertInto("pack_drafts")
    .values({ tenant_id: tx.tenant, ...values })
    .onConflict((conflict) => conflict.column("tenant_id").doUpdateSet(values))
    .returning(draftColumns)
    .executeTakeFirstOrThrow();
  return { ...row, content: draft.content };
};

export const deleteDraft = async (tx: Tx): Promise<void> => {
  await tx.sql.deleteFrom("pack_drafts").where("tenant_id", "=", tx.tenant).execute();
};
