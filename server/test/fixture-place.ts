/** Testland as a place that a server can run: its pack, its tree, and someone for every role that matters. */
import type { ShippedPlace } from "@ginkgo/packs/index.ts";
import type { PersonFile, TreeFileNode } from "@ginkgo/packs/tree/types.ts";
import type { PackInput } from "@ginkgo/shared/pack/schema.ts";
import type { SeedNode } from "../src/modules/org/index.ts";
import { testland, testlandTree } from "./fixture-pack.ts";

export const testlandPeople = {
  admin: "19900000101",
  /** An administrator of one street office only. */
  streetAdmin: "19900000102",
  leader: "19900000103",
  desk: "19900000104",
  worker: "19900000105",
  resident: "19900000106",
} as const;

const person = (
  name: string,
  phone: string,
  post: { role: string; node: string } | undefined,
  home?: string,
): PersonFile => ({ key: phone, name, phone, posts: post ? [post] : [], ...(home ? { home } : {}) });

const people: PersonFile[] = [
  person("管一", testlandPeople.admin, { role: "admin", node: "county" }),
  person("管二", testlandPeople.streetAdmin, { role: "admin", node: "street" }),
  person("领导", testlandPeople.leader, { role: "leader", node: "county" }),
  person("派单员", testlandPeople.desk, { role: "desk", node: "county" }),
  person("网格员", testlandPeople.worker, { role: "worker", node: "east-1" }),
  person("居民", testlandPeople.resident, undefined, "b1"),
];

const nodesOf = (tree: SeedNode["tree"]): TreeFileNode[] =>
  testlandTree.filter((node) => node.tree === tree).map(({ tree: _tree, ...node }) => node as TreeFileNode);

export const testlandPlace = (pack: PackInput = testland): ShippedPlace => ({
  pack,
  tree: () => ({ area: nodesOf("area"), party: nodesOf("party"), people }),
  stories: { stories: [], report: {} },
  accounts: [],
});
