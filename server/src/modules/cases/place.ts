/** Where a case belongs: from the pin or the address; without either where the resident says, or their subdistrict decides. */
import type { CaseDraft } from "@ginkgo/shared/api/cases.ts";
import type { Pack } from "@ginkgo/shared/pack/schema.ts";
import { invalid, Refusal } from "../../platform/problem.ts";
import type { Actor } from "../authority/index.ts";
import { placesMeant, type Tree } from "../org/index.ts";
import type { Area } from "./repo.ts";

export const areaOf = (tree: Tree, placeId: string): Area => {
  const community = tree.enclosing(placeId, "community")?.id ?? null;
  return { areaId: community ?? placeId, communityId: community };
};

const checkPin = (tree: Tree, pack: Pack, pin: [number, number]) => {
  const located = tree.locate(pin, pack.map.reachMeters);
  if (located.fit === "outside")
    throw new Refusal("outside-area", `这个位置不在${pack.name}范围内，请重新选点，或改填地址、选择社区。`, {
      errors: [{ path: "pin", message: "不在范围内" }],
    });
  return located.node;
};

const checkNode = (tree: Tree, id: string) => {
  const node = tree.get(id);
  if (node?.tree !== "area" || node.status !== "active") throw invalid("node", "没有这个地方，请重新选择社区或小区。");
  // A body (a team, a unit) is not a place; its parent is.
  return tree.as(node) === "body" && node.parentId ? (tree.get(node.parentId) ?? node) : node;
};

/** What was typed decides only if all that fits it lies in one community; otherwise the subdistrict looks. */
const addressed = (tree: Tree, address: string): string | undefined => {
  const fits = placesMeant(tree, address).filter(({ tree: kind }) => kind === "area");
  const communities = new Set(fits.map(({ id }) => tree.enclosing(id, "community")?.id));
  if (communities.size !== 1 || communities.has(undefined)) return undefined;
  // Several fit within one community: the community is sure, the door is not.
  return fits.length === 1 ? fits[0]?.id : [...communities][0];
};

/** The node a draft belongs to. What the resident picked wins over what the pin says: near a boundary they know better. */
export const placeOf = (
  actor: Actor,
  draft: Pick<CaseDraft, "pin" | "node" | "address">,
  tree: Tree,
  pack: Pack,
): string => {
  const pinned = draft.pin ? checkPin(tree, pack, draft.pin) : undefined;
  if (draft.node) {
    const picked = checkNode(tree, draft.node);
    // The pin may say more exactly where in the picked place it is.
    return pinned && tree.isUnder(pinned.id, picked.id) ? pinned.id : picked.id;
  }
  if (pinned) return pinned.id;
  const matched = draft.address ? addressed(tree, draft.address) : undefined;
  if (matched) return matched;
  const home = actor.homeId ? tree.enclosing(actor.homeId, "subdistrict") : undefined;
  return home?.id ?? tree.root.id;
};
