/** Writing matters: many at once when they begin, one with every step. Each change is one event more. */
import { activeOf } from "@ginkgo/shared/pack/states.ts";
import type { SeenBy } from "@ginkgo/shared/pack/workflow.ts";
import { sql } from "kysely";
import type { Tx } from "../../platform/db/database.ts";
import { newId } from "../../platform/ids.ts";
import { nearestClock, nextAlarm, type Subject } from "../workflow/index.ts";
import type { Matter, Visibility } from "./model.ts";
import { type MatterRow, matterOf, selectMatters, stateText } from "./rows.ts";
import { saveTimer, saveTimers } from "./timers.ts";

export interface MatterEvent {
  readonly type: string;
  readonly actorId: string | null;
  readonly actorName: string;
  readonly at: Date;
  readonly seenBy: SeenBy;
  readonly data: object;
}

/** Every state it stands in, named with its workflow: what lists ask for. */
const activeStates = ({ workflow, leaves }: Subject): string[] => activeOf(leaves).map((path) => `${workflow}:${path}`);

/** A matter that begins, with where lists keep it and what it counts in. */
export interface NewMatter {
  readonly one: Matter;
  readonly areaId: string;
  readonly metrics: readonly string[];
  readonly event: MatterEvent;
}

/** PostgreSQL takes 65,535 parameters a statement; this stays far below. */
const atOnce = 500;

const columnsOf = (tx: Tx, { one, areaId, metrics }: NewMatter) => {
  const { subject, owner, holder } = one;
  return {
    tenant_id: tx.tenant,
    id: one.id,
    type: one.type,
    kind: one.kind,
    code: one.code,
    title: one.title,
    pack_version: one.packVersion,
    workflow: subject.workflow,
    state: stateText(subject.leaves),
    active: activeStates(subject),
    tone: one.tone,
    ended: one.ended,
    version: 1,
    entered_at: subject.enteredAt,
    due_at: nearestClock(subject).dueAt,
    clocks: JSON.stringify(subject.clocks),
    facts: JSON.stringify(subject.facts),
    metrics: [...metrics],
    visibility: one.visibility,
    place_id: subject.placeId,
    area_id: areaId,
    owner_id: owner.id,
    owner_name: owner.name,
    owner_body_id: owner.bodyId,
    holder_id: holder?.id ?? null,
    holder_name: holder?.name ?? null,
    body_id: holder?.bodyId ?? null,
    unit_id: one.unitId,
    unit_sees: one.unitSees,
    parent_id: one.parentId,
    created_at: one.createdAt,
    ended_at: one.endedAt,
  };
};

const eventColumns = (tx: Tx, id: string, seq: number, event: MatterEvent) => ({
  tenant_id: tx.tenant,
  id: newId(),
  subject_type: "matter",
  subject_id: id,
  seq,
  type: event.type,
  actor_id: event.actorId,
  actor_name: event.actorName,
  at: event.at,
  seen_by: event.seenBy,
  data: JSON.stringify(event.data),
});

export const insertMatters = async (tx: Tx, all: readonly NewMatter[]): Promise<void> => {
  for (let i = 0; i < all.length; i += atOnce) {
    const some = all.slice(i, i + atOnce);
    await tx.sql
      .insertInto("matters")
      .values(some.map((one) => columnsOf(tx, one)))
      .execute();
    await tx.sql
      .insertInto("events")
      .values(some.map(({ one, event }) => eventColumns(tx, one.id, 1, event)))
      .execute();
    await saveTimers(
      tx,
      some.flatMap(({ one }) => {
        const alarm = nextAlarm(one.subject);
        return alarm ? [{ id: one.id, alarm }] : [];
      }),
    );
  }
};

export const findMatter = async (tx: Tx, id: string): Promise<Matter | undefined> => {
  const row = await selectMatters(tx).where("m.id", "=", id).executeTakeFirst();
  return row ? matterOf(row as MatterRow) : undefined;
};

export const findMatters = async (tx: Tx, ids: readonly string[]): Promise<Matter[]> => {
  if (ids.length === 0) return [];
  const rows = await selectMatters(tx)
    .where("m.id", "=", sql<string>`any(${[...ids]}::uuid[])`)
    .execute();
  return rows.map((row) => matterOf(row as MatterRow));
};

/** A matter read to be changed: whoever else would change it waits. */
export const lockMatter = async (tx: Tx, id: string): Promise<Matter | undefined> => {
  const row = await selectMatters(tx).where("m.id", "=", id).forUpdate().executeTakeFirst();
  return row ? matterOf(row as MatterRow) : undefined;
};

export const findByCode = async (tx: Tx, code: string): Promise<Matter | undefined> => {
  const row = await selectMatters(tx).where("m.code", "=", code).executeTakeFirst();
  return row ? matterOf(row as MatterRow) : undefined;
};

export interface SavedMatter {
  readonly tone: string;
  readonly ended: boolean;
  readonly metrics: readonly string[];
}

/** Moves it on, if it is still at the version it was read at. Answers whether it was. */
export const saveStep = async (
  tx: Tx,
  before: Matter,
  after: Subject,
  saved: SavedMatter,
  event: MatterEvent,
): Promise<boolean> => {
  const version = before.version + 1;
  const clock = nearestClock(after);
  const updated = await tx.sql
    .updateTable("matters")
    .set({
      version,
      state: stateText(after.leaves),
      active: activeStates(after),
      tone: saved.tone,
      ended: saved.ended,
      ended_at: saved.ended ? sql<Date>`coalesce(ended_at, ${event.at}::timestamptz)` : null,
      entered_at: after.enteredAt,
      due_at: clock.dueAt,
      late: clock.late,
      clocks: JSON.stringify(after.clocks),
      facts: JSON.stringify(after.facts),
      metrics: [...saved.metrics],
    })
    .where("tenant_id", "=", tx.tenant)
    .where("id", "=", before.id)
    .where("version", "=", before.version)
    .executeTakeFirst();
  if (updated.numUpdatedRows === 0n) return false;
  await saveTimer(tx, before.id, nextAlarm(after));
  await tx.sql
    .insertInto("events")
    .values(eventColumns(tx, before.id, version, event))
    .execute();
  return true;
};

/** Adds to the facts as they stand in the database by now. */
export const saveFacts = async (
  tx: Tx,
  id: string,
  facts: Subject["facts"],
  metrics: readonly string[],
): Promise<void> => {
  await tx.sql
    .updateTable("matters")
    .set({ facts: sql`facts || ${JSON.stringify(facts)}::jsonb`, metrics: [...metrics] })
    .where("tenant_id", "=", tx.tenant)
    .where("id", "=", id)
    .execute();
};

export interface Description {
  readonly title?: string | undefined;
  readonly visibility?: Visibility | undefined;
  readonly nodeId?: string | undefined;
}

export const saveDescription = async (
  tx: Tx,
  id: string,
  { title, visibility, nodeId }: Description,
  areaId: string | undefined,
): Promise<void> => {
  const changes = {
    ...(title === undefined ? {} : { title }),
    ...(visibility === undefined ? {} : { visibility }),
    ...(nodeId === undefined ? {} : { place_id: nodeId }),
    ...(areaId === undefined ? {} : { area_id: areaId }),
  };
  if (Object.keys(changes).length === 0) return;
  await tx.sql.updateTable("matters").set(changes).where("tenant_id", "=", tx.tenant).where("id", "=", id).execute();
};

export interface EventRow {
  readonly id: string;
  readonly type: string;
  readonly actor_id: string | null;
  readonly actor_name: string;
  readonly at: Date;
  readonly seen_by: string;
  readonly data: unknown;
}

export const eventsOf = (tx: Tx, id: string): Promise<EventRow[]> =>
  tx.sql
    .selectFrom("events")
    .select(["id", "type", "actor_id", "actor_name", "at", "seen_by", "data"])
    .where("tenant_id", "=", tx.tenant)
    .where("subject_type", "=", "matter")
    .where("subject_id", "=", id)
    .orderBy("seq")
    .execute();
