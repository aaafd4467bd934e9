import { z } from "zod";
import { Id, Instant, LatInQuery, LngInQuery, NodeRef, Position } from "./common.ts";
import { endpoint } from "./contract.ts";
import { FieldProblem } from "./problem.ts";

/** A closed ring or several of outer boundary, WGS-84, first point repeated last. */
export const Ring = z.array(Position).min(4).max(500);

export const NodeStatus = z.enum(["active", "closed", "merged"]);

export const NodeView = z.object({
  id: Id,
  tier: z.string(),
  tierLabel: z.string(),
  kind: z.string().nullable(),
  name: z.string(),
  code: z.string().nullable(),
  parent: Id.nullable(),
  /** For a Party organisation: the area it is laid over. */
  seat: NodeRef.nullable(),
  at: Position.nullable(),
  address: z.string().nullable(),
  aliases: z.array(z.string()),
  status: NodeStatus,
  mergedInto: NodeRef.nullable(),
  /** For a zone: the areas it covers, wherever they stand. */
  covers: z.array(NodeRef),
  /** The zones that cover the node or one it stands below, nearest first. */
  zones: z.array(NodeRef),
  childCount: z.int(),
  version: z.int(),
});
export type NodeView = z.infer<typeof NodeView>;

export const NodeDetail = NodeView.extend({
  polygon: Ring.nullable(),
  trail: z.array(NodeRef),
  /** Tiers that may be added below this node, by the pack. */
  childTiers: z.array(z.object({ tier: z.string(), label: z.string() })),
  /** What this actor may do here; screens show buttons from it. */
  may: z.object({ edit: z.boolean(), cover: z.boolean() }),
});
export type NodeDetail = z.infer<typeof NodeDetail>;

export const NodeChange = z.object({
  id: Id,
  at: Instant,
  actor: z.string(),
  type: z.string(),
  summary: z.string(),
  note: z.string().nullable(),
});

export const Located = z.object({
  /** `inside` a grid, `near` a centre but in no grid, `outside` the place altogether. */
  fit: z.enum(["inside", "near", "outside"]),
  grid: NodeRef.nullable(),
  compound: NodeRef.nullable(),
  community: NodeRef.nullable(),
  subdistrict: NodeRef.nullable(),
  /** Other communities within reach of the pin, nearest first: offered when the pin lies near a boundary. */
  alternatives: z.array(z.object({ node: NodeRef, meters: z.int() })),
});
export type Located = z.infer<typeof Located>;

export const AddressMatch = z.object({ node: NodeRef, trail: z.string(), at: Position.nullable() });

export const MapArea = z.object({
  id: Id,
  tier: z.string(),
  name: z.string(),
  at: Position.nullable(),
  polygon: Ring.nullable(),
});
export type MapArea = z.infer<typeof MapArea>;

export const ImportReport = z.object({
  dryRun: z.boolean(),
  rows: z.int(),
  created: z.int(),
  updated: z.int(),
  unchanged: z.int(),
  problems: z.array(FieldProblem),
});
export type ImportReport = z.infer<typeof ImportReport>;

const NodeParams = z.object({ nodeId: Id });
const note = z.string().max(500).optional();
const version = z.int();

export const orgApi = {
  nodes: endpoint({
    method: "GET",
    path: "/nodes",
    summary: "Children of a node, or a search by name, alias or code",
    access: "signed-in",
    query: z.object({
      tree: z.enum(["area", "party"]).default("area"),
      parent: Id.optional(),
      under: Id.optional(),
      q: z.string().max(50).optional(),
      /** Comma-separated tier names. */
      tiers: z.string().max(200).optional(),
      closed: z.enum(["no", "yes"]).default("no"),
      limit: z.coerce.number().int().min(1).max(1000).default(500),
    }),
    output: z.object({ items: z.array(NodeView.extend({ trail: z.string() })) }),
  }),
  node: endpoint({
    method: "GET",
    path: "/nodes/:nodeId",
    summary: "One node",
    access: "signed-in",
    params: NodeParams,
    output: NodeDetail,
  }),
  nodeHistory: endpoint({
    method: "GET",
    path: "/nodes/:nodeId/history",
    summary: "Everything that ever happened to a node, newest first",
    access: "signed-in",
    params: NodeParams,
    output: z.object({ items: z.array(NodeChange) }),
  }),
  mapAreas: endpoint({
    method: "GET",
    path: "/map/areas",
    summary: "Points and polygons of the nodes below a node, to draw without network tiles",
    access: "signed-in",
    query: z.object({ under: Id.optional(), tiers: z.string().max(200).default("community,village,compound,grid") }),
    output: z.object({ items: z.array(MapArea) }),
  }),
  locate: endpoint({
    method: "GET",
    path: "/locate",
    summary: "Which grid, community and subdistrict a pin (WGS-84) lies in",
    access: "signed-in",
    query: z.object({ lng: LngInQuery, lat: LatInQuery }),
    output: Located,
  }),
  findAddress: endpoint({
    method: "GET",
    path: "/addresses",
    summary: "Places whose name, alias or address fits what was typed",
    access: "signed-in",
    query: z.object({ q: z.string().min(1).max(60) }),
    output: z.object({ items: z.array(AddressMatch) }),
  }),
  addNode: endpoint({
    method: "POST",
    path: "/nodes",
    summary: "Add a node below another",
    access: "signed-in",
    body: z.strictObject({
      parent: Id,
      tier: z.string().max(40),
      kind: z.string().max(40).optional(),
      name: z.string().min(1).max(60),
      code: z.string().max(40).optional(),
      seat: Id.optional(),
      at: Position.optional(),
      polygon: Ring.optional(),
      address: z.string().max(120).optional(),
      aliases: z.array(z.string().min(1).max(60)).max(20).optional(),
      note,
    }),
    output: NodeDetail,
    problems: ["conflict"],
  }),
  updateNode: endpoint({
    method: "PATCH",
    path: "/nodes/:nodeId",
    summary: "Rename a node or change its code, address, aliases, point or polygon; the old name stays findable",
    access: "signed-in",
    params: NodeParams,
    body: z.strictObject({
      version,
      name: z.string().min(1).max(60).optional(),
      code: z.string().max(40).nullable().optional(),
      address: z.string().max(120).nullable().optional(),
      aliases: z.array(z.string().min(1).max(60)).max(20).optional(),
      at: Position.nullable().optional(),
      polygon: Ring.nullable().optional(),
      note,
    }),
    output: NodeDetail,
    problems: ["stale", "conflict"],
  }),
  setCovers: endpoint({
    method: "PUT",
    path: "/nodes/:nodeId/covers",
    summary: "Say which areas a zone covers; the areas keep their place in the tree",
    access: "signed-in",
    params: NodeParams,
    body: z.strictObject({ version, covers: z.array(Id).max(500), note }),
    output: NodeDetail,
    problems: ["stale", "conflict"],
  }),
  moveNode: endpoint({
    method: "POST",
    path: "/nodes/:nodeId/move",
    summary: "Move a node with all below it under another parent",
    access: "signed-in",
    params: NodeParams,
    body: z.strictObject({ version, parent: Id, note }),
    output: NodeDetail,
    problems: ["stale", "conflict"],
  }),
  mergeNode: endpoint({
    method: "POST",
    path: "/nodes/:nodeId/merge",
    summary: "Merge a node into another of its tier: children and open cases follow, the old name becomes an alias",
    access: "signed-in",
    params: NodeParams,
    body: z.strictObject({ version, into: Id, note }),
    output: NodeDetail,
    problems: ["stale", "conflict"],
  }),
  closeNode: endpoint({
    method: "POST",
    path: "/nodes/:nodeId/close",
    summary: "Close a node that has no open children and no open cases; its history stays",
    access: "signed-in",
    params: NodeParams,
    body: z.strictObject({ version, note }),
    output: NodeDetail,
    problems: ["stale", "conflict"],
  }),
  reopenNode: endpoint({
    method: "POST",
    path: "/nodes/:nodeId/reopen",
    summary: "Open a closed node again",
    access: "signed-in",
    params: NodeParams,
    body: z.strictObject({ version, note }),
    output: NodeDetail,
    problems: ["stale", "conflict"],
  }),
};
