import { areaTiers } from "@ginkgo/packs/base/tiers.ts";
import { Tier } from "@ginkgo/shared/pack/schema.ts";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { buildTree, type TreeNode } from "../org/tree.ts";
import { type Actor, may, scopeOf } from "./index.ts";

const node = (id: string, tier: string, parentId: string | null): TreeNode => ({
  id,
  tree: "area",
  tier,
  kind: null,
  name: id,
  code: null,
  parentId,
  seatId: null,
  at: null,
  polygon: null,
  address: null,
  aliases: [],
  status: "active",
  mergedInto: null,
  covers: [],
  version: 1,
});

/** Two towns, each with communities, each with grids: 1 + 2 + 6 + 24 nodes. */
const nodes = [
  node("county", "county", null),
  ...["a", "b"].flatMap((town) => [
    node(town, "township", "county"),
    ...[1, 2, 3].flatMap((c) => [
      node(`${town}${c}`, "community", town),
      ...[1, 2, 3, 4].map((g) => node(`${town}${c}-${g}`, "grid", `${town}${c}`)),
    ]),
  ]),
];
const tree = buildTree(1, nodes, z.record(z.string(), Tier).parse(areaTiers));

const actorWith = (grants: readonly { nodeId: string; rights: readonly string[] }[]): Actor => ({
  tenant: "t",
  accountId: "me",
  sessionId: "s",
  name: "我",
  homeId: null,
  grants: grants.map(({ nodeId, rights }, i) => ({ id: String(i), role: "r", nodeId, rights: new Set(rights) })),
});

const anyNode = fc.constantFrom(...nodes.map(({ id }) => id));
const anyGrants = fc.array(
  fc.record({ nodeId: anyNode, rights: fc.subarray(["case.read", "case.take", "org.edit"]) }),
  { maxLength: 4 },
);
/** Independent of the tree's own code: ids spell their ancestors. */
const above = (id: string): string[] => {
  const town = id[0] ?? "";
  if (id === "county") return ["county"];
  return [id, id.split("-")[0] ?? "", town, "county"];
};

describe("authority", () => {
  it("is a right on a node and covers exactly what lies below it", () => {
    fc.assert(
      fc.property(anyGrants, anyNode, (grants, nodeId) => {
        const expected = grants.some(
          (grant) => grant.rights.includes("case.read") && above(nodeId).includes(grant.nodeId),
        );
        expect(may(actorWith(grants), { right: "case.read" }, { nodeId }, tree)).toBe(expected);
      }),
    );
  });

  it("gives nothing to someone without a role, whoever they are", () => {
    fc.assert(
      fc.property(
        anyNode,
        fc.string(),
        (nodeId, right) => may(actorWith([]), { right }, { nodeId, reporterId: "me" }, tree) === false,
      ),
    );
  });

  it("knows the parties of a case and nobody else", () => {
    const me = actorWith([{ nodeId: "a1-1", rights: ["case.take"] }]);
    expect(may(me, { party: "reporter" }, { nodeId: "b1", reporterId: "me" }, tree)).toBe(true);
    expect(may(me, { party: "reporter" }, { nodeId: "b1", reporterId: "you" }, tree)).toBe(false);
    expect(may(me, { party: "offered" }, { nodeId: "b1", offered: [{ id: "a1-1" }] }, tree)).toBe(true);
    expect(may(me, { party: "offered" }, { nodeId: "a1-2", offered: [{ id: "a1-2" }] }, tree)).toBe(false);
    expect(may(me, { party: "handler" }, { nodeId: "b1", handlers: [{ id: "me" }] }, tree)).toBe(true);
  });

  it("opens a case for all to those who work around it, not to the next town", () => {
    const me = actorWith([{ nodeId: "a1-1", rights: ["case.take"] }]);
    expect(may(me, { party: "offered" }, { nodeId: "a1-3", openToAll: true }, tree)).toBe(true);
    expect(may(me, { party: "offered" }, { nodeId: "a2-3", openToAll: true }, tree)).toBe(false);
    expect(may(actorWith([]), { party: "offered" }, { nodeId: "a1-3", openToAll: true }, tree)).toBe(false);
  });

  it("lets a lead, not a member, act on what the body holds", () => {
    const target = { nodeId: "b1", handlers: [{ id: "somebody", bodyId: "a1-1" }] };
    expect(may(actorWith([{ nodeId: "a1-1", rights: ["case.lead"] }]), { party: "handler" }, target, tree)).toBe(true);
    expect(may(actorWith([{ nodeId: "a1-1", rights: ["case.take"] }]), { party: "handler" }, target, tree)).toBe(false);
  });

  it("tells the lead from those who assist, and those who are asked to from those it is offered to", () => {
    const me = actorWith([{ nodeId: "a1-1", rights: ["case.take"] }]);
    const assisting = { nodeId: "b1", handlers: [{ id: "you" }, { id: "me", part: "assist" as const }] };
    expect(may(me, { party: "handler" }, assisting, tree)).toBe(true);
    expect(may(me, { party: "assist" }, assisting, tree)).toBe(true);
    expect(may(me, { party: "lead" }, assisting, tree)).toBe(false);
    const invited = { nodeId: "b1", offered: [{ id: "b1" }, { id: "a1-1", part: "assist" as const }] };
    expect(may(me, { party: "invited" }, invited, tree)).toBe(true);
    expect(may(me, { party: "offered" }, invited, tree)).toBe(false);
  });

  it("knows whom an earlier step kept by name, and takes no other fact for a person", () => {
    const me = actorWith([]);
    const first = { fact: "firstReceiver" };
    expect(may(me, first, { nodeId: "b1", facts: { firstReceiver: { id: "me", name: "我" } } }, tree)).toBe(true);
    expect(may(me, first, { nodeId: "b1", facts: { firstReceiver: { id: "you", name: "你" } } }, tree)).toBe(false);
    for (const other of ["me", 1, null, undefined, ["me"]])
      expect(may(me, first, { nodeId: "b1", facts: { firstReceiver: other } }, tree)).toBe(false);
  });

  it("lists the nodes a right is held on", () => {
    expect(
      scopeOf(
        actorWith([
          { nodeId: "a1", rights: ["case.read"] },
          { nodeId: "b", rights: ["org.edit"] },
        ]),
        "case.read",
      ),
    ).toEqual(["a1"]);
  });
});

describe("authority on a zone", () => {
  const tiers = {
    ...z.record(z.string(), Tier).parse(areaTiers),
    zone: Tier.parse({ label: "功能区", tree: "area", as: "zone", under: ["county"] }),
  };
  const zone = { ...node("zone", "zone", "county"), covers: ["a", "b2"] };
  const zoned = buildTree(1, [...nodes, zone], tiers);
  const inZone = (nodeId: string) => above(nodeId).includes("a") || above(nodeId).includes("b2");

  it("sees and acts in the covered towns as their own desk does, and nowhere else", () => {
    const desk = actorWith([{ nodeId: "zone", rights: ["case.read", "case.dispatch"] }]);
    for (const { id: nodeId } of nodes)
      for (const right of ["case.read", "case.dispatch"])
        expect(may(desk, { right }, { nodeId, reporterId: "somebody" }, zoned)).toBe(inZone(nodeId));
    expect(may(desk, { right: "case.read" }, { nodeId: "zone" }, zoned)).toBe(true);
    expect(may(desk, { right: "org.edit" }, { nodeId: "a1" }, zoned)).toBe(false);
  });

  it("takes nothing from those the towns stand under by law, and gives them nothing of the zone", () => {
    const county = actorWith([{ nodeId: "county", rights: ["case.read"] }]);
    const town = actorWith([{ nodeId: "a", rights: ["case.read"] }]);
    for (const nodeId of ["a1-1", "b2", "zone"])
      expect(may(county, { right: "case.read" }, { nodeId }, zoned)).toBe(true);
    expect(may(town, { right: "case.read" }, { nodeId: "a1-1" }, zoned)).toBe(true);
    for (const nodeId of ["zone", "b2"]) expect(may(town, { right: "case.read" }, { nodeId }, zoned)).toBe(false);
  });

  it("opens a case for all to a team of the zone's", () => {
    const team = actorWith([{ nodeId: "zone", rights: ["case.take"] }]);
    for (const nodeId of ["a1-1", "b2-1", "b1-1"])
      expect(may(team, { party: "offered" }, { nodeId, openToAll: true }, zoned)).toBe(inZone(nodeId));
  });
});
