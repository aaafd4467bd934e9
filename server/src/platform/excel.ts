/** Reading and writing xlsx sheets as rows of plain cells; what the cells mean is the modules' business. */
import readExcel from "read-excel-file/node";
import writeExcel from "write-excel-file/node";
import { Refusal } from "./problem.ts";

export type Cell = string | number | boolean | Date | null;

export interface SheetColumn {
  readonly header: string;
  /** In characters. */
  readonly width: number;
}

export const xlsxMime = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

export interface Sheet {
  readonly name: string;
  /** Lines above the header, such as what the sheet is about. */
  readonly above?: readonly string[];
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

/** Text stays text, codes with leading zeros and words that begin with "=" included. */
export const writeBook = (sheets: readonly Sheet[]): Promise<Buffer> =>
  writeExcel(
    sheets.map(({ name, above = [], columns, rows }) => {
      const head = columns.map(({ header }) => ({ value: header, fontWeight: "bold" as const }));
      const body = rows.map((row) => row.map((value) => (typeof value === "string" ? { value, type: String } : value)));
      return {
        data: [...above.map((line) => [{ value: line, type: String }]), head, ...body],
        sheet: name,
        columns: columns.map(({ width }) => ({ width })),
        stickyRowsCount: above.length + 1,
      };
    }),
  ).toBuffer();

export const writeSheet = (
  name: string,
  columns: readonly SheetColumn[],
  rows: readonly (readonly (string | number | null)[])[],
): Promise<Buffer> => writeBook([{ name, columns, rows }]);

const notASheet = () => new Refusal("unsupported-file", "这不是能读取的 Excel 文件，请另存为 .xlsx 格式后再上传。");

/** A small file may unpack to gigabytes. */
const maxUnpackedBytes = 200 * 1024 * 1024;
const endOfDirectory = 0x06054b50;
const directoryEntry = 0x02014b50;

/** What a zip archive says it unpacks to, read from its central directory. */
const unpackedBytes = (file: Buffer): number => {
  let end = file.length - 22;
  while (end >= 0 && file.readUInt32LE(end) !== endOfDirectory) end--;
  if (end < 0) throw notASheet();
  let sum = 0;
  let at = file.readUInt32LE(end + 16);
  for (let left = file.readUInt16LE(end + 10); left > 0; left--) {
    if (at + 46 > file.length || file.readUInt32LE(at) !== directoryEntry) throw notASheet();
    sum += file.readUInt32LE(at + 24);
    at += 46 + file.readUInt16LE(at + 28) + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
  return sum;
};

/** All rows of the first sheet, empty ones included: index 0 is line 1. */
export const readSheetRows = async (file: Buffer): Promise<Cell[][]> => {
  if (unpackedBytes(file) > maxUnpackedBytes)
    throw new Refusal("too-large", "这个 Excel 文件展开后太大，请分成几个文件再上传。");
  try {
    const [first] = await readExcel(file);
    return (first?.data ?? []) as unknown as Cell[][];
  } catch {
    throw notASheet();
  }
};
