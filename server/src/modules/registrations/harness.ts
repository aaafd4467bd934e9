/** Where tests of registrations play: the desk's community, one beside it, a compound, a department with its clerk. */
import { people, tenant, type World } from "../../../test/app.ts";
import type { TreeNode } from "../org/index.ts";

export interface Stage {
  readonly community: TreeNode;
  readonly elsewhere: TreeNode;
  readonly compound: TreeNode;
  readonly unit: TreeNode;
  readonly otherUnit: TreeNode;
}

export const stageOf = async (world: World): Promise<Stage> => {
  const { forest, identity } = world.app.services;
  const tree = await forest.tree(tenant);
  const heldBy = async (phone: string): Promise<TreeNode> => {
    const actor = await identity.actorByPhone(tenant, phone);
    const node = tree.get(actor?.grants[0]?.nodeId ?? "");
    if (!node) throw new Error(`${phone} holds no role`);
    return node;
  };
  const found = (node: TreeNode | undefined): TreeNode => {
    if (!node) throw new Error("the place has no such node");
    return node;
  };
  const community = await heldBy(people.desk);
  const unit = await heldBy(people.housing);
  return {
    community,
    unit,
    compound: found(tree.children(community.id).find((node) => tree.as(node) === "compound")),
    elsewhere: found(
      tree
        .children(community.parentId ?? "")
        .find((node) => tree.as(node) === "community" && node.id !== community.id && tree.children(node.id).length > 5),
    ),
    otherUnit: found([...tree.all()].find(({ tier, id }) => tier === unit.tier && id !== unit.id)),
  };
};
