/** Writing cases: one statement for intake, one transaction for every step. */

import { activeOf } from "@ginkgo/shared/pack/states.ts";
import type { SeenBy } from "@ginkgo/shared/pack/workflow.ts";
import { sql } from "kysely";
import type { Tx } from "../../platform/db/database.ts";
import { newId } from "../../platform/ids.ts";
import { stateText } from "../matters/index.ts";
import { nearestClock, nextAlarm, type Subject, type Worker } from "../workflow/index.ts";
import type { Case } from "./model.ts";
import { type CaseRow, caseOf, selectCases } from "./rows.ts";
import { saveTimer } from "./timers.ts";

export interface CaseEvent {
  readonly type: string;
  readonly actorId: string | null;
  readonly actorName: string;
  readonly at: Date;
  readonly seenBy: SeenBy;
  readonly data: object;
}

/** A case's area: what lists are kept by. */
export interface Area {
  readonly areaId: string;
  readonly communityId: string | null;
}

/** Every state a case stands in, named with its workflow: what lists ask for. */
export const activeStates = ({ workflow, leaves }: Subject): string[] =>
  activeOf(leaves).map((path) => `${workflow}:${path}`);

interface WorkerColumns {
  readonly who_id: string;
  readonly relation: string;
  readonly name: string;
  readonly body_id: string | null;
  readonly plays: string | null;
  readonly done_at: string | null;
}

const relationOf = (worker: Worker, offered: boolean): string => {
  if (worker.part === "assist") return offered ? "invited" : "assist";
  return offered ? "offered" : "lead";
};

const workerColumns = ({ offered, handlers }: Pick<Subject, "offered" | "handlers">): WorkerColumns[] => {
  const columns = (worker: Worker, isOffer: boolean): WorkerColumns => ({
    who_id: worker.id,
    relation: relationOf(worker, isOffer),
    name: worker.name,
    body_id: worker.bodyId ?? null,
    plays: worker.as ?? null,
    done_at: worker.doneAt ?? null,
  });
  return [...offered.map((one) => columns(one, true)), ...handlers.map((one) => columns(one, false))];
};

/**
 * Case, first event, timer and photos in one statement: one round trip, one moment. Answers how many of the photos could be
 * attached; a photo belongs to whoever uploaded it and to one case only.
 */
export const insertCase = async (
  tx: Tx,
  one: Case,
  area: Area,
  grams: readonly string[],
  event: EventRow,
  photos: readonly string[],
  metrics: readonly string[],
): Promise<number> => {
  const { subject } = one;
  const alarm = nextAlarm(subject);
  const clock = nearestClock(subject);
  const workers = workerColumns(subject);
  const { rows } = await sql<{ attached: number }>`
    with new_case as (
      insert into cases (tenant_id, id, no, pack_version, workflow, state, active, tone, version, category, kind, urgent, words,
        grams, visibility, channel, reporter_id, reporter_name, contact_sealed, behalf_sealed, place_id, area_id, community_id, lng,
        lat, address, mode, entered_at, warn_at, due_at, clocks, facts, metrics, parent_id, open_sub_cases, published_at, photo_count,
        submitted_at)
      values (${tx.tenant}, ${one.id}, ${one.no}, ${one.packVersion}, ${subject.workflow}, ${stateText(subject.leaves)},
        ${activeStates(subject)}::text[], ${one.tone}, 1, ${subject.category}, ${subject.kind},
        ${one.urgent}, ${one.words}, ${[...grams]}::text[], ${one.visibility}, ${one.channel}, ${one.reporterId}, ${one.reporterName},
        ${one.contactSealed}, ${one.behalfSealed}, ${subject.placeId}, ${area.areaId}, ${area.communityId}, ${one.pin?.[0] ?? null},
        ${one.pin?.[1] ?? null}, ${one.address}, ${subject.mode}, ${subject.enteredAt}, ${clock.warnAt}, ${clock.dueAt},
        ${JSON.stringify(subject.clocks)}::jsonb, ${JSON.stringify(subject.facts)}::jsonb, ${[...metrics]}::text[], ${one.parentId},
        ${subject.openSubCases}, ${subject.publishedAt}, ${photos.length}, ${one.submittedAt})
    ), new_workers as (
      insert into case_workers (tenant_id, case_id, who_id, relation, name, body_id, plays, done_at)
      select ${tx.tenant}, ${one.id}::uuid, w.who_id, w.relation, w.name, w.body_id, w.plays, w.done_at
      from jsonb_to_recordset(${JSON.stringify(workers)}::jsonb)
        as w(who_id uuid, relation text, name text, body_id uuid, plays text, done_at timestamptz)
    ), new_event as (
      insert into events (tenant_id, id, subject_type, subject_id, seq, type, actor_id, actor_name, at, seen_by, data)
      values (${tx.tenant}, ${event.id}, 'case', ${one.id}, ${event.seq}, ${event.type}, ${event.actor_id}, ${event.actor_name}, ${event.at},
        ${event.seen_by}, ${JSON.stringify(event.data)}::jsonb)
    ), new_timer as (
      insert into timers (tenant_id, subject_type, subject_id, kind, at)
      select ${tx.tenant}, 'case', ${one.id}::uuid, ${alarm?.kind ?? null}::text, ${alarm?.at ?? null}::timestamptz where ${alarm !== undefined}::boolean
    ), attached as (
      update files set subject_type = 'case', subject_id = ${one.id}
      where tenant_id = ${tx.tenant} and id = any(${[...photos]}::uuid[]) and owner_id = ${one.reporterId} and subject_id is null and kind <> 'document'
      returning id
    )
    select count(*) as attached from attached`.execute(tx.sql);
  return rows[0]?.attached ?? 0;
};

export const findCase = async (tx: Tx, id: string): Promise<Case | undefined> => {
  const row = await selectCases(tx).where("c.id", "=", id).executeTakeFirst();
  return row ? caseOf(row as CaseRow) : undefined;
};

export const findCases = async (tx: Tx, ids: readonly string[]): Promise<Case[]> => {
  const rows = await selectCases(tx)
    .where("c.id", "=", sql<string>`any(${[...ids]}::uuid[])`)
    .execute();
  return rows.map((row) => caseOf(row as CaseRow));
};

const saveWorkers = async (tx: Tx, caseId: string, before: Subject, after: Subject): Promise<void> => {
  const rows = workerColumns(after);
  if (JSON.stringify(workerColumns(before)) === JSON.stringify(rows)) return;
  await tx.sql.deleteFrom("case_workers").where("tenant_id", "=", tx.tenant).where("case_id", "=", caseId).execute();
  if (rows.length === 0) return;
  await tx.sql
    .insertInto("case_workers")
    .values(rows.map((row) => ({ ...row, tenant_id: tx.tenant, case_id: caseId })))
    .execute();
};

export interface Saved {
  readonly tone: string;
  readonly ended: boolean;
  readonly area: Area;
  readonly metrics: readonly string[];
}

/** Moves a case on, if it is still at the version it was read at. Answers whether it was. */
export const saveStep = async (
  tx: Tx,
  before: Case,
  after: Subject,
  saved: Saved,
  event: CaseEvent,
): Promise<boolean> => {
  const version = before.version + 1;
  const clock = nearestClock(after);
  const stars = after.facts.stars;
  const solved = after.facts.solved;
  const updated = await tx.sql
    .updateTable("cases")
    .set({
      version,
      state: stateText(after.leaves),
      active: activeStates(after),
      tone: saved.tone,
      ended: saved.ended,
      // What happens to a case after its end (a call, a part that ends later) does not move the end.
      ended_at: saved.ended ? sql<Date>`coalesce(ended_at, ${event.at}::timestamptz)` : null,
      category: after.category,
      place_id: after.placeId,
      area_id: saved.area.areaId,
      community_id: saved.area.communityId,
      mode: after.mode,
      entered_at: after.enteredAt,
      warn_at: clock.warnAt,
      due_at: clock.dueAt,
      clocks: JSON.stringify(after.clocks),
      late: clock.late,
      open_sub_cases: after.openSubCases,
      published_at: after.publishedAt,
      metrics: [...saved.metrics],
      facts: JSON.stringify(after.facts),
      stars: typeof stars === "number" ? stars : null,
      solved: typeof solved === "boolean" ? solved : null,
      merged_into: after.mergedInto,
    })
    .where("tenant_id", "=", tx.tenant)
    .where("id", "=", before.id)
    .where("version", "=", before.version)
    .executeTakeFirst();
  if (updated.numUpdatedRows === 0n) return false;
  await saveWorkers(tx, before.id, before.subject, after);
  await saveTimer(tx, before.id, after);
  await tx.sql
    .insertInto("events")
    .values({
      tenant_id: tx.tenant,
      id: newId(),
      subject_type: "case",
      subject_id: before.id,
      seq: version,
      type: event.type,
      actor_id: event.actorId,
      actor_name: event.actorName,
      at: event.at,
      seen_by: event.seenBy,
      data: JSON.stringify(event.data),
    })
    .execute();
  return true;
};

export interface EventRow {
  readonly id: string;
  readonly seq: number;
  readonly type: string;
  readonly actor_id: string | null;
  readonly actor_name: string;
  readonly at: Date;
  readonly seen_by: string;
  readonly data: Readonly<Record<string, unknown>>;
}

export const eventsOf = (tx: Tx, caseId: string): Promise<EventRow[]> =>
  tx.sql
    .selectFrom("events")
    .select(["id", "seq", "type", "actor_id", "actor_name", "at", "seen_by", "data"])
    .where("tenant_id", "=", tx.tenant)
    .where("subject_type", "=", "case")
    .where("subject_id", "=", caseId)
    .orderBy("seq")
    .execute();

/** Photos of steps that are not for everyone: whatever is laid open of a case, these are not. */
export const confidentialPhotos = async (tx: Tx, caseIds: readonly string[]): Promise<ReadonlySet<string>> => {
  const { rows } = await sql<{ id: string }>`
    select jsonb_array_elements_text(e.data -> 'photos') as id from events e
    where e.tenant_id = ${tx.tenant} and e.subject_type = 'case' and e.subject_id = any(${[...caseIds]}::uuid[])
      and e.seen_by <> 'everyone' and jsonb_typeof(e.data -> 'photos') = 'array'`.execute(tx.sql);
  return new Set(rows.map(({ id }) => id));
};

/** Cases merged into this one, with those who reported them: they hear of every step. */
export const mergedCases = (tx: Tx, caseId: string): Promise<{ id: string; no: string; reporter_id: string }[]> =>
  tx.sql
    .selectFrom("cases")
    .select(["id", "no", "reporter_id"])
    .where("tenant_id", "=", tx.tenant)
    .where("merged_into", "=", caseId)
    .orderBy("submitted_at")
    .limit(200)
    .execute();

/** The sub-cases of a case, oldest first. */
export const subCasesOf = async (tx: Tx, parentId: string): Promise<Case[]> => {
  const rows = await selectCases(tx).where("c.parent_id", "=", parentId).orderBy("c.no").limit(500).execute();
  return rows.map((row) => caseOf(row as CaseRow));
};

export const countSubCases = async (tx: Tx, parentId: string): Promise<number> => {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from cases where tenant_id = ${tx.tenant} and parent_id = ${parentId}`.execute(tx.sql);
  return rows[0]?.count ?? 0;
};

/** Whoever else would change these waits. The newest first: a part is locked before the case it belongs to. */
export const lockCases = async (tx: Tx, ids: readonly string[]): Promise<void> => {
  for (const id of [...new Set(ids)].sort().reverse())
    await tx.sql
      .selectFrom("cases")
      .select("id")
      .where("tenant_id", "=", tx.tenant)
      .where("id", "=", id)
      .forUpdate()
      .execute();
};

/** A case read to be changed. */
export const lockCase = async (tx: Tx, id: string): Promise<Case | undefined> => {
  await lockCases(tx, [id]);
  return findCase(tx, id);
};
