/** One case's people and place: who asks where, which desk sees it, which team takes it. */
import type { PersonFile } from "@ginkgo/packs/tree/types.ts";
import type { Cast } from "../setup/cast.ts";
import type { Stage } from "../setup/stage.ts";
import { makeWords, pick, type Random } from "./words.ts";

interface Ground {
  readonly communityId: string;
  readonly grids: readonly [number, number][];
  readonly desks: readonly PersonFile[];
  readonly teams: readonly { readonly id: string; readonly workers: readonly PersonFile[] }[];
}

export interface Scene {
  readonly reporter: PersonFile;
  readonly desk: PersonFile;
  readonly teamId: string;
  readonly worker: PersonFile;
  readonly communityId: string;
  readonly draft: { readonly category: string; readonly words: string; readonly pin: [number, number] };
}

/** Communities that have a desk, grids to set a pin in, and teams with people. */
const groundsOf = ({ tree, nodeId }: Stage, cast: Cast): Ground[] => {
  const parents = new Map(tree.map(({ key, parent }) => [key, parent]));
  const communities = tree.filter(({ tier }) => tier === "community" || tier === "village");
  const isUnder = (key: string, ancestor: string): boolean => {
    for (let at: string | null | undefined = key; at; at = parents.get(at)) if (at === ancestor) return true;
    return false;
  };
  return communities.flatMap(({ key }) => {
    const below = tree.filter((node) => isUnder(node.key, key));
    const ground: Ground = {
      communityId: nodeId(key),
      grids: below.flatMap(({ tier, at }) => (tier === "grid" && at ? [at] : [])),
      desks: cast.holders(["community-desk"], nodeId(key)),
      teams: below
        .filter(({ tier }) => tier === "team")
        .map((team) => ({
          id: nodeId(team.key),
          workers: cast.holders(["team-lead", "team-member"], nodeId(team.key)),
        }))
        .filter(({ workers }) => workers.length > 0),
    };
    return ground.grids.length > 0 && ground.desks.length > 0 && ground.teams.length > 0 ? [ground] : [];
  });
};

/** About ten metres around the grid's middle: always inside it, never twice the same. */
const nearby = (random: Random, [lng, lat]: readonly [number, number]): [number, number] => [
  Number((lng + (random() - 0.5) * 0.0002).toFixed(6)),
  Number((lat + (random() - 0.5) * 0.0002).toFixed(6)),
];

export const createScenes = (stage: Stage, cast: Cast, random: Random): (() => Scene) => {
  const grounds = groundsOf(stage, cast);
  return () => {
    const ground = pick(random, grounds);
    const team = pick(random, ground.teams);
    return {
      reporter: pick(random, cast.residents),
      desk: pick(random, ground.desks),
      teamId: team.id,
      worker: pick(random, team.workers),
      communityId: ground.communityId,
      draft: { ...makeWords(random), pin: nearby(random, pick(random, ground.grids)) },
    };
  };
};
