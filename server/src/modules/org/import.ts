/** What a sheet would do to the tree: every row is checked against the tree and the rows above it, and nothing is written. */

import type { FieldProblem } from "@ginkgo/shared/api/problem.ts";
import { newId } from "../../platform/ids.ts";
import { problemAt, type RowText, type SheetRow } from "./cells.ts";
import { cleanAliases, coversFrom, type Ground } from "./changes.ts";
import { coverRule, isZone } from "./covers.ts";
import { type Change, isChanged } from "./history.ts";
import { checkAliases, kindOf, nameOf, positionOf, RowProblem, tierOf } from "./row.ts";
import {
  type Broken,
  codeRule,
  kindRule,
  lookupsOf,
  nameRule,
  pointRule,
  reachOf,
  seatRule,
  tierRule,
} from "./rules.ts";
import { aliasesOf, aliasText, type Column, coverText, nameIndexOf, statusLabels } from "./sheet.ts";
import type { TreeNode } from "./tree.ts";

export interface ImportPlan {
  readonly created: readonly Change[];
  readonly updated: readonly Change[];
  readonly unchanged: number;
  readonly problems: readonly FieldProblem[];
}

const columnOf: Readonly<Record<string, Column>> = {
  name: "name",
  code: "code",
  kind: "kind",
  tier: "tier",
  seat: "seat",
  at: "lng",
  parent: "parentName",
  covers: "covers",
};

const mostCovers = 500;

const blank = (tree: TreeNode["tree"], tier: string, name: string, parentId: string | null): TreeNode => ({
  id: newId(),
  tree,
  tier,
  kind: null,
  name,
  code: null,
  parentId,
  seatId: null,
  at: null,
  polygon: null,
  address: null,
  aliases: [],
  status: "active",
  mergedInto: null,
  covers: [],
  version: 0,
});

export const planImport = (
  ground: Ground,
  rows: readonly SheetRow[],
  mayEdit: (node: TreeNode) => boolean,
): ImportPlan => {
  const { pack, tree } = ground;
  const lookups = lookupsOf(tree);
  const names = nameIndexOf(tree.all());
  const reach = reachOf(pack, tree);
  const planned = new Map<string, TreeNode>();
  const lineOf = new Map<string, number>();
  const lineOfCode = new Map<string, number>();
  const allowed = new Map<string, boolean>();
  const created: Change[] = [];
  const updated: Change[] = [];
  const problems: FieldProblem[] = [];
  const zones: { readonly line: number; readonly id: string; readonly words: string }[] = [];
  let unchanged = 0;

  const nodeOf = (id: string | null) => (id === null ? undefined : (planned.get(id) ?? tree.get(id)));

  const must = (column: Column, broken: Broken | undefined) => {
    if (broken) throw new RowProblem(columnOf[broken.path] ?? column, broken.message);
  };

  /** The nearest node that is in the tree already decides. */
  const mustBeAllowed = (node: TreeNode | undefined) => {
    let standing = node;
    while (standing && !tree.get(standing.id)) standing = nodeOf(standing.parentId ?? standing.seatId);
    if (!standing) throw new RowProblem("parentName", "只有最上一级的管理员能新增这一级。");
    const known = allowed.get(standing.id) ?? mayEdit(standing);
    allowed.set(standing.id, known);
    if (!known)
      throw new RowProblem("name", `您没有权限修改“${standing.name}”及其下级，请去掉这一行，或联系上级管理员导入。`);
  };

  /** By code if there is one; the name is then only there to be read. */
  const byNameOrCode = (words: string, column: Column, accept: (node: TreeNode) => boolean): TreeNode => {
    const found = names.meaning(words).filter(accept);
    const [one, another] = found;
    if (!one) throw new RowProblem(column, `没有找到“${words}”；如果它也在这个表里，请把它放到前面的行。`);
    if (another)
      throw new RowProblem(
        column,
        `有 ${found.length} 个“${words}”，请填写编码，或写明在哪个下面，如“${names.nameOf(one)}”。`,
      );
    return nodeOf(one.id) ?? one;
  };

  const parentOf = (text: RowText, tier: string, name: string): TreeNode | undefined => {
    const { parentCode, parentName } = text;
    if (parentCode) {
      const found = lookups.withCode(parentCode);
      if (!found)
        throw new RowProblem("parentCode", `没有编码为“${parentCode}”的上级；如果它也在这个表里，请把它放到前面的行。`);
      return nodeOf(found.id);
    }
    const under = pack.tiers[tier]?.under ?? [];
    // What stands somewhere stays findable there, even if the pack would no longer allow it.
    const accepts = (node: TreeNode) => under.includes(node.tier) || lookups.sibling(node.id, tier, name) !== undefined;
    if (parentName) return byNameOrCode(parentName, "parentName", accepts);
    if (under.length > 0) throw new RowProblem("parentCode", "请填写上级编码或上级名称。");
    return undefined;
  };

  const seatOf = (text: RowText): string | null | undefined => {
    if (text.seat === undefined) return undefined;
    if (text.seat === "") return null;
    const coded = lookups.withCode(text.seat);
    return (coded ?? byNameOrCode(text.seat, "seat", (node) => node.tree === "area")).id;
  };

  /** Closed and merged nodes stand in an export to be read; a sheet changes neither them nor anyone's status. */
  const leaveClosed = (text: RowText, tier: string, status: string) => {
    const coded = text.code ? lookups.withCode(text.code) : undefined;
    const found =
      coded ??
      [...tree.all()].find(
        (node) => node.tier === tier && node.name === text.name && statusLabels[node.status] === status,
      );
    if (found && statusLabels[found.status] === status) unchanged += 1;
    else throw new RowProblem("status", "导入不能关闭、合并或重新启用，请在组织树页面上操作，并把状态改回原样。");
  };

  const existing = (text: RowText, tier: string, parent: TreeNode | undefined, name: string): TreeNode | undefined => {
    const coded = text.code ? lookups.withCode(text.code) : undefined;
    if (!coded) {
      const namesake = lookups.sibling(parent?.id ?? null, tier, name);
      return namesake && (!text.code || namesake.code === null) ? namesake : undefined;
    }
    if (coded.tier !== tier)
      throw new RowProblem(
        "tier",
        `编码 ${coded.code} 是${pack.tiers[coded.tier]?.label ?? coded.tier}“${coded.name}”，层级不能改，请检查编码或层级。`,
      );
    if (coded.status !== "active")
      throw new RowProblem(
        "status",
        `编码 ${coded.code} 的“${coded.name}”${statusLabels[coded.status]}，请先在组织树页面上重新启用，或换一个编码。`,
      );
    if (coded.parentId !== (parent?.id ?? null))
      throw new RowProblem(
        "parentCode",
        `“${coded.name}”现在在“${nodeOf(coded.parentId)?.name ?? "最上一级"}”下面；导入不移动，请在组织树页面上移动后再导入。`,
      );
    return coded;
  };

  const wantedOf = (base: TreeNode, text: RowText, name: string): TreeNode => {
    const keep = <T>(value: T | undefined, before: T): T => (value === undefined ? before : value);
    // A sheet adds aliases and takes none away: a former name must stay findable.
    const further = [...aliasesOf(text.aliases ?? ""), ...(base.name === name ? [] : [base.name])];
    const isKnown = text.aliases === aliasText(base.aliases) && base.name === name;
    const all = isKnown ? base.aliases : cleanAliases([...base.aliases, ...further], name);
    const aliases =
      all.length === base.aliases.length && all.every((one, i) => one === base.aliases[i]) ? base.aliases : all;
    return {
      ...base,
      name,
      aliases,
      code: text.code || base.code,
      kind: keep(kindOf(pack, base.tier, text), base.kind),
      seatId: keep(seatOf(text), base.seatId),
      at: keep(positionOf(text), base.at),
      address: text.address === undefined ? base.address : text.address || null,
    };
  };

  const checkOwn = (before: TreeNode | undefined, after: TreeNode) => {
    if (after.kind !== before?.kind) must("kind", kindRule(pack, after.tier, after.kind));
    if (after.seatId !== before?.seatId)
      must("seat", seatRule(pack, after.tier, nodeOf(after.seatId), after.seatId !== null));
    if (after.name !== before?.name)
      must(
        "name",
        nameRule(pack, lookups.sibling(after.parentId, after.tier, after.name), after.id, nodeOf(after.parentId)),
      );
    if (after.code !== before?.code && after.code !== null)
      must("code", codeRule(tree, lookups.withCode(after.code), after.id));
    if (String(after.at) !== String(before?.at)) must("lng", pointRule(reach, after.tier, after.at));
    if (after.aliases !== before?.aliases) checkAliases(after.aliases);
  };

  const readRow = ({ line, text }: SheetRow) => {
    const tier = tierOf(pack, text);
    const name = nameOf(text);
    const twice = text.code ? lineOfCode.get(text.code) : undefined;
    if (twice !== undefined) throw new RowProblem("code", `编码与第 ${twice} 行重复，请改正其中一行。`);
    if (text.code) lineOfCode.set(text.code, line);
    if (text.status && text.status !== statusLabels.active) return leaveClosed(text, tier, text.status);

    const parent = parentOf(text, tier, name);
    const before = existing(text, tier, parent, name);
    const again = before && lineOf.get(before.id);
    if (again !== undefined) throw new RowProblem("name", `与第 ${again} 行是同一个，请去掉其中一行。`);
    if (!before && parent) must("parentName", tierRule(pack, tier, parent));
    if (!before && tier === tree.root.tier)
      throw new RowProblem("tier", `最上一级只能有一个，就是“${tree.root.name}”。`);
    const fresh = blank(pack.tiers[tier]?.tree ?? "area", tier, name, parent?.id ?? null);
    const after = wantedOf(before ?? fresh, text, name);
    lineOf.set(after.id, line);
    if (text.covers !== undefined && isZone(pack, after)) zones.push({ line, id: after.id, words: text.covers });
    else if (text.covers) throw new RowProblem("covers", "只有功能区才有覆盖范围，请清空这一格。");
    if (before && !isChanged(before, after)) {
      unchanged += 1;
      return;
    }
    mustBeAllowed(before ?? parent ?? nodeOf(after.seatId));
    checkOwn(before, after);
    const written = { ...after, version: after.version + 1 };
    planned.set(written.id, written);
    lookups.put(written);
    names.put(written);
    (before ? updated : created).push({ type: "imported", before, after: written, more: { line } });
  };

  const readCovers = (line: number, zone: TreeNode, words: string) => {
    if (words === coverText(tree.coversOf(zone.id), names)) return;
    const found = aliasesOf(words).map((one) => one.trim());
    const covers = coversFrom(
      found.map((one) => (lookups.withCode(one) ?? byNameOrCode(one, "covers", ({ tree }) => tree === "area")).id),
    );
    const taken = covers.filter((id) => !zone.covers.includes(id));
    if (taken.length === 0 && covers.length === zone.covers.length) return;
    if (covers.length > mostCovers)
      throw new RowProblem("covers", `一个功能区最多列 ${mostCovers} 处，请改列它们的上级。`);
    for (const id of covers) must("covers", coverRule(pack, nodeOf, zone, nodeOf(id), "covers"));
    for (const id of [zone.parentId, ...taken]) mustBeAllowed(nodeOf(id));

    const list = [created, updated].find((one) => one.some(({ after }) => after.id === zone.id));
    const i = list?.findIndex(({ after }) => after.id === zone.id) ?? -1;
    const known = list?.[i];
    const after = { ...zone, covers, version: known ? zone.version : zone.version + 1 };
    planned.set(zone.id, after);
    if (list && known) list[i] = { ...known, after };
    else {
      unchanged -= 1;
      updated.push({ type: "imported", before: zone, after, more: { line } });
    }
  };

  const noting = (line: number, read: () => void) => {
    try {
      read();
    } catch (error) {
      if (!(error instanceof RowProblem)) throw error;
      problems.push(problemAt(line, error.column, error.message));
    }
  };
  for (const row of rows) noting(row.line, () => readRow(row));
  // After all rows: a zone may cover what stands further down in the sheet.
  for (const { line, id, words } of zones) {
    const zone = nodeOf(id);
    if (zone) noting(line, () => readCovers(line, zone, words));
  }
  return { created, updated, unchanged, problems };
};
