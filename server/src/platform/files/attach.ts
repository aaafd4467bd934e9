/** An upload becomes part of a subject: of one only, and only by whoever uploaded it. */
import { sql } from "kysely";
import type { Tx } from "../db/database.ts";

export type FileKind = "photo" | "video" | "document";
/** A document is taken only where a signed paper is asked for. */
const pictures: readonly FileKind[] = ["photo", "video"];

/** Answers how many could be attached; fewer than asked means that one is not there, not theirs, taken, or of another kind. */
export const attachFiles = async (
  tx: Tx,
  subject: { readonly type: string; readonly id: string },
  ownerId: string,
  files: readonly string[],
  kinds: readonly FileKind[] = pictures,
): Promise<number> => {
  if (files.length === 0) return 0;
  const result = await tx.sql
    .updateTable("files")
    .set({ subject_type: subject.type, subject_id: subject.id })
    .where("tenant_id", "=", tx.tenant)
    .where("id", "=", sql<string>`any(${[...files]}::uuid[])`)
    .where("owner_id", "=", ownerId)
    .where("kind", "=", sql<string>`any(${[...kinds]}::text[])`)
    .where("subject_id", "is", null)
    .executeTakeFirst();
  return Number(result.numUpdatedRows);
};
