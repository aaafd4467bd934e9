/** What happened to a node: what is kept of a change, and a line of Chinese for it. */
import type { NewEvent } from "../../platform/events.ts";
import type { Actor } from "../authority/index.ts";
import type { Tree, TreeNode } from "./tree.ts";

export type ChangeType =
  | "added"
  | "renamed"
  | "changed"
  | "moved"
  | "merged"
  | "merged-in"
  | "closed"
  | "reopened"
  | "imported"
  | "seeded";

type Fields = Record<string, unknown>;

/** Names are kept with the ids: a later renaming must not rewrite history. */
const named = (tree: Tree, id: string | null) => {
  if (id === null) return null;
  return { id, name: tree.get(id)?.name ?? "" };
};

const fieldsOf = (tree: Tree, node: TreeNode): Fields => ({
  name: node.name,
  kind: node.kind,
  code: node.code,
  parent: named(tree, node.parentId),
  seat: named(tree, node.seatId),
  at: node.at,
  polygon: node.polygon,
  address: node.address,
  aliases: node.aliases,
  status: node.status,
  mergedInto: named(tree, node.mergedInto),
  covers: node.covers.length > 0 ? node.covers.map((id) => named(tree, id)) : null,
});

const isEqual = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Only the fields that differ. */
const difference = (before: Fields, after: Fields): { before: Fields; after: Fields } => {
  const keys = Object.keys(after).filter((key) => !isEqual(before[key], after[key]));
  const only = (fields: Fields) => Object.fromEntries(keys.map((key) => [key, fields[key] ?? null]));
  return { before: only(before), after: only(after) };
};

export const isChanged = (before: TreeNode, after: TreeNode): boolean =>
  !isEqual({ ...before, version: 0 }, { ...after, version: 0 });

/** Whether what the node covers is another than before. */
export const isCoverChange = ({ before, after }: Change): boolean => !isEqual(before?.covers ?? [], after.covers);

export interface Change {
  readonly type: ChangeType;
  readonly before: TreeNode | undefined;
  readonly after: TreeNode;
  readonly note?: string | undefined;
  readonly more?: Fields;
}

/** `tree` is the tree before the change, or after it for a node that is new. */
export const eventOf = (change: Change, tree: Tree, actor: Pick<Actor, "accountId" | "name">, at: Date): NewEvent => {
  const after = fieldsOf(tree, change.after);
  return {
    subjectType: "node",
    subjectId: change.after.id,
    seq: change.after.version,
    type: change.type,
    actor: { accountId: actor.accountId, name: actor.name },
    at,
    data: {
      ...difference(change.before ? fieldsOf(tree, change.before) : {}, after),
      note: change.note ?? null,
      ...change.more,
    },
  };
};

interface Kept {
  readonly before: Fields;
  readonly after: Fields;
  readonly note: string | null;
  readonly count?: number;
  readonly from?: { readonly name: string };
}

const quoted = (value: unknown): string => {
  if (value === null || value === undefined || value === "") return "空";
  if (Array.isArray(value)) return value.length === 0 ? "空" : `“${value.join("、")}”`;
  return `“${typeof value === "object" ? (value as { name?: string }).name : String(value)}”`;
};

/** In the order in which they are told. */
const fieldLabels: Readonly<Record<string, string>> = {
  name: "名称",
  code: "编码",
  kind: "类型",
  parent: "上级",
  seat: "坐落",
  address: "地址",
  aliases: "别名",
  at: "位置",
  polygon: "边界",
  covers: "覆盖范围",
};

const drawn = (label: string, before: unknown, after: unknown): string => {
  if (after === null) return `清除了${label}`;
  return before === null || before === undefined ? `标注了${label}` : `修改了${label}`;
};

/** A zone may cover dozens: what came and what went says more than both lists. */
const coversSummary = (label: string, before: unknown, after: unknown): string => {
  const [were, are] = [before, after].map((list) => (list ?? []) as readonly { id: string; name: string }[]);
  const without = (some: typeof were = [], others: typeof were = []) =>
    some.filter(({ id }) => others.every((other) => other.id !== id)).map(({ name }) => name);
  const [come, gone] = [without(are, were), without(were, are)];
  return [
    ...(come.length > 0 ? [`${label}新增${quoted(come)}`] : []),
    ...(gone.length > 0 ? [`${label}去掉${quoted(gone)}`] : []),
  ].join("；");
};

const fieldSummary = (field: string, label: string, before: unknown, after: unknown): string => {
  if (field === "covers") return coversSummary(label, before, after);
  if (field === "at" || field === "polygon") return drawn(label, before, after);
  return `${label}由${quoted(before)}改为${quoted(after)}`;
};

const changesSummary = ({ before, after }: Kept): string => {
  // The old name moves to the aliases when a node is renamed; saying so twice helps nobody.
  const told = Object.entries(fieldLabels).filter(
    ([field]) => field in after && (field !== "aliases" || !("name" in after)),
  );
  const parts = told.map(([field, label]) => fieldSummary(field, label, before[field], after[field]));
  return parts.length > 0 ? parts.join("；") : "内容有修改";
};

const summaries: Readonly<Record<ChangeType, (kept: Kept) => string>> = {
  added: ({ after }) => `新增${quoted(after.name)}，上级为${quoted(after.parent)}`,
  renamed: changesSummary,
  changed: changesSummary,
  moved: ({ before, after }) => `由${quoted(before.parent)}移到${quoted(after.parent)}下`,
  merged: ({ after }) => `并入${quoted(after.mergedInto)}`,
  "merged-in": ({ from, count }) => `${quoted(from)}并入本级${count ? `，随同转入 ${count} 个下级` : ""}`,
  closed: () => "关闭",
  reopened: () => "重新启用",
  imported: (kept) => `表格导入：${kept.before.name === null ? summaries.added(kept) : changesSummary(kept)}`,
  seeded: ({ count }) => `建立组织树${count ? `，共 ${count} 个` : ""}`,
};

export const summaryOf = (type: string, data: unknown): { summary: string; note: string | null } => {
  const kept: Kept = { before: {}, after: {}, note: null, ...(data as Partial<Kept>) };
  const describe = summaries[type as ChangeType] as ((kept: Kept) => string) | undefined;
  return { summary: describe ? describe(kept) : "内容有修改", note: kept.note };
};
