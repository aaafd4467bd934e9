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
    expect(may(me, { party: "offered" }, { nodeId: "b1", offeredIds: ["a1-1"] }, tree)).toBe(true);
    expect(may(me, { party: "offered" }, { nodeId: "a1-2", offeredIds: ["a1-2"] }, tree)).toBe(false);
    expect(may(me, { party: "handler" }, { nodeId: "b1", handlerIds: ["me"] }, tree)).toBe(true);
  });

  it("opens a case for all to those who work around it, not to the next town", () => {
    const me = actorWith([{ nodeId: "a1-1", rights: ["case.take"] }]);
    expect(may(me, { party: "offered" }, { nodeId: "a1-3", openToAll: true }, tree)).toBe(true);
    expect(may(me, { party: "offered" }, { nodeId: "a2-3", openToAll: true }, tree)).toBe(false);
    expect(may(actorWith([]), { party: "offered" }, { nodeId: "a1-3", openToAll: true }, tree)).toBe(false);
  });

  it("lets a lead, not a member, act on what the body holds", () => {
    const target = { nodeId: "b1", handlerIds: ["somebody"], bodyIds: ["a1-1"] };
    expect(may(actorWith([{ nodeId: "a1-1", rights: ["case.lead"] }]), { party: "handler" }, target, tree)).toBe(true);
    expect(may(actorWith([{ nodeId: "a1-1", rights: ["case.take"] }]), { party: "handler" }, target, tree)).toBe(false);
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
