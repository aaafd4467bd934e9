/** Claimables as an Excel sheet: which columns there are, and what a row of one means. */
import { ClaimableDraft } from "@ginkgo/shared/api/claims.ts";
import type { FieldProblem } from "@ginkgo/shared/api/problem.ts";
import { instantOf } from "@ginkgo/shared/day.ts";
import type { Pack } from "@ginkgo/shared/pack/schema.ts";
import type { Cell, SheetColumn } from "../../platform/excel.ts";
import type { Tree, TreeNode } from "../org/index.ts";

export const columns = {
  kind: { header: "类型", width: 14 },
  title: { header: "名称", width: 30 },
  words: { header: "说明", width: 50 },
  node: { header: "所在地", width: 26 },
  body: { header: "提出单位", width: 22 },
  places: { header: "名额", width: 8 },
  skills: { header: "技能要求", width: 20 },
  startsAt: { header: "开始时间", width: 18 },
  endsAt: { header: "结束时间", width: 18 },
  until: { header: "最后认领日", width: 14 },
  address: { header: "地址", width: 26 },
  lng: { header: "经度", width: 12 },
  lat: { header: "纬度", width: 12 },
  minAge: { header: "最小年龄", width: 10 },
  maxAge: { header: "最大年龄", width: 10 },
  health: { header: "身体条件", width: 20 },
} as const satisfies Record<string, SheetColumn>;
export type Column = keyof typeof columns;
export const columnNames = Object.keys(columns) as Column[];
const required: readonly Column[] = ["kind", "title", "words", "node"];

export type RowCells = Partial<Record<Column, Cell>>;
export interface SheetRow {
  readonly line: number;
  readonly cells: RowCells;
}

const headerOf = (cell: Cell): string => (cell === null ? "" : String(cell).replace(/\s+/g, ""));

/** Lines count as Excel shows them, the header being line 1. Columns that only an export has are passed over. */
export const rowsOf = (cells: readonly (readonly Cell[])[], passedOver: readonly string[]) => {
  const found = new Map<number, Column>();
  const problems: FieldProblem[] = [];
  for (const [i, cell] of (cells[0] ?? []).entries()) {
    const header = headerOf(cell);
    if (header === "" || passedOver.includes(header)) continue;
    const column = columnNames.find((name) => columns[name].header === header);
    if (!column) problems.push({ path: header, line: 1, message: `不认识“${header}”这一列，请删掉，或先下载模板。` });
    else if ([...found.values()].includes(column))
      problems.push({ path: header, line: 1, message: `“${header}”这一列出现了两次，请删掉一列。` });
    else found.set(i, column);
  }
  for (const column of required)
    if (![...found.values()].includes(column))
      problems.push({
        path: columns[column].header,
        line: 1,
        message: `缺少“${columns[column].header}”这一列，请补上（可以先下载模板）。`,
      });
  if (problems.length > 0) return { rows: [], problems };
  const rows: SheetRow[] = [];
  for (const [i, row] of cells.entries()) {
    if (i === 0) continue;
    const one: RowCells = Object.fromEntries([...found].map(([at, column]) => [column, row[at] ?? null]));
    if (Object.values(one).some((cell) => cell !== null && String(cell).trim() !== ""))
      rows.push({ line: i + 1, cells: one });
  }
  return { rows, problems };
};

class CellProblem extends Error {
  readonly column: Column;
  constructor(column: Column, message: string) {
    super(message);
    this.column = column;
  }
}

const textOf = (cells: RowCells, column: Column): string => {
  const cell = cells[column] ?? null;
  if (cell === null) return "";
  if (cell instanceof Date)
    throw new CellProblem(column, "这一格被 Excel 当成了日期，请把单元格格式设为“文本”后重新填写。");
  return String(cell).trim();
};

const numberOf = (cells: RowCells, column: Column): number | undefined => {
  const text = textOf(cells, column);
  if (text === "") return undefined;
  const value = Number(text);
  if (!Number.isFinite(value)) throw new CellProblem(column, `“${text}”不是数字。`);
  return value;
};

/** Excel keeps a moment without a zone; what is typed is China's. */
const localText = (at: Date): string => at.toISOString().slice(0, 16).replace("T", " ");

const momentOf = (cells: RowCells, column: Column): string | undefined => {
  const cell = cells[column] ?? null;
  const text = cell instanceof Date ? localText(cell) : String(cell ?? "").trim();
  if (text === "") return undefined;
  const match = /^(\d{4})[-/年.](\d{1,2})[-/月.](\d{1,2})日?(?:\s+(\d{1,2})[:：](\d{2}))?$/.exec(text);
  if (!match) throw new CellProblem(column, `“${text}”读不出时间，请写成 2026-11-30 09:00。`);
  const [, year = "", month = "", day = "", hour = "0", minute = "0"] = match;
  const date = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const at = instantOf(date, Number(hour) * 60 + Number(minute));
  if (Number.isNaN(at.getTime()) || Number(hour) > 24 || Number(minute) > 59)
    throw new CellProblem(column, `“${text}”不是真实的时间。`);
  return at.toISOString();
};

const dayIn = (cells: RowCells, column: Column): string | undefined => {
  const moment = momentOf(cells, column);
  return moment === undefined ? undefined : new Date(Date.parse(moment) + 8 * 3_600_000).toISOString().slice(0, 10);
};

export interface Reading {
  readonly pack: Pack;
  readonly tree: Tree;
  /** Active nodes by code, by name, and by their names from the community down. */
  readonly byName: ReadonlyMap<string, readonly TreeNode[]>;
}

export const namesOf = (tree: Tree): Map<string, TreeNode[]> => {
  const names = new Map<string, TreeNode[]>();
  const put = (name: string, node: TreeNode) => {
    const known = names.get(name) ?? [];
    if (!known.includes(node)) names.set(name, [...known, node]);
  };
  for (const node of tree.all()) {
    if (node.status !== "active" || node.tree !== "area") continue;
    for (const name of [node.name, ...node.aliases, tree.trail(node.id), node.code ?? ""]) if (name) put(name, node);
  }
  return names;
};

const nodeNamed = (
  { byName, tree }: Reading,
  words: string,
  column: Column,
  accept: (node: TreeNode) => boolean,
): string => {
  const found = (byName.get(words) ?? []).filter(accept);
  const [one, another] = found;
  if (!one) throw new CellProblem(column, `没有找到“${words}”，请写组织树里的名称或编码。`);
  if (another)
    throw new CellProblem(column, `有 ${found.length} 个“${words}”，请写编码，或写全，如“${tree.trail(one.id)}”。`);
  return one.id;
};

const kindNamed = ({ pack }: Reading, words: string): string => {
  const found = Object.entries(pack.claimables).find(([id, { label }]) => id === words || label === words);
  const labels = Object.values(pack.claimables).map(({ label }) => label);
  if (!found)
    throw new CellProblem(
      "kind",
      words === "" ? "请填写类型。" : `没有“${words}”这一类，可用的有：${labels.join("、")}。`,
    );
  return found[0];
};

const skillsNamed = ({ pack }: Reading, words: string): string[] =>
  words
    .split(/[、，,;；]/)
    .map((one) => one.trim())
    .filter(Boolean)
    .map((one) => {
      const skill = pack.skills.find(({ id, label }) => id === one || label === one);
      if (!skill) throw new CellProblem("skills", `没有“${one}”这项技能。`);
      return skill.id;
    });

const columnOfField: Readonly<Record<string, Column>> = {
  kind: "kind",
  title: "title",
  words: "words",
  nodeId: "node",
  bodyId: "body",
  places: "places",
  skills: "skills",
  startsAt: "startsAt",
  endsAt: "endsAt",
  until: "until",
  address: "address",
  lng: "lng",
  lat: "lat",
  minAge: "minAge",
  maxAge: "maxAge",
  health: "health",
};

/** A problem of a field, as one of its cell. */
export const problemAt = (line: number, path: string, message: string): FieldProblem => ({
  path: columns[columnOfField[path] ?? "title"].header,
  message,
  line,
});

/** One row as a draft, or what is wrong with it. */
export const draftOf = (reading: Reading, { line, cells }: SheetRow): ClaimableDraft | FieldProblem[] => {
  try {
    const body = textOf(cells, "body");
    const place = textOf(cells, "node");
    if (place === "") throw new CellProblem("node", "请填写所在地。");
    const parsed = ClaimableDraft.safeParse({
      kind: kindNamed(reading, textOf(cells, "kind")),
      title: textOf(cells, "title"),
      words: textOf(cells, "words"),
      nodeId: nodeNamed(reading, place, "node", () => true),
      ...(body === "" ? {} : { bodyId: nodeNamed(reading, body, "body", () => true) }),
      places: numberOf(cells, "places"),
      skills: skillsNamed(reading, textOf(cells, "skills")),
      startsAt: momentOf(cells, "startsAt"),
      endsAt: momentOf(cells, "endsAt"),
      until: dayIn(cells, "until"),
      address: textOf(cells, "address") || undefined,
      lng: numberOf(cells, "lng"),
      lat: numberOf(cells, "lat"),
      minAge: numberOf(cells, "minAge"),
      maxAge: numberOf(cells, "maxAge"),
      health: textOf(cells, "health") || undefined,
    });
    if (parsed.success) return parsed.data;
    return parsed.error.issues.map(({ path, message }) => problemAt(line, String(path[0] ?? ""), message));
  } catch (error) {
    if (!(error instanceof CellProblem)) throw error;
    return [{ path: columns[error.column].header, message: error.message, line }];
  }
};
