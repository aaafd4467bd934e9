/** The tree as a sheet: its columns, its rows, and how a row names another node. */
import type { Pack } from "@ginkgo/shared/pack/schema.ts";
import { writeSheet } from "../../platform/excel.ts";
import type { Tree, TreeNode } from "./tree.ts";

export const columns = {
  code: { header: "编码", width: 18 },
  name: { header: "名称", width: 24 },
  tier: { header: "层级", width: 12 },
  kind: { header: "类型", width: 12 },
  parentCode: { header: "上级编码", width: 18 },
  parentName: { header: "上级名称", width: 28 },
  lng: { header: "经度", width: 12 },
  lat: { header: "纬度", width: 12 },
  address: { header: "地址", width: 24 },
  aliases: { header: "别名", width: 24 },
  status: { header: "状态", width: 8 },
  seat: { header: "坐落编码(党组织)", width: 28 },
  covers: { header: "覆盖", width: 28 },
} as const;
export type Column = keyof typeof columns;
export const columnNames = Object.keys(columns) as Column[];

export const statusLabels = { active: "启用", closed: "已关闭", merged: "已合并" } as const;

export const aliasText = (aliases: readonly string[]): string => aliases.join("、");
export const aliasesOf = (text: string): string[] => text.split(/[、,，;；]/).filter((alias) => alias.trim() !== "");

/**
 * Most nodes have no code. They are named by their name, or, where that is not enough, by as much of the way down to
 * them as makes it plain: 锦绣花园/3号楼.
 */
export interface NameIndex {
  put(node: TreeNode): void;
  /** All nodes that a name or the end of a path may mean. */
  meaning(words: string): readonly TreeNode[];
  /** The shortest words that mean this node only; its whole path if none do. */
  nameOf(node: TreeNode): string;
}

export const nameIndexOf = (nodes: Iterable<TreeNode>): NameIndex => {
  const byId = new Map<string, TreeNode>();
  const meanings = new Map<string, TreeNode[]>();

  const wordsFor = (node: TreeNode): string[] => {
    const found: string[] = [];
    let words = "";
    for (let one: TreeNode | undefined = node; one; one = one.parentId ? byId.get(one.parentId) : undefined) {
      words = words ? `${one.name}/${words}` : one.name;
      found.push(words);
    }
    return found;
  };
  const put = (node: TreeNode) => {
    if (node.status !== "active") return;
    byId.set(node.id, node);
    for (const words of wordsFor(node)) {
      const known = meanings.get(words);
      const same = known?.findIndex(({ id }) => id === node.id) ?? -1;
      if (known && same >= 0) known[same] = node;
      else if (known) known.push(node);
      else meanings.set(words, [node]);
    }
  };
  const all = [...nodes];
  for (const node of all) if (node.status === "active") byId.set(node.id, node);
  for (const node of all) put(node);

  return {
    put,
    meaning: (words) => meanings.get(words) ?? [],
    nameOf: (node) => {
      const words = wordsFor(node);
      return words.find((one) => meanings.get(one)?.length === 1) ?? words.at(-1) ?? node.name;
    },
  };
};

/** What a zone covers, each by its code if it has one. */
export const coverText = (covers: readonly TreeNode[], names: NameIndex): string =>
  covers.map((node) => node.code ?? names.nameOf(node)).join("、");

/** Depth first, so that every parent stands above what is below it; areas before the Party tree that sits on them. */
const inOrder = (tree: Tree, from: TreeNode): TreeNode[] => {
  const found: TreeNode[] = [];
  const visit = (node: TreeNode) => {
    found.push(node);
    for (const child of tree.children(node.id)) visit(child);
  };
  visit(from);
  return found;
};

const exported = (tree: Tree, under: TreeNode): TreeNode[] => {
  const below = inOrder(tree, under);
  if (under.id !== tree.root.id) return below;
  const parties = [...tree.all()].filter((node) => node.tree === "party" && node.parentId === null);
  return [...below, ...parties.flatMap((party) => inOrder(tree, party))];
};

export const exportSheet = (pack: Pack, tree: Tree, under: TreeNode): Promise<Buffer> => {
  const names = nameIndexOf(tree.all());
  const cellsOf = (node: TreeNode): Record<Column, string | number | null> => {
    const parent = node.parentId ? tree.get(node.parentId) : undefined;
    const seat = node.seatId ? tree.get(node.seatId) : undefined;
    return {
      code: node.code,
      name: node.name,
      tier: pack.tiers[node.tier]?.label ?? node.tier,
      kind: node.kind === null ? null : (pack.tiers[node.tier]?.kinds?.[node.kind] ?? node.kind),
      parentCode: parent?.code ?? null,
      parentName: parent ? names.nameOf(parent) : null,
      lng: node.at?.[0] ?? null,
      lat: node.at?.[1] ?? null,
      address: node.address,
      aliases: aliasText(node.aliases) || null,
      status: statusLabels[node.status],
      seat: seat ? (seat.code ?? names.nameOf(seat)) : null,
      covers: coverText(tree.coversOf(node.id), names) || null,
    };
  };
  const rows = exported(tree, under).map((node) => {
    const cells = cellsOf(node);
    return columnNames.map((column) => cells[column]);
  });
  return writeSheet(
    "组织树",
    columnNames.map((column) => columns[column]),
    rows,
  );
};
