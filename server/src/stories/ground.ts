/** A place's tree and people as its data has them: who stands near what, before there is any database. */
import type { PersonFile, PlaceTree, TreeFileNode } from "@ginkgo/packs/tree/types.ts";
import type { PackInput } from "@ginkgo/shared/pack/schema.ts";

export interface Ground {
  /** By key or by code. */
  node(name: string): TreeFileNode | undefined;
  nodesOf(tier: string): readonly TreeFileNode[];
  /** The node and what governs it, nearest first; zones after what they cover. */
  upward(key: string): readonly TreeFileNode[];
  /** The node and all below it. */
  branch(key: string): readonly TreeFileNode[];
  children(key: string): readonly TreeFileNode[];
  isBody(node: TreeFileNode): boolean;
  /** Party organisations laid over the node. */
  seatedOn(key: string): readonly TreeFileNode[];
  community(key: string): TreeFileNode | undefined;
  holders(role: string, key: string): readonly PersonFile[];
  person(phone: string): PersonFile | undefined;
  /** People without a post whose home lies at the node or below it. */
  residents(key: string): readonly PersonFile[];
}

const none: readonly never[] = [];

export const groundOf = ({ area, party, people }: PlaceTree, tiers: PackInput["tiers"]): Ground => {
  const all = [...area, ...party];
  const byName = new Map<string, TreeFileNode>();
  for (const node of all) if (node.code !== undefined) byName.set(node.code, node);
  for (const node of all) byName.set(node.key, node);
  const below = Map.groupBy(all, (node) => node.parent ?? "");
  const seated = Map.groupBy(party, (node) => node.seat ?? "");
  const ofTier = Map.groupBy(all, (node) => node.tier);
  const posts = Map.groupBy(
    people.flatMap((person) => person.posts.map((post) => ({ at: `${post.role}@${post.node}`, person }))),
    ({ at }) => at,
  );
  const atHome = Map.groupBy(
    people.filter((person) => person.posts.length === 0 && person.home !== undefined),
    (person) => person.home ?? "",
  );
  const byPhone = new Map(people.map((person) => [person.phone, person]));
  const zones = all.filter((node) => node.covers?.length);

  const path = (key: string): TreeFileNode[] => {
    const found: TreeFileNode[] = [];
    for (let node = byName.get(key); node; node = node.parent === null ? undefined : byName.get(node.parent))
      found.push(node);
    return found;
  };
  const branch = (key: string): TreeFileNode[] => {
    const start = byName.get(key);
    const found = start ? [start] : [];
    for (const node of found) found.push(...(below.get(node.key) ?? none));
    return found;
  };

  return {
    node: (name) => byName.get(name),
    nodesOf: (tier) => ofTier.get(tier) ?? none,
    upward: (key) => [
      ...new Set(path(key).flatMap((node) => [node, ...zones.filter(({ covers }) => covers?.includes(node.key))])),
    ],
    branch,
    children: (key) => below.get(key) ?? none,
    isBody: ({ tier }) => tiers[tier]?.as === "body",
    seatedOn: (key) => seated.get(key) ?? none,
    community: (key) => path(key).find((node) => tiers[node.tier]?.as === "community"),
    holders: (role, key) => (posts.get(`${role}@${key}`) ?? none).map(({ person }) => person),
    person: (phone) => byPhone.get(phone),
    residents: (key) => branch(key).flatMap((node) => [...(atHome.get(node.key) ?? [])]),
  };
};
