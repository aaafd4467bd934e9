/** Four ways to say where: a pin, an address, a picked node, or nothing; each in its easy and its awkward forms. */
import type { TreeFileNode } from "@ginkgo/packs/tree/types.ts";
import { pick, type Random } from "../load/words.ts";
import type { Stage } from "../setup/stage.ts";

export type Way = "pin" | "address" | "node" | "nothing";

export interface Place {
  readonly way: Way;
  readonly draft: { readonly pin?: [number, number]; readonly address?: string; readonly node?: string };
}

const ways: readonly Way[] = ["pin", "address", "node", "nothing"];
const pickable: readonly string[] = [
  "community",
  "village",
  "compound",
  "grid",
  "building",
  "subdistrict",
  "township",
  "team",
  "department",
];
/** Fits nothing, or too much. */
const vague: readonly string[] = ["老供销社对面往里走五十米", "菜市场后面的巷子", "第一网格", "3号楼"];

export const createPlaces = ({ tree, nodeId }: Stage, random: Random): ((i: number) => Place) => {
  const of = (...tiers: string[]): TreeFileNode[] => tree.filter(({ tier }) => tiers.includes(tier));
  const points = of("grid", "village", "community").flatMap(({ at }) => (at ? [at] : []));
  const named = of("compound", "community", "village", "building");
  const byTier = new Map(pickable.map((tier) => [tier, of(tier)]));
  const parents = new Map(tree.map(({ key, name }) => [key, name]));

  const pin = (): [number, number] => {
    const [lng, lat] = pick(random, points);
    // From next door to two kilometres off, where no grid may be drawn.
    const reach = random() < 0.5 ? 0.0002 : 0.02;
    return [Number((lng + (random() - 0.5) * reach).toFixed(6)), Number((lat + (random() - 0.5) * reach).toFixed(6))];
  };
  const address = (): string => {
    if (random() < 0.15) return pick(random, vague);
    const { name, address: street, parent } = pick(random, named);
    return random() < 0.4 && street ? street : `${parents.get(parent ?? "") ?? ""}${name}`;
  };
  const node = (): string => nodeId(pick(random, byTier.get(pick(random, pickable)) ?? []).key);

  return (i) => {
    const way = ways[i % ways.length] ?? "nothing";
    switch (way) {
      case "pin":
        return { way, draft: { pin: pin() } };
      case "address":
        return { way, draft: { address: address() } };
      case "node":
        return { way, draft: { node: node() } };
      case "nothing":
        return { way, draft: {} };
    }
  };
};
