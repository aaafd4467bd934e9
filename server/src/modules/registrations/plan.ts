/** What a sheet would do: every row against the tree, the accounts there are, and the rows above it. Nothing is written. */
import { PersonName, Phone } from "@ginkgo/shared/api/common.ts";
import type { FieldProblem } from "@ginkgo/shared/api/problem.ts";
import type { RegistrationKind } from "@ginkgo/shared/pack/participation.ts";
import type { Pack } from "@ginkgo/shared/pack/schema.ts";
import { maskName } from "../../platform/crypto.ts";
import type { KnownPerson } from "../identity/index.ts";
import { nameIndexOf, type Tree, type TreeNode } from "../org/index.ts";
import { type Column, problemAt, type RowText, type SheetRow } from "./sheet.ts";

export interface PlannedRow {
  readonly line: number;
  readonly name: string;
  readonly phone: string;
  readonly node: TreeNode;
  readonly unit: TreeNode | undefined;
  readonly skills: readonly string[];
}

export interface Plan {
  readonly fresh: readonly PlannedRow[];
  readonly unchanged: number;
  /** Rows with at least one problem. */
  readonly bad: number;
  readonly problems: readonly FieldProblem[];
}

export interface PlanGround {
  readonly pack: Pack;
  readonly tree: Tree;
  readonly kind: RegistrationKind;
  /** By telephone number. */
  readonly people: ReadonlyMap<string, KnownPerson>;
  /** `account or body/node` of what has not ended. */
  readonly open: ReadonlySet<string>;
  readonly mayKeep: (nodeId: string) => boolean;
}

const tidy = (words: string): string => words.replace(/\s+/g, "").replaceAll("／", "/");

/** Nodes by what people call them: name, code, alias, or the end of the way down to them. */
const lookupIn = (tree: Tree, tiers: readonly string[]) => {
  const accepts = (node: TreeNode) => node.status === "active" && tiers.includes(node.tier);
  const names = nameIndexOf(tree.all());
  const further = new Map<string, TreeNode[]>();
  for (const node of tree.all())
    if (accepts(node))
      for (const words of [node.code ?? "", ...node.aliases])
        if (words) further.set(tidy(words), [...(further.get(tidy(words)) ?? []), node]);
  return (words: string): { readonly found: readonly TreeNode[]; readonly nameOf: (node: TreeNode) => string } => {
    const exact = names.meaning(tidy(words)).filter(accepts);
    return { found: exact.length > 0 ? exact : (further.get(tidy(words)) ?? []), nameOf: names.nameOf };
  };
};

/** One problem of one cell. */
class CellProblem extends Error {
  readonly column: Column;
  constructor(column: Column, message: string) {
    super(message);
    this.column = column;
  }
}

const skillsSeparated = /[、,，;；/\s]+/;

/** As people write numbers: with blanks, dashes, the country. */
export const phoneIn = (text: string): string => text.replace(/[\s-]/g, "").replace(/^\+?86(?=1\d{10}$)/, "");

export const openKey = (who: string, nodeId: string): string => `${who}/${nodeId}`;

const pauseAfter = 1000;
const breathe = () => new Promise<void>((resolve) => setImmediate(resolve));

export const planImport = async (
  ground: PlanGround,
  rows: readonly SheetRow[],
  progress: (done: number) => void,
): Promise<Plan> => {
  const { pack, tree, kind, people, open, mayKeep } = ground;
  const labelsOf = (tiers: readonly string[]) => tiers.map((tier) => pack.tiers[tier]?.label ?? tier).join("、");
  const placeNamed = lookupIn(tree, kind.with);
  const unitNamed = lookupIn(tree, kind.units);
  const skillNamed = new Map(pack.skills.flatMap(({ id, label }) => [[label, id] as const, [id, id] as const]));
  const allowed = new Map<string, boolean>();
  const lineOf = new Map<string, number>();
  const nameOfPhone = new Map<string, { readonly name: string; readonly line: number }>();
  const problems: FieldProblem[] = [];
  const fresh: PlannedRow[] = [];
  let unchanged = 0;
  let bad = 0;

  const one = (lookup: ReturnType<typeof lookupIn>, column: Column, words: string, tiers: readonly string[]) => {
    const { found, nameOf } = lookup(words);
    const [node] = found;
    if (!node)
      throw new CellProblem(
        column,
        `没有找到“${words}”，请填写组织树上${labelsOf(tiers)}的名称或编码，或先在组织树上新增。`,
      );
    if (found.length > 1)
      throw new CellProblem(column, `有 ${found.length} 个“${words}”，请写明在哪个下面，如“${nameOf(node)}”。`);
    return node;
  };

  const placeOf = (text: RowText): TreeNode => {
    if (!text.place) throw new CellProblem("place", "请填写报到的社区或小区。");
    const node = one(placeNamed, "place", text.place, kind.with);
    const known = allowed.get(node.id) ?? mayKeep(node.id);
    allowed.set(node.id, known);
    if (!known) throw new CellProblem("place", `“${node.name}”不在您管理的范围内，请去掉这一行，或请所在社区导入。`);
    return node;
  };
  const unitOf = (text: RowText): TreeNode | undefined => {
    if (!text.unit && kind.who === "unit") throw new CellProblem("unit", "请填写单位。");
    return text.unit ? one(unitNamed, "unit", text.unit, kind.units) : undefined;
  };
  const skillsOf = (text: RowText): string[] => {
    const words = text.skills.split(skillsSeparated).filter(Boolean);
    const unknown = words.filter((word) => !skillNamed.has(word));
    if (unknown.length > 0)
      throw new CellProblem(
        "skills",
        `清单里没有“${unknown.join("、")}”，请改成清单里的技能（见模板的填写说明），或清空这一格。`,
      );
    return [...new Set(words.flatMap((word) => skillNamed.get(word) ?? []))];
  };
  const phoneOf = (text: RowText): string => {
    const phone = phoneIn(text.phone);
    if (!phone) throw new CellProblem("phone", "请填写手机号。");
    if (!Phone.safeParse(phone).success) throw new CellProblem("phone", `“${text.phone}”不是 11 位手机号，请核对。`);
    if (people.get(phone)?.active === false)
      throw new CellProblem("phone", "这个手机号的账号已停用，请先在“人员与角色”里启用。");
    return phone;
  };
  const nameOf = (text: RowText): string => {
    const name = text.name.replace(/\s+/g, "");
    const wrong = PersonName.safeParse(name).error?.issues[0]?.message;
    if (wrong) throw new CellProblem("name", `${wrong}。`);
    return name;
  };

  /** The same number is the same person, in the sheet as in the register. */
  const checkPerson = (line: number, name: string, phone: string) => {
    const account = people.get(phone);
    if (account && account.name !== name)
      throw new CellProblem(
        "name",
        `这个手机号是“${maskName(account.name)}”的账号，与表中姓名不同，请核对姓名和手机号。`,
      );
    const above = nameOfPhone.get(phone);
    if (above && above.name !== name)
      throw new CellProblem("phone", `第 ${above.line} 行用了同一个手机号但姓名不同，请改正其中一行。`);
    nameOfPhone.set(phone, above ?? { name, line });
  };

  const readRow = ({ line, text }: SheetRow): void => {
    const wrong: CellProblem[] = [];
    const read = <T>(work: () => T): T | undefined => {
      try {
        return work();
      } catch (error) {
        if (!(error instanceof CellProblem)) throw error;
        wrong.push(error);
        return undefined;
      }
    };
    const isPerson = kind.who === "person";
    const name = isPerson ? read(() => nameOf(text)) : "";
    const phone = isPerson ? read(() => phoneOf(text)) : "";
    const unit = read(() => unitOf(text));
    const node = read(() => placeOf(text));
    const skills = isPerson ? read(() => skillsOf(text)) : [];
    if (isPerson && name && phone) read(() => checkPerson(line, name, phone));
    const who = isPerson ? phone : unit?.id;
    if (who && node) {
      const twice = lineOf.get(openKey(who, node.id));
      if (twice !== undefined)
        wrong.push(new CellProblem(isPerson ? "phone" : "unit", `与第 ${twice} 行重复，请去掉其中一行。`));
      else lineOf.set(openKey(who, node.id), line);
    }
    if (wrong.length > 0 || name === undefined || phone === undefined || !node || !skills) {
      bad++;
      for (const { column, message } of wrong) problems.push(problemAt(line, column, message));
      return;
    }
    const known = isPerson ? people.get(phone)?.accountId : unit?.id;
    if (known && open.has(openKey(known, node.id))) unchanged++;
    else fresh.push({ line, name, phone, node, unit, skills });
  };

  for (const [i, row] of rows.entries()) {
    readRow(row);
    if ((i + 1) % pauseAfter === 0) {
      progress(i + 1);
      // Other requests have their turn between.
      await breathe();
    }
  }
  progress(rows.length);
  return { fresh, unchanged, bad, problems };
};
