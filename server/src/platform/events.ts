/** Appending to the history: who, when, what, why. Every module's changes are rows of one table. */
import type { Tx } from "./db/database.ts";
import { newId } from "./ids.ts";

export interface NewEvent {
  readonly subjectType: string;
  readonly subjectId: string;
  /** The subject's version after this change: two changes cannot both be the next one. */
  readonly seq: number;
  readonly type: string;
  readonly actor: { readonly accountId: string | null; readonly name: string };
  readonly at: Date;
  readonly seenBy?: "everyone" | "staff";
  readonly data?: object;
}

export const appendEvents = async (tx: Tx, events: readonly NewEvent[]): Promise<void> => {
  if (events.length === 0) return;
  await tx.sql
    .insertInto("events")
    .values(
      events.map((event) => ({
        tenant_id: tx.tenant,
        id: newId(),
        subject_type: event.subjectType,
        subject_id: event.subjectId,
        seq: event.seq,
        type: event.type,
        actor_id: event.actor.accountId,
        actor_name: event.actor.name,
        at: event.at,
        seen_by: event.seenBy ?? "everyone",
        data: JSON.stringify(event.data ?? {}),
      })),
    )
    .execute();
};
