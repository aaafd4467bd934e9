/** Rows of an uploaded sheet as plain text by column; whatever cannot be read is a problem with its line. */
import type { FieldProblem } from "@ginkgo/shared/api/problem.ts";
import type { Cell } from "../../platform/excel.ts";
import { type Column, columnNames, columns } from "./sheet.ts";

/** Trimmed text; empty where the cell is, absent where the sheet has no such column. */
export type RowText = Partial<Record<Column, string>>;

export interface SheetRow {
  readonly line: number;
  readonly text: RowText;
}

export const problemAt = (line: number, column: Column, message: string): FieldProblem => ({
  path: columns[column].header,
  message,
  line,
});

const required: readonly Column[] = ["code", "name", "tier", "parentCode", "parentName"];

const columnsOf = (head: readonly Cell[]): { found: Map<number, Column>; problems: FieldProblem[] } => {
  const found = new Map<number, Column>();
  const problems: FieldProblem[] = [];
  const report = (path: string, message: string) => problems.push({ path, message, line: 1 });
  for (const [i, cell] of head.entries()) {
    const header = cell === null ? "" : String(cell).replace(/\s+/g, "").replace("（", "(").replace("）", ")");
    if (header === "") continue;
    const column = columnNames.find((name) => columns[name].header === header);
    if (!column)
      report(
        header,
        `不认识“${header}”这一列，请删掉；可用的列：${columnNames.map((name) => columns[name].header).join("、")}。`,
      );
    else if ([...found.values()].includes(column)) report(header, `“${header}”这一列出现了两次，请删掉一列。`);
    else found.set(i, column);
  }
  for (const column of required)
    if (![...found.values()].includes(column))
      report(columns[column].header, `缺少“${columns[column].header}”这一列，请补上（可以先导出一份作模板）。`);
  return { found, problems };
};

/** Excel keeps 15 digits of a number; what it took for a date or a number is no longer what was typed. */
const textOf = (cell: Cell, column: Column): string | { problem: string } => {
  if (cell === null) return "";
  if (cell instanceof Date) return { problem: "这一格被 Excel 当成了日期，请把单元格格式设为“文本”后重新填写。" };
  if (typeof cell === "boolean") return cell ? "TRUE" : "FALSE";
  if (
    typeof cell === "number" &&
    column !== "lng" &&
    column !== "lat" &&
    !(Number.isInteger(cell) && Math.abs(cell) < 1e15)
  )
    return { problem: "这一格被 Excel 当成了数字，请把单元格格式设为“文本”后重新填写。" };
  return String(cell).trim();
};

/** Rows without any text are left out; lines count as Excel shows them, the header being line 1. */
export const rowsOf = (cells: readonly (readonly Cell[])[]): { rows: SheetRow[]; problems: FieldProblem[] } => {
  const { found, problems } = columnsOf(cells[0] ?? []);
  if (problems.length > 0) return { rows: [], problems };
  const rows: SheetRow[] = [];
  for (const [i, row] of cells.entries()) {
    if (i === 0) continue;
    const line = i + 1;
    const text: RowText = {};
    for (const [at, column] of found) {
      const read = textOf(row[at] ?? null, column);
      if (typeof read === "string") text[column] = read;
      else problems.push(problemAt(line, column, read.problem));
    }
    if (Object.values(text).some((one) => one !== "")) rows.push({ line, text });
  }
  return { rows, problems };
};
