/**
 * What can be claimed: needs, what units offer, projects, wishes, posts, facilities … and the claims on them. Steps are taken
 * through `mattersApi.act`, for the thing as for a claim.
 */
import { z } from "zod";
import { Id, Instant, Lat, LatInQuery, Lng, LngInQuery, NodeRef, Paging, pageOf, TenantId } from "./common.ts";
import { endpoint } from "./contract.ts";
import { MatterSummary, MatterView } from "./matters.ts";

const Day = z.iso.date();
export const ClaimList = z.enum(["need", "resource", "project"]);
export type ClaimList = z.infer<typeof ClaimList>;

/** What a task asks of people; what is not known of someone they confirm themselves. */
export const AskedOf = z.enum(["age", "skills", "health"]);
export type AskedOf = z.infer<typeof AskedOf>;

const detail = {
  list: ClaimList,
  words: z.string(),
  skills: z.array(z.string()),
  places: z.int(),
  /** Claims that hold a place: all but those that came to nothing. */
  taken: z.int(),
  carriedThrough: z.int(),
  /** Whether it stands where it can be claimed, and its last day has not passed. Places may be gone none the less. */
  open: z.boolean(),
  startsAt: Instant.nullable(),
  endsAt: Instant.nullable(),
  until: Day.nullable(),
  lng: z.number().nullable(),
  lat: z.number().nullable(),
  address: z.string().nullable(),
  minAge: z.int().nullable(),
  maxAge: z.int().nullable(),
  health: z.string().nullable(),
};

export const ClaimableSummary = MatterSummary.extend({
  ...detail,
  bookable: z.boolean(),
  /** From where was asked. */
  meters: z.int().nullable(),
  /** This viewer, or a body they speak for, holds an open claim on it. */
  claimedByMe: z.boolean(),
});
export type ClaimableSummary = z.infer<typeof ClaimableSummary>;

export const ClaimSummary = MatterSummary.extend({
  claimable: z.object({ id: Id, code: z.string(), title: z.string(), kind: z.string(), list: ClaimList }),
});
export type ClaimSummary = z.infer<typeof ClaimSummary>;

export const ClaimView = MatterView.extend({
  claimable: ClaimSummary.shape.claimable.extend({
    words: z.string(),
    startsAt: Instant.nullable(),
    endsAt: Instant.nullable(),
    lng: z.number().nullable(),
    lat: z.number().nullable(),
    address: z.string().nullable(),
  }),
  /** In words, which limits the claimant confirmed that they meet. */
  confirmed: z.array(z.string()),
});
export type ClaimView = z.infer<typeof ClaimView>;

export const ClaimableView = MatterView.extend({
  ...detail,
  bookable: z.boolean(),
  meters: z.int().nullable(),
  claimedByMe: z.boolean(),
  addressPublic: z.boolean(),
  /** How this viewer may claim it now. */
  claiming: z.object({
    /** As oneself. */
    self: z.boolean(),
    /** For these bodies. */
    bodies: z.array(NodeRef),
    /** Why not, where neither is possible. */
    why: z.string().nullable(),
    /** What one must confirm, because it is not known. */
    confirms: z.array(z.object({ id: AskedOf, label: z.string() })),
  }),
  /** What may be changed by this viewer now: all of it, how many places and until when, or nothing. */
  mayEdit: z.enum(["all", "places", "nothing"]),
  mayAssign: z.boolean(),
  /** Desk and owner see all of them, anyone else their own. */
  claims: z.array(ClaimSummary),
});
export type ClaimableView = z.infer<typeof ClaimableView>;

const fields = {
  title: z.string().trim().min(2, "至少 2 个字").max(80, "最多 80 个字"),
  words: z.string().trim().min(1, "请填写说明").max(2000, "最多 2000 个字"),
  nodeId: Id,
  places: z.int().min(1, "至少 1 个").max(10_000).optional(),
  skills: z.array(z.string().max(60)).max(20).default([]),
  startsAt: Instant.nullish(),
  endsAt: Instant.nullish(),
  until: Day.nullish(),
  lng: Lng.nullish(),
  lat: Lat.nullish(),
  address: z.string().trim().max(120).nullish(),
  addressPublic: z.boolean().default(false),
  minAge: z.int().min(0).max(120).nullish(),
  maxAge: z.int().min(0).max(120).nullish(),
  health: z.string().trim().max(200).nullish(),
};

export const ClaimableDraft = z.strictObject({
  kind: z.string().max(60),
  ...fields,
  /** The body it is put up for; its own desk, or whoever speaks for it. */
  bodyId: Id.optional(),
  /** Answers to the intake form of the kind's workflow. */
  data: z.record(z.string(), z.unknown()).default({}),
});
export type ClaimableDraft = z.infer<typeof ClaimableDraft>;

export const ClaimableChanges = z.strictObject({ version: z.int(), ...z.strictObject(fields).partial().shape });

export const ClaimableFilter = z.object({
  /** `open`: can be claimed and has places left. `own`: put up by this actor or a body they speak for. `all`: whatever they may see. */
  box: z.enum(["open", "own", "all"]).default("all"),
  list: ClaimList.optional(),
  kind: z.string().max(60).optional(),
  skill: z.string().max(60).optional(),
  under: Id.optional(),
  tone: z.enum(["waiting", "working", "done", "stopped"]).optional(),
  /** `workflow:path`. */
  state: z.string().max(120).optional(),
  /** It takes place in this time, or has no time. */
  from: Instant.optional(),
  to: Instant.optional(),
  q: z.string().max(60).optional(),
  /** A figure it counts in. */
  metric: z.string().max(60).optional(),
  lng: LngInQuery.optional(),
  lat: LatInQuery.optional(),
  /** No farther than this from there. */
  within: z.coerce.number().int().min(1).max(200_000).optional(),
});
export type ClaimableFilter = z.infer<typeof ClaimableFilter>;

const ClaimableParams = z.object({ claimableId: Id });

export const PublicClaimable = z.object({
  code: z.string(),
  kind: z.string(),
  kindLabel: z.string(),
  list: ClaimList,
  title: z.string(),
  words: z.string(),
  place: z.string(),
  skills: z.array(z.string()),
  places: z.int(),
  free: z.int(),
  startsAt: Instant.nullable(),
  endsAt: Instant.nullable(),
  until: Day.nullable(),
  minAge: z.int().nullable(),
  maxAge: z.int().nullable(),
  health: z.string().nullable(),
  /** Only where whoever put it up agreed to it. */
  address: z.string().nullable(),
  lng: z.number().nullable(),
  lat: z.number().nullable(),
});
export type PublicClaimable = z.infer<typeof PublicClaimable>;

export const ClaimableImport = z.object({
  dryRun: z.boolean(),
  rows: z.int(),
  created: z.int(),
  problems: z.array(z.object({ path: z.string(), message: z.string(), line: z.int().optional() })),
});
export type ClaimableImport = z.infer<typeof ClaimableImport>;

const cacheSeconds = 60;

export const claimsApi = {
  claimables: endpoint({
    method: "GET",
    path: "/claimables",
    summary: "Needs, what is offered, projects: what this actor may see of them",
    access: "signed-in",
    query: Paging.extend(ClaimableFilter.shape).extend({
      sort: z.enum(["newest", "nearest", "soonest"]).default("newest"),
    }),
    output: pageOf(ClaimableSummary),
  }),
  claimableMap: endpoint({
    method: "GET",
    path: "/claimables/map",
    summary: "Those of them that have a place on the map (at most 2,000)",
    access: "signed-in",
    query: ClaimableFilter,
    output: z.object({
      points: z.array(
        z.object({
          id: Id,
          kind: z.string(),
          title: z.string(),
          lng: z.number(),
          lat: z.number(),
          free: z.int(),
          open: z.boolean(),
        }),
      ),
      more: z.boolean(),
    }),
  }),
  claimableCounts: endpoint({
    method: "GET",
    path: "/claimables/counts",
    summary: "How many are open on each list, how many wait for this desk, and one's own open claims",
    access: "signed-in",
    output: z.object({
      open: z.object({ need: z.int(), resource: z.int(), project: z.int() }),
      own: z.int(),
      myClaims: z.int(),
      received: z.int(),
    }),
  }),
  claimable: endpoint({
    method: "GET",
    path: "/claimables/:claimableId",
    summary: "One of them with its history, the steps allowed, and how this actor may claim it",
    access: "signed-in",
    params: ClaimableParams,
    query: z.object({ lng: LngInQuery.optional(), lat: LatInQuery.optional() }),
    output: ClaimableView,
  }),
  claimableByCode: endpoint({
    method: "GET",
    path: "/claimables/codes/:code",
    summary: "What a QR code or a shared link means",
    access: "signed-in",
    params: z.object({ code: z.string().max(20) }),
    output: z.object({ id: Id }),
  }),
  putUp: endpoint({
    method: "POST",
    path: "/claimables",
    summary: "Put something up to be claimed",
    access: "signed-in",
    body: ClaimableDraft,
    output: ClaimableView,
    problems: ["forbidden", "outside-area"],
  }),
  changeClaimable: endpoint({
    method: "PATCH",
    path: "/claimables/:claimableId",
    summary: "Change it; once it is open only how many places there are, and the last day",
    access: "signed-in",
    params: ClaimableParams,
    body: ClaimableChanges,
    output: ClaimableView,
    problems: ["stale", "not-allowed-now", "forbidden"],
  }),
  claim: endpoint({
    method: "POST",
    path: "/claimables/:claimableId/claims",
    summary:
      "Claim a place, for oneself or for a body one speaks for; `alternatives` of the problem say what is free nearby",
    access: "signed-in",
    params: ClaimableParams,
    body: z.strictObject({
      bodyId: Id.optional(),
      confirmed: z.array(AskedOf).max(3).default([]),
      data: z.record(z.string(), z.unknown()).default({}),
    }),
    output: ClaimView,
    problems: ["already-taken", "not-allowed-now", "conflict"],
  }),
  assignees: endpoint({
    method: "GET",
    path: "/claimables/:claimableId/assignees",
    summary: "Registered people and units it could be assigned to, by a piece of their name (right `claim.edit`)",
    access: "signed-in",
    params: ClaimableParams,
    query: z.object({ q: z.string().max(40).default("") }),
    output: z.object({
      people: z.array(z.object({ id: Id, name: z.string(), place: z.string() })),
      bodies: z.array(z.object({ id: Id, name: z.string(), place: z.string() })),
    }),
  }),
  assign: endpoint({
    method: "POST",
    path: "/claimables/:claimableId/assign",
    summary: "Assign a place to a person or a unit, who then accepts or declines (right `claim.edit`)",
    access: "signed-in",
    params: ClaimableParams,
    body: z.strictObject({ accountId: Id.optional(), bodyId: Id.optional() }),
    output: ClaimableView,
    problems: ["already-taken", "not-allowed-now", "conflict"],
  }),
  claims: endpoint({
    method: "GET",
    path: "/claims",
    summary: "Claims: one's own, those on what one put up, or all a desk may see",
    access: "signed-in",
    query: Paging.extend({
      box: z.enum(["mine", "received", "desk"]).default("mine"),
      ended: z.enum(["yes", "no"]).optional(),
      list: ClaimList.optional(),
      kind: z.string().max(60).optional(),
      state: z.string().max(120).optional(),
      under: Id.optional(),
      q: z.string().max(60).optional(),
      metric: z.string().max(60).optional(),
    }),
    output: pageOf(ClaimSummary),
  }),
  claimView: endpoint({
    method: "GET",
    path: "/claims/:claimId",
    summary: "One claim with its history, the steps allowed, and what was claimed",
    access: "signed-in",
    params: z.object({ claimId: Id }),
    output: ClaimView,
  }),
  publicClaimables: endpoint({
    method: "GET",
    path: "/public/:tenant/claimables",
    summary: "What everyone may claim, without signing in: no persons, no telephone numbers",
    access: "public",
    cacheSeconds,
    params: z.object({ tenant: TenantId }),
    query: Paging.extend({
      list: ClaimList.optional(),
      kind: z.string().max(60).optional(),
      under: Id.optional(),
      q: z.string().max(60).optional(),
    }),
    output: pageOf(PublicClaimable).extend({
      kinds: z.array(z.object({ id: z.string(), label: z.string(), list: ClaimList })),
    }),
  }),
  publicClaimable: endpoint({
    method: "GET",
    path: "/public/:tenant/claimables/:code",
    summary: "One of them by its code",
    access: "public",
    cacheSeconds,
    params: z.object({ tenant: TenantId, code: z.string().max(20) }),
    output: PublicClaimable,
  }),
  publicNode: endpoint({
    method: "GET",
    path: "/public/:tenant/nodes/:nodeId",
    summary: "A station, a community or another place as its QR code shows it",
    access: "public",
    cacheSeconds,
    params: z.object({ tenant: TenantId, nodeId: Id }),
    output: z.object({
      id: Id,
      name: z.string(),
      tierLabel: z.string(),
      trail: z.string(),
      address: z.string().nullable(),
      lng: z.number().nullable(),
      lat: z.number().nullable(),
    }),
  }),
} as const;
