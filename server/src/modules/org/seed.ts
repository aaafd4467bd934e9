/** The first tree of a new tenant, from data whose nodes name each other by keys. */
import type { Position } from "@ginkgo/shared/api/common.ts";
import type { Tx } from "../../platform/db/database.ts";
import { appendEvents } from "../../platform/events.ts";
import { newId } from "../../platform/ids.ts";
import { insertNodes, labelOf, type PathedNode, saveCovers } from "./repo.ts";

export interface SeedNode {
  readonly key: string;
  readonly tree: "area" | "party";
  readonly tier: string;
  readonly kind?: string | null;
  readonly name: string;
  readonly code?: string | null;
  /** Key of the parent; null for the root of a tree. */
  readonly parent: string | null;
  /** For a Party organisation: key of the area it is laid over. */
  readonly seat?: string | null;
  readonly at?: Position | null;
  readonly polygon?: readonly Position[] | null;
  readonly address?: string | null;
  readonly aliases?: readonly string[];
  /** For a zone: keys of the areas it covers, which may stand anywhere in the data. */
  readonly covers?: readonly string[];
}

/** Areas before Party organisations (which sit on them), and everything after what it stands under. */
const inOrder = (nodes: readonly SeedNode[]): SeedNode[] => {
  const byKey = new Map(nodes.map((node) => [node.key, node]));
  if (byKey.size !== nodes.length) throw new Error("the seed tree uses a key twice");
  const state = new Map<string, "open" | "placed">();
  const ordered: SeedNode[] = [];
  const place = (node: SeedNode) => {
    if (state.get(node.key) === "placed") return;
    if (state.get(node.key) === "open") throw new Error(`the seed tree runs in a circle at "${node.key}"`);
    state.set(node.key, "open");
    for (const key of [node.parent, node.seat ?? null]) {
      if (key === null) continue;
      const needed = byKey.get(key);
      if (!needed) throw new Error(`the seed tree's "${node.key}" refers to "${key}", which is not there`);
      place(needed);
    }
    state.set(node.key, "placed");
    ordered.push(node);
  };
  for (const node of nodes) place(node);
  return ordered;
};

const coversOf = (nodes: readonly SeedNode[], ids: ReadonlyMap<string, string>) => {
  const idOf = (zone: string, key: string): string => {
    const id = ids.get(key);
    if (!id) throw new Error(`the seed tree's "${zone}" covers "${key}", which is not there`);
    return id;
  };
  return nodes.flatMap(({ key, covers }) =>
    covers?.length ? [{ id: idOf(key, key), covers: [...new Set(covers)].map((one) => idOf(key, one)) }] : [],
  );
};

/** Answers with the id of each key. The data is trusted: it is checked where the pack is built, not here. */
export const seedTree = async (tx: Tx, now: Date, nodes: readonly SeedNode[]): Promise<Map<string, string>> => {
  const ids = new Map<string, string>();
  const paths = new Map<string, string>();
  const pathed = inOrder(nodes).map((seed): PathedNode => {
    const id = newId();
    ids.set(seed.key, id);
    const above = seed.parent === null ? undefined : paths.get(seed.parent);
    const path = above ? `${above}.${labelOf(id)}` : labelOf(id);
    paths.set(seed.key, path);
    const node = {
      id,
      tree: seed.tree,
      tier: seed.tier,
      kind: seed.kind ?? null,
      name: seed.name,
      code: seed.code ?? null,
      parentId: seed.parent === null ? null : (ids.get(seed.parent) ?? null),
      seatId: seed.seat ? (ids.get(seed.seat) ?? null) : null,
      at: seed.at ?? null,
      polygon: seed.polygon ?? null,
      address: seed.address ?? null,
      aliases: seed.aliases ?? [],
      status: "active" as const,
      mergedInto: null,
      covers: [],
      version: 1,
    };
    return { node, path };
  });
  await insertNodes(tx, now, pathed);
  await saveCovers(tx, coversOf(nodes, ids));
  const root = pathed.find(({ node }) => node.tree === "area" && node.parentId === null)?.node;
  if (!root) throw new Error("the seed tree has no root");
  await appendEvents(tx, [
    {
      subjectType: "node",
      subjectId: root.id,
      seq: 1,
      type: "seeded",
      actor: { accountId: null, name: "系统" },
      at: now,
      data: { before: {}, after: {}, note: null, count: pathed.length },
    },
  ]);
  return ids;
};
