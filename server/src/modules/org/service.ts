/** The tree of a tenant: everyone signed in reads it, those who hold `org.edit` above a node change it. */
import type { Input } from "@ginkgo/shared/api/contract.ts";
import type { NodeDetail, orgApi } from "@ginkgo/shared/api/org.ts";
import type { Clock } from "../../platform/clock.ts";
import type { Database, Tx } from "../../platform/db/database.ts";
import { appendEvents } from "../../platform/events.ts";
import { forbidden, stale } from "../../platform/problem.ts";
import type { Actor } from "../authority/index.ts";
import type { PackRegistry } from "../packs/index.ts";
import { addition, closing, type Ground, merger, relocation, reopening, revision } from "./changes.ts";
import { covering, tidied } from "./covers.ts";
import { createExcel } from "./excel.ts";
import type { Forest } from "./forest.ts";
import { type Change, eventOf, isCoverChange } from "./history.ts";
import { createReading, find, groundOf, type OrgCall } from "./reading.ts";
import { insertNodes, labelOf, moveChildPaths, movePaths, pathsOf, saveCovers, updateNodes } from "./repo.ts";
import { buildTree, type Tree, type TreeNode } from "./tree.ts";
import { detailOf, mayEdit } from "./views.ts";

/** What the tree needs of those who hang things on it. */
export interface CaseHooks {
  /** Whatever still open hangs on `fromId` now hangs on `intoId`: cases, and as main sees fit roles and homes. */
  onMerge(tx: Tx, fromId: string, intoId: string): Promise<void>;
  /** How many open cases lie at these nodes or are in the hands of these bodies. */
  openCasesUnder(tx: Tx, nodeIds: readonly string[]): Promise<number>;
}

export interface OrgOptions {
  readonly db: Database;
  readonly clock: Clock;
  readonly packs: PackRegistry;
  readonly forest: Forest;
  readonly cases: CaseHooks;
}

type Api = typeof orgApi;

const treeWith = ({ tree, pack }: Ground, changed: readonly TreeNode[]): Tree => {
  const nodes = new Map([...tree.all()].map((node) => [node.id, node]));
  for (const node of changed) nodes.set(node.id, node);
  return buildTree(tree.version + 1, [...nodes.values()], pack.tiers);
};

export const createOrg = ({ db, clock, packs, forest, cases }: OrgOptions) => {
  const mustEdit = (actor: Actor, tree: Tree, nodes: readonly (TreeNode | undefined)[]) => {
    for (const node of nodes) if (node && !mayEdit(actor, node, tree)) throw forbidden(`修改“${node.name}”`);
  };

  const parentOf = (tree: Tree, node: TreeNode) => (node.parentId ? tree.get(node.parentId) : undefined);

  /** One change, checked against the tree as it stands in the transaction, answered with the node as it then is. */
  const change = async (
    call: OrgCall,
    work: (tx: Tx, ground: Ground) => Promise<{ id: string; changes: readonly Change[] }>,
  ): Promise<NodeDetail> => {
    const { actor } = call;
    const { pack } = await groundOf({ packs, forest }, actor);
    const detail = await db.once(actor.tenant, call.request, async (tx) => {
      const ground = { pack, tree: await forest.toChange(tx) };
      const { id, changes } = await work(tx, ground);
      const after = treeWith(
        ground,
        changes.map((one) => one.after),
      );
      await appendEvents(
        tx,
        changes.map((one) => eventOf(one, after, actor, clock.now())),
      );
      return detailOf(pack, after, find(after, id), actor);
    });
    await forest.announce(actor.tenant);
    return detail;
  };

  /** Answers with all that was written: zones that lose or follow what they cover change too. */
  const write = async (tx: Tx, ground: Ground, asked: readonly Change[]): Promise<readonly Change[]> => {
    const changes = tidied(ground, asked);
    const written = await updateNodes(
      tx,
      changes.map(({ after }) => after),
    );
    if (written !== changes.length) throw stale();
    await saveCovers(
      tx,
      changes.filter(isCoverChange).map(({ after }) => after),
    );
    return changes;
  };

  const editable = (call: OrgCall, tree: Tree, input: { nodeId: string; version: number }): TreeNode => {
    const node = find(tree, input.nodeId);
    mustEdit(call.actor, tree, [node]);
    return node;
  };

  const mustBeCurrent = (node: TreeNode, version: number) => {
    if (node.version !== version) throw stale();
  };

  return {
    ...createReading({ db, packs, forest }),
    ...createExcel({ db, clock, packs, forest }),

    addNode: (call: OrgCall, input: Input<Api["addNode"]>): Promise<NodeDetail> =>
      change(call, async (tx, ground) => {
        const parent = find(ground.tree, input.parent, "上级节点");
        mustEdit(call.actor, ground.tree, [parent]);
        const added = addition(ground, parent, input);
        const path = (await pathsOf(tx, [parent.id])).get(parent.id);
        await insertNodes(tx, clock.now(), [{ node: added.after, path: `${path}.${labelOf(added.after.id)}` }]);
        return { id: added.after.id, changes: [added] };
      }),

    updateNode: (call: OrgCall, input: Input<Api["updateNode"]>): Promise<NodeDetail> =>
      change(call, async (tx, ground) => {
        const node = editable(call, ground.tree, input);
        mustBeCurrent(node, input.version);
        const revised = revision(ground, node, input);
        const changes = await write(tx, ground, revised ? [revised] : []);
        return { id: node.id, changes };
      }),

    setCovers: (call: OrgCall, input: Input<Api["setCovers"]>): Promise<NodeDetail> =>
      change(call, async (tx, ground) => {
        const { tree } = ground;
        const node = find(tree, input.nodeId);
        mustEdit(call.actor, tree, [parentOf(tree, node) ?? node]);
        mustBeCurrent(node, input.version);
        const covered = covering(ground, node, input.covers, input.note);
        mustEdit(call.actor, tree, covered?.taken ?? []);
        const changes = await write(tx, ground, covered ? [covered.change] : []);
        return { id: node.id, changes };
      }),

    moveNode: (call: OrgCall, input: Input<Api["moveNode"]>): Promise<NodeDetail> =>
      change(call, async (tx, ground) => {
        const node = editable(call, ground.tree, input);
        const parent = find(ground.tree, input.parent, "新的上级节点");
        mustEdit(call.actor, ground.tree, [parentOf(ground.tree, node), parent]);
        mustBeCurrent(node, input.version);
        const moved = relocation(ground, node, parent, input.note);
        const changes = await write(tx, ground, [moved]);
        await movePaths(tx, node.id, parent.id);
        return { id: node.id, changes };
      }),

    mergeNode: (call: OrgCall, input: Input<Api["mergeNode"]>): Promise<NodeDetail> =>
      change(call, async (tx, ground) => {
        const node = editable(call, ground.tree, input);
        const into = find(ground.tree, input.into, "要并入的节点");
        // A zone that swallows another covers more: that is decided above it.
        mustEdit(call.actor, ground.tree, [into, node.covers.length > 0 ? parentOf(ground.tree, into) : undefined]);
        mustBeCurrent(node, input.version);
        const merged = merger(ground, node, into, input.note);
        const changes = await write(tx, ground, [merged.from, merged.into, ...merged.following]);
        await moveChildPaths(tx, node.id, into.id);
        await cases.onMerge(tx, node.id, into.id);
        return { id: into.id, changes };
      }),

    closeNode: (call: OrgCall, input: Input<Api["closeNode"]>): Promise<NodeDetail> =>
      change(call, async (tx, ground) => {
        const node = editable(call, ground.tree, input);
        mustBeCurrent(node, input.version);
        const closed = closing(
          ground,
          node,
          await cases.openCasesUnder(
            tx,
            ground.tree.branch(node.id).map(({ id }) => id),
          ),
          input.note,
        );
        return { id: node.id, changes: await write(tx, ground, [closed]) };
      }),

    reopenNode: (call: OrgCall, input: Input<Api["reopenNode"]>): Promise<NodeDetail> =>
      change(call, async (tx, ground) => {
        const node = editable(call, ground.tree, input);
        mustBeCurrent(node, input.version);
        const reopened = reopening(ground, node, input.note);
        return { id: node.id, changes: await write(tx, ground, [reopened]) };
      }),
  };
};

export type Org = ReturnType<typeof createOrg>;
