/** Patrols: routes with points, squads, rounds that are ticked off point by point. No positions, no tracks. */
import { z } from "zod";
import { Day, Person, said } from "./bookings.ts";
import { Id, Instant, Lat, Lng, NodeRef, Paging, pageOf } from "./common.ts";
import { endpoint } from "./contract.ts";

const version = z.int().min(1);
const Time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "请填写时间，如 08:30");

export const PatrolPoint = z.object({
  id: Id,
  name: z.string(),
  lng: z.number().nullable(),
  lat: z.number().nullable(),
  /** For printing the QR code; only for those who may edit the route. */
  code: z.string().nullable(),
});
export type PatrolPoint = z.infer<typeof PatrolPoint>;

export const PatrolTime = z.object({
  days: z.array(z.int().min(1).max(7)).min(1).max(7),
  at: Time,
  squadId: Id.nullable(),
});
export type PatrolTime = z.infer<typeof PatrolTime>;

export const PatrolRoute = z.object({
  id: Id,
  kind: z.string(),
  kindLabel: z.string(),
  name: z.string(),
  node: NodeRef,
  trail: z.string(),
  points: z.array(PatrolPoint),
  /** How many of them make a round complete. */
  needed: z.int(),
  times: z.array(PatrolTime),
  open: z.boolean(),
  mayEdit: z.boolean(),
  mayWalk: z.boolean(),
  version: z.int(),
});
export type PatrolRoute = z.infer<typeof PatrolRoute>;

export const Squad = z.object({
  id: Id,
  name: z.string(),
  node: NodeRef,
  team: NodeRef.nullable(),
  people: z.array(Person),
  open: z.boolean(),
  mayEdit: z.boolean(),
  version: z.int(),
});
export type Squad = z.infer<typeof Squad>;

export const roundStatuses = ["planned", "under-way", "done", "short", "missed"] as const;
export const RoundStatus = z.enum(roundStatuses);
export type RoundStatus = z.infer<typeof RoundStatus>;

export const PatrolRound = z.object({
  id: Id,
  route: z.object({ id: Id, name: z.string(), kindLabel: z.string(), category: z.string().nullable() }),
  node: NodeRef,
  squad: z.string().nullable(),
  plannedAt: Instant.nullable(),
  startedAt: Instant.nullable(),
  endedAt: Instant.nullable(),
  status: RoundStatus,
  statusLabel: z.string(),
  needed: z.int(),
  ticked: z.int(),
  people: z.array(z.string()),
  note: z.string().nullable(),
  mine: z.boolean(),
  version: z.int(),
});
export type PatrolRound = z.infer<typeof PatrolRound>;

export const PatrolRoundView = PatrolRound.extend({
  points: z.array(PatrolPoint.extend({ tickedAt: Instant.nullable() })),
  findings: z.array(z.object({ id: Id, words: z.string(), point: z.string().nullable(), at: Instant })),
  may: z.object({ walk: z.boolean(), join: z.boolean() }),
});
export type PatrolRoundView = z.infer<typeof PatrolRoundView>;

export const PatrolFigures = z.object({
  planned: z.int(),
  done: z.int(),
  short: z.int(),
  missed: z.int(),
  ticks: z.int(),
  /** How many different points were passed, of how many. */
  covered: z.int(),
  points: z.int(),
  patrollers: z.int(),
  findings: z.int(),
  /** Points nobody has passed for longest. */
  neglected: z.array(z.object({ point: z.string(), route: z.string(), lastAt: Instant.nullable() })),
});
export type PatrolFigures = z.infer<typeof PatrolFigures>;

const RouteDraft = {
  name: said("请填写名称", 60),
  times: z.array(PatrolTime).max(40),
  points: z
    .array(
      z.strictObject({
        /** Absent: a new point, with a code of its own. */
        id: Id.optional(),
        name: said("请填写点位名称", 40),
        lng: Lng.nullable().default(null),
        lat: Lat.nullable().default(null),
      }),
    )
    .min(1, "请至少填写一个点位")
    .max(100),
};
const SquadDraft = {
  name: said("请填写名称", 60),
  teamId: Id.nullable(),
  people: z.array(Id).max(300),
};

const routeId = z.object({ routeId: Id });
const squadId = z.object({ squadId: Id });
const roundId = z.object({ roundId: Id });

export const patrolsApi = {
  routes: endpoint({
    method: "GET",
    path: "/patrols/routes",
    summary: "Routes one reads as a desk or walks",
    access: "signed-in",
    query: z.object({ under: Id.optional() }),
    output: z.object({ items: z.array(PatrolRoute) }),
  }),
  addRoute: endpoint({
    method: "POST",
    path: "/patrols/routes",
    summary: "A new route with its points (right `duty.edit`)",
    access: "signed-in",
    body: z.strictObject({ kind: z.string().max(40), nodeId: Id, ...RouteDraft }),
    output: PatrolRoute,
    problems: ["not-found", "conflict"],
  }),
  changeRoute: endpoint({
    method: "PUT",
    path: "/patrols/routes/:routeId",
    summary: "Change it; rounds to come that nobody has begun are planned anew",
    access: "signed-in",
    params: routeId,
    body: z.strictObject({ version, open: z.boolean(), ...RouteDraft }),
    output: PatrolRoute,
    problems: ["not-found", "stale", "conflict"],
  }),
  renewCode: endpoint({
    method: "POST",
    path: "/patrols/routes/:routeId/points/:pointId/code",
    summary: "A new code for a point whose printed one is lost or known; the old one counts no more",
    access: "signed-in",
    params: routeId.extend({ pointId: Id }),
    output: PatrolRoute,
    problems: ["not-found"],
  }),
  squads: endpoint({
    method: "GET",
    path: "/patrols/squads",
    summary: "Squads one reads as a desk or belongs to",
    access: "signed-in",
    query: z.object({ under: Id.optional() }),
    output: z.object({ items: z.array(Squad) }),
  }),
  addSquad: endpoint({
    method: "POST",
    path: "/patrols/squads",
    summary: "A new squad (right `duty.edit`)",
    access: "signed-in",
    body: z.strictObject({ nodeId: Id, ...SquadDraft }),
    output: Squad,
    problems: ["not-found", "conflict"],
  }),
  changeSquad: endpoint({
    method: "PUT",
    path: "/patrols/squads/:squadId",
    summary: "Who belongs to it",
    access: "signed-in",
    params: squadId,
    body: z.strictObject({ version, open: z.boolean(), ...SquadDraft }),
    output: Squad,
    problems: ["not-found", "stale", "conflict"],
  }),
  rounds: endpoint({
    method: "GET",
    path: "/patrols/rounds",
    summary: "Rounds, newest first",
    access: "signed-in",
    query: Paging.extend({
      under: Id.optional(),
      route: Id.optional(),
      status: RoundStatus.optional(),
      from: Day.optional(),
      to: Day.optional(),
      /** `mine`: of one's own squads, with those planned for today. */
      box: z.enum(["desk", "mine"]).default("desk"),
    }),
    output: pageOf(PatrolRound),
  }),
  round: endpoint({
    method: "GET",
    path: "/patrols/rounds/:roundId",
    summary: "One round with its points",
    access: "signed-in",
    params: roundId,
    output: PatrolRoundView,
    problems: ["not-found"],
  }),
  begin: endpoint({
    method: "POST",
    path: "/patrols/rounds",
    summary: "Begin a planned round, or one of one's own accord",
    access: "signed-in",
    body: z.strictObject({ routeId: Id, roundId: Id.optional(), squadId: Id.optional() }),
    output: PatrolRoundView,
    problems: ["not-found", "not-allowed-now"],
  }),
  join: endpoint({
    method: "POST",
    path: "/patrols/rounds/:roundId/join",
    summary: "Walk along with a round of one's squad",
    access: "signed-in",
    params: roundId,
    output: PatrolRoundView,
    problems: ["not-found", "not-allowed-now"],
  }),
  tick: endpoint({
    method: "POST",
    path: "/patrols/rounds/:roundId/ticks",
    summary: "Tick a point by the code that is printed there",
    access: "signed-in",
    params: roundId,
    body: z.strictObject({ code: said("请扫码或输入点位编码", 200) }),
    output: PatrolRoundView,
    problems: ["not-found", "not-allowed-now"],
  }),
  find: endpoint({
    method: "POST",
    path: "/patrols/rounds/:roundId/findings",
    summary: "Note what was found",
    access: "signed-in",
    params: roundId,
    body: z.strictObject({ words: said("请填写发现的情况", 500), pointId: Id.optional() }),
    output: PatrolRoundView,
    problems: ["not-found", "not-allowed-now"],
  }),
  end: endpoint({
    method: "POST",
    path: "/patrols/rounds/:roundId/end",
    summary: "End it; with points left out it counts as short",
    access: "signed-in",
    params: roundId,
    body: z.strictObject({ note: z.string().max(300).optional() }),
    output: PatrolRoundView,
    problems: ["not-found", "not-allowed-now"],
  }),
  figures: endpoint({
    method: "GET",
    path: "/patrols/figures",
    summary: "Rounds, points and patrollers between two days",
    access: "signed-in",
    query: z.object({ from: Day, to: Day, under: Id.optional() }),
    output: PatrolFigures,
    problems: ["not-found", "forbidden"],
  }),
};
