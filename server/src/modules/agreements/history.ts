/** What happened to an item or a meeting, newest first. */
import type { StoredFile } from "@ginkgo/shared/api/files.ts";
import type { Tx } from "../../platform/db/database.ts";

export const historyOf = async (
  tx: Tx,
  subjectType: "agreed-item" | "joint-meeting",
  id: string,
  photos: ReadonlyMap<string, StoredFile> = new Map(),
) => {
  const rows = await tx.sql
    .selectFrom("events")
    .select(["id", "at", "actor_id", "actor_name", "data"])
    .where("tenant_id", "=", tx.tenant)
    .where("subject_type", "=", subjectType)
    .where("subject_id", "=", id)
    .orderBy("seq", "desc")
    .execute();
  return rows.map((row) => {
    const data = row.data as { label?: string; text?: string; photos?: string[] };
    return {
      id: row.id,
      at: row.at.toISOString(),
      actor: row.actor_id === null ? "系统" : row.actor_name,
      label: data.label ?? "",
      text: data.text ?? "",
      photos: (data.photos ?? []).flatMap((file) => photos.get(file) ?? []),
    };
  });
};
