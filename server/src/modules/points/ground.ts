/** What every question about points stands on: the place's rules, its tree, and that it gives points at all. */
import type { PointRules } from "@ginkgo/shared/pack/points.ts";
import type { Pack } from "@ginkgo/shared/pack/schema.ts";
import { Refusal } from "../../platform/problem.ts";
import type { Tree, TreeNode } from "../org/index.ts";
import type { PointsDeps } from "./deps.ts";
import { pointRulesOf } from "./model.ts";

export interface Ground {
  readonly pack: Pack;
  readonly rules: PointRules;
  readonly tree: Tree;
}

export const createGround =
  ({ packs, forest }: Pick<PointsDeps, "packs" | "forest">) =>
  async (tenant: string): Promise<Ground> => {
    const [{ pack }, tree] = await Promise.all([packs.current(tenant), forest.tree(tenant)]);
    const rules = pointRulesOf(pack);
    if (!rules) throw new Refusal("not-found", "本地没有开展志愿积分。");
    return { pack, rules, tree };
  };

export const refOf = ({ id, name, tier }: TreeNode) => ({ id, name, tier });

export const placeOf = (tree: Tree, id: string) => {
  const node = tree.get(id);
  return node ? refOf(node) : { id, name: "（已不存在）", tier: "" };
};
