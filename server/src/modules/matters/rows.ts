/** Matters between the database and the model. */
import type { MatterType } from "@ginkgo/shared/pack/participation.ts";
import type { Tx } from "../../platform/db/database.ts";
import type { Clocks, StateClock } from "../workflow/index.ts";
import type { Matter, Side, Visibility } from "./model.ts";

export const matterColumns = [
  "m.id",
  "m.type",
  "m.kind",
  "m.code",
  "m.title",
  "m.pack_version",
  "m.workflow",
  "m.state",
  "m.tone",
  "m.ended",
  "m.version",
  "m.entered_at",
  "m.clocks",
  "m.facts",
  "m.visibility",
  "m.place_id",
  "m.owner_id",
  "m.owner_name",
  "m.owner_body_id",
  "m.holder_id",
  "m.holder_name",
  "m.body_id",
  "m.unit_id",
  "m.unit_sees",
  "m.parent_id",
  "m.created_at",
  "m.ended_at",
] as const;

export interface MatterRow {
  readonly id: string;
  readonly type: string;
  readonly kind: string;
  readonly code: string;
  readonly title: string;
  readonly pack_version: number;
  readonly workflow: string;
  readonly state: string;
  readonly tone: string;
  readonly ended: boolean;
  readonly version: number;
  readonly entered_at: Date;
  readonly clocks: unknown;
  readonly facts: unknown;
  readonly visibility: string;
  readonly place_id: string;
  readonly owner_id: string;
  readonly owner_name: string;
  readonly owner_body_id: string | null;
  readonly holder_id: string | null;
  readonly holder_name: string | null;
  readonly body_id: string | null;
  readonly unit_id: string | null;
  readonly unit_sees: boolean;
  readonly parent_id: string | null;
  readonly created_at: Date;
  readonly ended_at: Date | null;
}

const dateOf = (value: unknown): Date | null => (typeof value === "string" ? new Date(value) : null);

/** JSON knows no dates. */
export const clocksOf = (stored: unknown): Clocks =>
  Object.fromEntries(
    Object.entries(stored as Record<string, StateClock>).map(([path, { dueAt, warnAt, ...rest }]) => [
      path,
      { ...rest, dueAt: dateOf(dueAt), warnAt: dateOf(warnAt) },
    ]),
  );

/** The innermost states in one text: what `state` holds. */
export const stateText = (leaves: readonly string[]): string => leaves.join("|");
export const leavesIn = (state: string): string[] => state.split("|");

const holderOf = ({ holder_id, holder_name, body_id }: MatterRow): Side | null =>
  holder_id === null ? null : { id: holder_id, name: holder_name ?? "", bodyId: body_id };

export const matterOf = (row: MatterRow): Matter => {
  const holder = holderOf(row);
  return {
    id: row.id,
    type: row.type as MatterType,
    kind: row.kind,
    code: row.code,
    title: row.title,
    packVersion: row.pack_version,
    version: row.version,
    subject: {
      workflow: row.workflow,
      leaves: leavesIn(row.state),
      enteredAt: row.entered_at,
      clocks: clocksOf(row.clocks),
      category: "",
      kind: row.kind,
      placeId: row.place_id,
      mode: null,
      offered: [],
      handlers: holder
        ? [{ id: holder.id, name: holder.name, ...(holder.bodyId ? { bodyId: holder.bodyId } : {}) }]
        : [],
      facts: row.facts as Readonly<Record<string, unknown>>,
      mergedInto: null,
      openSubCases: 0,
      publishedAt: null,
    },
    tone: row.tone,
    ended: row.ended,
    visibility: row.visibility as Visibility,
    owner: { id: row.owner_id, name: row.owner_name, bodyId: row.owner_body_id },
    holder,
    unitId: row.unit_id,
    unitSees: row.unit_sees,
    parentId: row.parent_id,
    createdAt: row.created_at,
    endedAt: row.ended_at,
  };
};

export const selectMatters = (tx: Tx) =>
  tx.sql.selectFrom("matters as m").select(matterColumns).where("m.tenant_id", "=", tx.tenant);
