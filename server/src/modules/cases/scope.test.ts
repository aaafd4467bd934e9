import { randomUUID } from "node:crypto";
import type { Tier } from "@ginkgo/shared/pack/schema.ts";
import fc from "fast-check";
import { type RawBuilder, sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { useDatabase } from "../../../test/database.ts";
import { type Database, openDatabase } from "../../platform/db/database.ts";
import { type Actor, may } from "../authority/index.ts";
import type { TreeNode } from "../org/index.ts";
import { buildTree } from "../org/tree.ts";
import { deskCondition, teamCondition, underNode } from "./scope.ts";

const database = useDatabase();
let db: Database;
beforeAll(() => {
  db = openDatabase(database.urls.app, 2);
});
afterAll(() => db.close());

const tier = (as: Tier["as"]): Tier => ({ label: as, tree: "area", as, under: [] });
const tiers = {
  county: tier("root"),
  town: tier("subdistrict"),
  community: tier("community"),
  grid: tier("grid"),
  zone: tier("zone"),
  team: tier("body"),
};

const ids = new Map<string, string>();
const idOf = (key: string): string => {
  const id = ids.get(key) ?? randomUUID();
  ids.set(key, id);
  return id;
};
const node = (
  key: string,
  at: keyof typeof tiers,
  parent: string | null,
  covers: readonly string[] = [],
): TreeNode => ({
  id: idOf(key),
  tree: "area",
  tier: at,
  kind: null,
  name: key,
  code: null,
  parentId: parent === null ? null : idOf(parent),
  seatId: null,
  at: null,
  polygon: null,
  address: null,
  aliases: [],
  status: "active",
  mergedInto: null,
  covers: covers.map(idOf),
  version: 1,
});

/** A zone over a town, a community and a grid of three different parents; another inside the first. */
const nodes = [
  node("county", "county", null),
  ...["a", "b"].flatMap((town) => [
    node(town, "town", "county"),
    ...["1", "2"].flatMap((c) => [
      node(town + c, "community", town),
      ...["x", "y"].map((g) => node(town + c + g, "grid", town + c)),
      node(`${town}${c}-team`, "team", town + c),
    ]),
  ]),
  node("zone", "zone", "county", ["a", "b1x", "b2"]),
  node("inner", "zone", "county", ["a1y"]),
  node("zone-team", "team", "zone"),
];
const tree = buildTree(1, nodes, tiers);

const actorWith = (grants: readonly { nodeId: string; rights: readonly string[] }[]): Actor => ({
  tenant: "t",
  accountId: randomUUID(),
  sessionId: "s",
  name: "我",
  homeId: null,
  grants: grants.map(({ nodeId, rights }, i) => ({ id: String(i), role: "r", nodeId, rights: new Set(rights) })),
});

/** One case for every node and visibility; those of one condition, as the list would show them. */
const places = nodes.flatMap(({ id }) =>
  ["public", "confidential"].map((visibility) => ({
    id: randomUUID(),
    place_id: id,
    area_id: tree.enclosing(id, "community")?.id ?? id,
    visibility,
  })),
);
const listed = async (condition: RawBuilder<boolean>): Promise<string[]> => {
  const cases = JSON.stringify(places.map((one) => ({ ...one, mode: "open", state: "submitted", ended: false })));
  const { rows } = await db.inTenant("t", (tx) =>
    sql<{ id: string }>`
      select c.id from jsonb_to_recordset(${cases}::jsonb) as
        c (id uuid, place_id uuid, area_id uuid, visibility text, mode text, state text, ended boolean)
      where ${condition}`.execute(tx.sql),
  );
  return rows.map(({ id }) => id).sort();
};
const those = (accept: (one: (typeof places)[number]) => boolean) =>
  places
    .filter(accept)
    .map(({ id }) => id)
    .sort();

const anyGrants = fc.array(
  fc.record({
    nodeId: fc.constantFrom(...nodes.map(({ id }) => id)),
    rights: fc.subarray(["case.read", "case.readConfidential", "case.take"]),
  }),
  { maxLength: 3 },
);

describe("a list and the sight of a single case agree", () => {
  it("on what lies under any node, zones among them", async () => {
    for (const { id } of nodes)
      expect(await listed(underNode(tree, id))).toEqual(those(({ place_id }) => tree.isUnder(place_id, id)));
  });

  it("for every desk", async () => {
    await fc.assert(
      fc.asyncProperty(anyGrants, async (grants) => {
        const actor = actorWith(grants);
        const right = (visibility: string) => (visibility === "confidential" ? "case.readConfidential" : "case.read");
        expect(await listed(deskCondition(actor, tree))).toEqual(
          those(({ place_id, visibility }) => may(actor, { right: right(visibility) }, { nodeId: place_id }, tree)),
        );
      }),
      { numRuns: 40 },
    );
  });

  it("for everyone to whom a case is open", async () => {
    await fc.assert(
      fc.asyncProperty(anyGrants, async (grants) => {
        const actor = actorWith(grants);
        const isOffered = ({ place_id, visibility }: (typeof places)[number]) =>
          may(actor, { party: "offered" }, { nodeId: place_id, openToAll: visibility !== "confidential" }, tree);
        expect(await listed(teamCondition(actor, tree))).toEqual(those(isOffered));
      }),
      { numRuns: 40 },
    );
  });
});
