/** One row's own fields, whatever tree it is for. */
import type { Position } from "@ginkgo/shared/api/common.ts";
import type { Pack } from "@ginkgo/shared/pack/schema.ts";
import type { RowText } from "./cells.ts";
import { cleanName } from "./changes.ts";
import type { Column } from "./sheet.ts";

/** Ends the reading of one row: what follows would only repeat the same mistake. */
export class RowProblem extends Error {
  readonly column: Column;
  constructor(column: Column, message: string) {
    super(message);
    this.column = column;
  }
}

/** As the contract has them. */
const limits: readonly (readonly [Column, number])[] = [
  ["name", 60],
  ["code", 40],
  ["address", 120],
];

const coordinate = (text: string, column: "lng" | "lat"): number => {
  const value = Number(text);
  const most = column === "lng" ? 180 : 90;
  if (!Number.isFinite(value))
    throw new RowProblem(column, `“${text}”不是数字，请填写如 108.843207 这样的十进制度数。`);
  if (Math.abs(value) > most)
    throw new RowProblem(column, `应在 -${most} 到 ${most} 之间，请检查经度和纬度是否填反了。`);
  return value;
};

/** Absent: the sheet has no such columns. */
export const positionOf = ({ lng, lat }: RowText): Position | null | undefined => {
  if (lng === undefined && lat === undefined) return undefined;
  if (!lng && !lat) return null;
  if (!lng) throw new RowProblem("lng", "填了纬度就要填经度。");
  if (!lat) throw new RowProblem("lat", "填了经度就要填纬度。");
  return [coordinate(lng, "lng"), coordinate(lat, "lat")];
};

/** By its label, or by its name in the pack. */
export const tierOf = (pack: Pack, text: RowText): string => {
  if (!text.tier) throw new RowProblem("tier", "请填写层级。");
  const named = Object.entries(pack.tiers).find(([tier, { label }]) => label === text.tier || tier === text.tier);
  const labels = Object.values(pack.tiers).map(({ label }) => label);
  if (!named) throw new RowProblem("tier", `没有“${text.tier}”这个层级，可选：${labels.join("、")}。`);
  return named[0];
};

export const kindOf = (pack: Pack, tier: string, text: RowText): string | null | undefined => {
  if (text.kind === undefined) return undefined;
  if (text.kind === "") return null;
  const named = Object.entries(pack.tiers[tier]?.kinds ?? {}).find(
    ([kind, label]) => kind === text.kind || label === text.kind,
  );
  return named ? named[0] : text.kind;
};

export const nameOf = (text: RowText): string => {
  const name = cleanName(text.name ?? "");
  if (!name) throw new RowProblem("name", "请填写名称。");
  for (const [column, most] of limits)
    if ((text[column]?.length ?? 0) > most) throw new RowProblem(column, `不能超过 ${most} 个字，请缩短。`);
  return name;
};

export const checkAliases = (aliases: readonly string[]): void => {
  if (aliases.length > 20) throw new RowProblem("aliases", "别名最多 20 个，请删掉一些。");
  if (aliases.some((alias) => alias.length > 60))
    throw new RowProblem("aliases", "每个别名不超过 60 个字，请用顿号隔开。");
};
