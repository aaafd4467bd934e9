/** The sheet of an import: its columns for a kind, its rows as text, the template, and the list as Excel. */
import type { FieldProblem } from "@ginkgo/shared/api/problem.ts";
import type { RegistrationSummary } from "@ginkgo/shared/api/registrations.ts";
import type { RegistrationKind } from "@ginkgo/shared/pack/participation.ts";
import type { Pack } from "@ginkgo/shared/pack/schema.ts";
import { type Cell, type SheetColumn, writeBook } from "../../platform/excel.ts";
import { datedText } from "../matters/index.ts";

interface Described extends SheetColumn {
  readonly also: readonly string[];
  readonly help: string;
}

const columns = {
  name: { header: "姓名", width: 12, also: [], help: "必填。" },
  phone: {
    header: "手机号",
    width: 16,
    also: ["电话", "联系电话", "手机"],
    help: "必填，11 位；同一个号码是同一个人。",
  },
  unit: { header: "单位", width: 28, also: ["工作单位", "单位名称", "单位党组织"], help: "组织树上的单位名称或编码。" },
  place: {
    header: "报到社区/小区",
    width: 28,
    also: ["报到社区", "报到小区", "社区", "小区", "社区/小区", "居住社区", "居住小区"],
    help: "必填，名称或编码；有同名的写明在哪个下面，如“东街社区/锦绣花园”。",
  },
  skills: {
    header: "职业/技能",
    width: 28,
    also: ["职业", "技能", "特长", "技能特长"],
    help: "多项用顿号隔开，须是下面清单里的。",
  },
} as const satisfies Record<string, Described>;
export type Column = keyof typeof columns;

const columnsFor: { readonly [W in RegistrationKind["who"]]: readonly Column[] } = {
  person: ["name", "phone", "unit", "place", "skills"],
  unit: ["unit", "place"],
};
const requiredFor: { readonly [W in RegistrationKind["who"]]: readonly Column[] } = {
  person: ["name", "phone", "place"],
  unit: ["unit", "place"],
};

export const headerOf = (column: Column): string => columns[column].header;

export const problemAt = (line: number, column: Column, message: string): FieldProblem => ({
  path: columns[column].header,
  message,
  line,
});

/** Trimmed text; empty where the cell or its column is. */
export type RowText = Readonly<Record<Column, string>>;
export interface SheetRow {
  readonly line: number;
  readonly text: RowText;
}

const plainHeader = (cell: Cell): string =>
  String(cell ?? "")
    .replace(/\s+/g, "")
    .replace("／", "/")
    .replace(/[*＊]/g, "");

const locate = (head: readonly Cell[], who: RegistrationKind["who"]) => {
  const found = new Map<number, Column>();
  const problems: FieldProblem[] = [];
  const known = columnsFor[who];
  for (const [i, cell] of head.entries()) {
    const header = plainHeader(cell);
    const column = known.find((one) => {
      const names: readonly string[] = [columns[one].header, ...columns[one].also];
      return names.includes(header);
    });
    if (!column) continue;
    if ([...found.values()].includes(column))
      problems.push({ path: header, message: `“${columns[column].header}”有两列，请删掉一列。`, line: 1 });
    else found.set(i, column);
  }
  for (const column of requiredFor[who])
    if (![...found.values()].includes(column))
      problems.push({
        path: columns[column].header,
        message: `缺少“${columns[column].header}”这一列，请补上（可以先下载模板）。`,
        line: 1,
      });
  return { found, problems };
};

const textOf = (cell: Cell): string | undefined => {
  if (cell === null) return "";
  if (cell instanceof Date) return undefined;
  return String(cell).trim();
};

const blank: RowText = { name: "", phone: "", unit: "", place: "", skills: "" };

/** Lines count as Excel shows them. Columns nobody knows are left alone: registers kept elsewhere have many. */
export const rowsOf = (
  cells: readonly (readonly Cell[])[],
  who: RegistrationKind["who"],
): { rows: SheetRow[]; problems: FieldProblem[] } => {
  const { found, problems } = locate(cells[0] ?? [], who);
  const rows: SheetRow[] = [];
  if (problems.length > 0) return { rows, problems };
  for (const [i, row] of cells.entries()) {
    if (i === 0) continue;
    const text: Record<Column, string> = { ...blank };
    for (const [at, column] of found) {
      const read = textOf(row[at] ?? null);
      if (read === undefined)
        problems.push(problemAt(i + 1, column, "这一格被 Excel 当成了日期，请把格式设为“文本”后重新填写。"));
      else text[column] = read;
    }
    if (Object.values(text).some((one) => one !== "")) rows.push({ line: i + 1, text });
  }
  return { rows, problems };
};

export const templateOf = (pack: Pack, kind: RegistrationKind): Promise<Buffer> => {
  const used = columnsFor[kind.who];
  const tiers = (ids: readonly string[]) => ids.map((id) => pack.tiers[id]?.label ?? id).join("、");
  const help: (string | null)[][] = [
    ...used.map((column) => [columns[column].header, columns[column].help]),
    ["可报到的地方", tiers(kind.with)],
    ["单位", tiers(kind.units)],
    ...(kind.who === "person" ? [["技能清单", pack.skills.map(({ label }) => label).join("、")]] : []),
    ["重复导入", "已报到的不会重复导入，也不会改动；新的人会开通账号，用手机验证码登录。"],
  ];
  return writeBook([
    { name: kind.label.slice(0, 28), columns: used.map((column) => columns[column]), rows: [] },
    {
      name: "填写说明",
      columns: [
        { header: "项目", width: 16 },
        { header: "说明", width: 90 },
      ],
      rows: help,
    },
  ]);
};

const exported: readonly SheetColumn[] = [
  { header: "类型", width: 14 },
  { header: "姓名/单位", width: 24 },
  { header: "手机号", width: 14 },
  { header: "报到社区/小区", width: 30 },
  { header: "所在单位", width: 26 },
  { header: "职业/技能", width: 24 },
  { header: "状态", width: 12 },
  { header: "申请时间", width: 18 },
  { header: "报到时间", width: 18 },
  { header: "下次办理期限", width: 18 },
  { header: "单位可看记录", width: 12 },
];

const dated = (at: string | null): string => (at ? datedText(new Date(at)) : "");

export const exportOf = (items: readonly RegistrationSummary[]): Promise<Buffer> =>
  writeBook([
    {
      name: "报到名册",
      columns: exported,
      rows: items.map((one) => [
        one.kindLabel,
        one.name,
        one.phone ?? "",
        one.place,
        one.unit?.name ?? "",
        one.skills.map(({ label }) => label).join("、"),
        one.stateLabel,
        dated(one.createdAt),
        dated(one.registeredAt),
        dated(one.dueAt),
        one.who === "unit" ? "" : one.unitSees ? "是" : "否",
      ]),
    },
  ]);
