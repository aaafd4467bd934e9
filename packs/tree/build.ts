/** A place's whole tree, made in memory from its official rows and its plan; the same on every machine. */
import { readFileSync } from "node:fs";
import { buildAreas } from "./areas.ts";
import { buildBodies } from "./bodies.ts";
import { buildParty } from "./party.ts";
import { buildPeople } from "./people.ts";
import { buildPlaces } from "./places.ts";
import type { TreePlan } from "./plan.ts";
import { buildBlocks } from "./town.ts";
import type { Division, PlaceTree } from "./types.ts";

/** The rows beside the module that asks: `divisionsOf(import.meta.url)`. */
export const divisionsOf = (module: string): Division[] =>
  JSON.parse(readFileSync(new URL("divisions.json", module), "utf8"));

export const buildTree = (plan: TreePlan): PlaceTree => {
  const blocks = buildBlocks(plan);
  const areas = buildAreas(plan, blocks);
  const ground = { areas, ...buildPlaces(plan, blocks, areas) };
  const party = buildParty(plan, ground);
  const bodies = buildBodies(plan, ground);
  return {
    area: [...areas, ...ground.compounds, ...ground.grids, ...ground.buildings, ...bodies],
    party,
    people: buildPeople(plan, ground, party, bodies),
  };
};
