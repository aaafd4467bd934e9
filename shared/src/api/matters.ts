/**
 * A matter is what moves along a workflow besides cases: a registration, a need or an offer, a claim, an agreement, an
 * activity. What is particular to each stands in its own contract; steps and history are the same for all.
 */
import { z } from "zod";
import { MatterType } from "../pack/participation.ts";
import { CaseAction, TimelineEntry, Tone } from "./cases.ts";
import { Id, Instant, NodeRef } from "./common.ts";
import { endpoint } from "./contract.ts";

export const MatterVisibility = z.enum(["public", "place", "registered", "parties"]);

export const MatterSummary = z.object({
  id: Id,
  type: MatterType,
  kind: z.string(),
  kindLabel: z.string(),
  /** Stands in links and QR codes. */
  code: z.string(),
  title: z.string(),
  version: z.int(),
  stateLabel: z.string(),
  tone: Tone,
  ended: z.boolean(),
  marks: z.array(z.object({ label: z.string(), tone: z.enum(["info", "warning", "danger"]) })),
  visibility: MatterVisibility,
  node: NodeRef,
  place: z.string(),
  /** Names as this viewer may see them: null where it is nothing to them. */
  owner: z.object({ name: z.string(), body: NodeRef.nullable() }).nullable(),
  holder: z.object({ name: z.string(), body: NodeRef.nullable() }).nullable(),
  unit: NodeRef.nullable(),
  parentId: Id.nullable(),
  createdAt: Instant,
  endedAt: Instant.nullable(),
  dueAt: Instant.nullable(),
  time: z.enum(["none", "ok", "soon", "late", "paused"]),
  /** What this viewer is to it. */
  mine: z.enum(["owner", "holder", "none"]),
});
export type MatterSummary = z.infer<typeof MatterSummary>;

export const MatterView = MatterSummary.extend({
  progress: z.array(z.object({ label: z.string(), reached: z.boolean(), current: z.boolean() })),
  waiting: z.string().nullable(),
  facts: z.array(z.object({ label: z.string(), text: z.string() })),
  timeline: z.array(TimelineEntry),
  actions: z.array(CaseAction),
});
export type MatterView = z.infer<typeof MatterView>;

export const mattersApi = {
  view: endpoint({
    method: "GET",
    path: "/matters/:matterId",
    summary: "A registration, need, claim, agreement or activity with its history and allowed actions",
    access: "signed-in",
    params: z.object({ matterId: Id }),
    output: MatterView,
  }),
  act: endpoint({
    method: "POST",
    path: "/matters/:matterId/actions/:action",
    summary: "Take a step of the workflow",
    access: "signed-in",
    params: z.object({ matterId: Id, action: z.string().max(60) }),
    body: z.strictObject({ version: z.int(), data: z.record(z.string(), z.unknown()).default({}) }),
    output: MatterView,
    problems: ["not-found", "stale", "not-allowed-now", "already-taken"],
  }),
};
