/** Cases between the database and the model. */
import { sql } from "kysely";
import type { Tx } from "../../platform/db/database.ts";
import { clocksOf, leavesIn } from "../matters/index.ts";
import type { Mode, Worker } from "../workflow/index.ts";
import type { Case, Visibility } from "./model.ts";

export const caseColumns = [
  "c.id",
  "c.no",
  "c.pack_version",
  "c.workflow",
  "c.state",
  "c.tone",
  "c.ended",
  "c.version",
  "c.category",
  "c.kind",
  "c.urgent",
  "c.words",
  "c.visibility",
  "c.channel",
  "c.reporter_id",
  "c.reporter_name",
  "c.contact_sealed",
  "c.behalf_sealed",
  "c.place_id",
  "c.community_id",
  "c.lng",
  "c.lat",
  "c.address",
  "c.mode",
  "c.entered_at",
  "c.due_at",
  "c.clocks",
  "c.facts",
  "c.stars",
  "c.solved",
  "c.merged_into",
  "c.parent_id",
  "c.open_sub_cases",
  "c.published_at",
  "c.photo_count",
  "c.submitted_at",
] as const;

interface WorkerRow {
  readonly who: string;
  readonly relation: string;
  readonly name: string;
  readonly body: string | null;
  readonly plays: string | null;
  readonly done: string | null;
}

export const workersColumn = (tenant: string) =>
  sql<
    readonly WorkerRow[]
  >`(select coalesce(json_agg(json_build_object('who', w.who_id, 'relation', w.relation, 'name', w.name, 'body', w.body_id,
      'plays', w.plays, 'done', w.done_at) order by w.relation desc, w.name), '[]')
    from case_workers w where w.tenant_id = ${tenant} and w.case_id = c.id)`.as("workers");

export interface CaseRow {
  readonly id: string;
  readonly no: string;
  readonly pack_version: number;
  readonly workflow: string;
  readonly state: string;
  readonly tone: string;
  readonly ended: boolean;
  readonly version: number;
  readonly category: string;
  readonly kind: string | null;
  readonly urgent: boolean;
  readonly words: string;
  readonly visibility: string;
  readonly channel: string;
  readonly reporter_id: string;
  readonly reporter_name: string;
  readonly contact_sealed: Buffer | null;
  readonly behalf_sealed: Buffer | null;
  readonly place_id: string;
  readonly community_id: string | null;
  readonly lng: number | null;
  readonly lat: number | null;
  readonly address: string | null;
  readonly mode: string | null;
  readonly entered_at: Date;
  readonly due_at: Date | null;
  readonly clocks: unknown;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly stars: number | null;
  readonly solved: boolean | null;
  readonly merged_into: string | null;
  readonly parent_id: string | null;
  readonly open_sub_cases: number;
  readonly published_at: Date | null;
  readonly photo_count: number;
  readonly submitted_at: Date;
  readonly workers: readonly WorkerRow[];
}

const workerOf = (row: WorkerRow): Worker => ({
  id: row.who,
  name: row.name,
  ...(row.body ? { bodyId: row.body } : {}),
  ...(row.relation === "assist" || row.relation === "invited" ? { part: "assist" as const } : {}),
  ...(row.plays ? { as: row.plays } : {}),
  ...(row.done ? { doneAt: new Date(row.done).toISOString() } : {}),
});

const isOffer = ({ relation }: WorkerRow): boolean => relation === "offered" || relation === "invited";

export const caseOf = (row: CaseRow): Case => ({
  id: row.id,
  no: row.no,
  packVersion: row.pack_version,
  version: row.version,
  subject: {
    workflow: row.workflow,
    leaves: leavesIn(row.state),
    enteredAt: row.entered_at,
    clocks: clocksOf(row.clocks),
    category: row.category,
    kind: row.kind,
    placeId: row.place_id,
    mode: row.mode as Mode | null,
    offered: row.workers.filter(isOffer).map(workerOf),
    // `lead` sorts before `assist` in the aggregate.
    handlers: row.workers.filter((one) => !isOffer(one)).map(workerOf),
    facts: row.facts,
    mergedInto: row.merged_into,
    openSubCases: row.open_sub_cases,
    publishedAt: row.published_at,
  },
  tone: row.tone,
  ended: row.ended,
  urgent: row.urgent,
  words: row.words,
  visibility: row.visibility as Visibility,
  channel: row.channel,
  reporterId: row.reporter_id,
  reporterName: row.reporter_name,
  contactSealed: row.contact_sealed,
  behalfSealed: row.behalf_sealed,
  communityId: row.community_id,
  pin: row.lng !== null && row.lat !== null ? [row.lng, row.lat] : null,
  address: row.address,
  stars: row.stars,
  solved: row.solved,
  parentId: row.parent_id,
  photoCount: row.photo_count,
  submittedAt: row.submitted_at,
});

export const selectCases = (tx: Tx) =>
  tx.sql
    .selectFrom("cases as c")
    .select(caseColumns)
    .select(workersColumn(tx.tenant))
    .where("c.tenant_id", "=", tx.tenant);
