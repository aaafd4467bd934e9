/** Who works where, by node id: desks of communities and towns, and everyone who can take a case. */
import type { PersonFile } from "@ginkgo/packs/tree/types.ts";
import { pick, type Random } from "../load/words.ts";
import { type Cast, takers } from "../setup/cast.ts";
import type { Stage } from "../setup/stage.ts";

export interface Hands {
  readonly reporters: readonly PersonFile[];
  readonly countyDesk: PersonFile;
  communityDesk(communityId: string): PersonFile;
  townDesk(townId: string): PersonFile;
  /** A community or village below a town; anywhere in the county without one. */
  someCommunity(townId: string | undefined): string;
  workerOf(bodyId: string): PersonFile | undefined;
  /** Teams and grids of a community that have people. */
  bodiesIn(communityId: string): readonly string[];
  readonly everyone: readonly PersonFile[];
}

export const createHands = ({ tree, nodeId }: Stage, cast: Cast, random: Random): Hands => {
  const parents = new Map(tree.map(({ key, parent }) => [key, parent]));
  const communities = tree.filter(({ tier }) => tier === "community" || tier === "village");
  const byTown = Map.groupBy(communities, ({ parent }) => nodeId(parent ?? ""));
  const isCommunity = new Set(communities.map(({ key }) => key));
  const communityOf = (key: string): string | undefined => {
    let at: string | null | undefined = key;
    while (at && !isCommunity.has(at)) at = parents.get(at);
    return at ?? undefined;
  };
  const worked = tree.filter(
    ({ key, tier }) => (tier === "team" || tier === "grid") && cast.holders(takers, nodeId(key)).length > 0,
  );
  const bodies = Map.groupBy(worked, ({ key }) => communityOf(key) ?? "");
  const bodiesById = new Map(
    [...bodies].flatMap(([key, nodes]) => (key ? [[nodeId(key), nodes.map((node) => nodeId(node.key))] as const] : [])),
  );

  const holder = (role: string, id: string): PersonFile => {
    const people = cast.holders([role], id);
    if (people.length === 0) throw new Error(`nobody is ${role} of ${id}`);
    return pick(random, people);
  };
  // People without rights anywhere ask too: anchors of the Party tree, most of them with a home.
  const reporters = [...cast.residents, ...cast.all("anchor").slice(0, 60)];
  return {
    reporters,
    countyDesk: pick(random, cast.all("county-desk")),
    communityDesk: (id) => holder("community-desk", id),
    townDesk: (id) => holder("subdistrict-desk", id),
    someCommunity: (town) => nodeId(pick(random, (town ? byTown.get(town) : undefined) ?? communities).key),
    workerOf: (id) => {
      const people = cast.holders(takers, id);
      return people.length > 0 ? pick(random, people) : undefined;
    },
    bodiesIn: (id) => bodiesById.get(id) ?? [],
    everyone: [
      ...new Set([
        ...reporters,
        ...["county-desk", "subdistrict-desk", "community-desk", ...takers].flatMap((role) => cast.all(role)),
      ]),
    ],
  };
};
