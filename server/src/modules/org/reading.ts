/** Reading the tree: names of areas are public to everyone signed in. */
import type { Input, Output } from "@ginkgo/shared/api/contract.ts";
import type { NodeDetail, orgApi } from "@ginkgo/shared/api/org.ts";
import type { Database } from "../../platform/db/database.ts";
import type { Call } from "../../platform/http/call.ts";
import { notFound } from "../../platform/problem.ts";
import type { Actor } from "../authority/index.ts";
import type { PackRegistry } from "../packs/index.ts";
import { findPlaces } from "./address.ts";
import type { Ground } from "./changes.ts";
import type { Forest } from "./forest.ts";
import { summaryOf } from "./history.ts";
import { nodeEvents } from "./repo.ts";
import type { Tree, TreeNode } from "./tree.ts";
import { detailOf, locatedOf, refOf, viewOf } from "./views.ts";

export interface ReadingOptions {
  readonly db: Database;
  readonly packs: PackRegistry;
  readonly forest: Forest;
}

export type OrgCall = Call<Actor>;
type Api = typeof orgApi;

const foundAddresses = 20;

export const groundOf = async ({ packs, forest }: Omit<ReadingOptions, "db">, actor: Actor): Promise<Ground> => {
  const [{ pack }, tree] = await Promise.all([packs.current(actor.tenant), forest.tree(actor.tenant)]);
  return { pack, tree };
};

export const find = (tree: Tree, id: string, what = "这个节点"): TreeNode => {
  const node = tree.get(id);
  if (!node) throw notFound(what);
  return node;
};

const listOf = (names: string | undefined): ReadonlySet<string> | undefined =>
  names ? new Set(names.split(",").map((name) => name.trim())) : undefined;

export const createReading = ({ db, packs, forest }: ReadingOptions) => {
  const ground = (actor: Actor) => groundOf({ packs, forest }, actor);

  return {
    nodes: async ({ actor }: OrgCall, input: Input<Api["nodes"]>): Promise<Output<Api["nodes"]>> => {
      const { pack, tree } = await ground(actor);
      const under = input.under ? find(tree, input.under) : undefined;
      const tiers = listOf(input.tiers);
      const kind = under?.tree === "party" ? "party" : input.tree;
      /** Party organisations lie under an area through their seat. */
      const lies = (node: TreeNode, above: string) =>
        tree.isUnder(node.id, above) || (node.seatId !== null && tree.isUnder(node.seatId, above));
      const accept = (node: TreeNode) =>
        (input.closed === "yes" || node.status === "active") &&
        (input.parent ? node.parentId === input.parent : node.tree === kind) &&
        (!tiers || tiers.has(node.tier)) &&
        (!under || lies(node, under.id));
      const listed = (): readonly TreeNode[] => {
        if (input.q?.trim()) return tree.search(input.q, input.limit, accept);
        if (input.parent) return tree.children(find(tree, input.parent).id).filter(accept);
        const all = [...tree.all()].filter(accept);
        return under || tiers ? all : all.filter(({ parentId }) => parentId === null);
      };
      return {
        items: listed()
          .slice(0, input.limit)
          .map((node) => ({ ...viewOf(pack, tree, node), trail: tree.trail(node.id) })),
      };
    },

    node: async ({ actor }: OrgCall, { nodeId }: Input<Api["node"]>): Promise<NodeDetail> => {
      const { pack, tree } = await ground(actor);
      return detailOf(pack, tree, find(tree, nodeId), actor);
    },

    nodeHistory: async (
      { actor }: OrgCall,
      { nodeId }: Input<Api["nodeHistory"]>,
    ): Promise<Output<Api["nodeHistory"]>> => {
      const { tree } = await ground(actor);
      find(tree, nodeId);
      // Residents may know what became of their community; which official did it, and the working notes, are for staff.
      const isStaff = actor.grants.length > 0;
      const events = await db.inTenant(actor.tenant, (tx) => nodeEvents(tx, nodeId));
      return {
        items: events.map((event) => {
          const { summary, note } = summaryOf(event.type, event.data);
          return {
            id: event.id,
            at: event.at.toISOString(),
            type: event.type,
            actor: isStaff ? event.actorName : "工作人员",
            summary,
            note: isStaff ? note : null,
          };
        }),
      };
    },

    mapAreas: async ({ actor }: OrgCall, input: Input<Api["mapAreas"]>): Promise<Output<Api["mapAreas"]>> => {
      const { tree } = await ground(actor);
      const tiers = listOf(input.tiers);
      const drawn = tree
        .subtree(find(tree, input.under ?? tree.root.id).id)
        .filter((node) => node.status === "active" && tiers?.has(node.tier) && (node.at || node.polygon));
      return {
        items: drawn.map((node) => ({ ...refOf(node), at: node.at, polygon: node.polygon ? [...node.polygon] : null })),
      };
    },

    locate: async ({ actor }: OrgCall, { lng, lat }: Input<Api["locate"]>): Promise<Output<Api["locate"]>> => {
      const { pack, tree } = await ground(actor);
      return locatedOf(tree, tree.locate([lng, lat], pack.map.reachMeters));
    },

    findAddress: async ({ actor }: OrgCall, { q }: Input<Api["findAddress"]>): Promise<Output<Api["findAddress"]>> => {
      const { tree } = await ground(actor);
      return {
        items: findPlaces(tree, q, foundAddresses).map((node) => ({
          node: refOf(node),
          trail: tree.trail(node.id),
          at: node.at,
        })),
      };
    },
  };
};
