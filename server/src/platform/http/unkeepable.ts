/** What JSON can say and the database cannot keep: a NUL character, half a surrogate pair; and nesting that no form has. */
import type { FieldProblem } from "@ginkgo/shared/api/problem.ts";

const deepest = 60;
const shown = 5;

const isKeepable = (text: string): boolean => !text.includes("\u0000") && text.isWellFormed();

const special = "文字里有无法保存的特殊字符，请删除后重新填写";
const tooDeep = "内容嵌套太深，请检查格式后重试";

interface Part {
  readonly name: string;
  readonly value: unknown;
  readonly in: Part | undefined;
}

const inside = (part: Part): Part[] =>
  typeof part.value === "object" && part.value !== null
    ? Object.entries(part.value).map(([name, value]) => ({ name, value, in: part }))
    : [];

const pathOf = (part: Part): string => {
  const above = part.in ? pathOf(part.in) : "";
  return above === "" ? part.name : `${above}.${part.name}`;
};

const problemOf = (part: Part): FieldProblem[] => {
  // The name of a field is text too; it is not repeated, as it could not be shown either.
  if (!isKeepable(part.name)) return [{ path: "", message: special }];
  return typeof part.value === "string" && !isKeepable(part.value) ? [{ path: pathOf(part), message: special }] : [];
};

/** Asked level by level: depth is just what may be wrong. */
export const unkeepable = (input: unknown): FieldProblem[] => {
  const problems: FieldProblem[] = [];
  let level: readonly Part[] = [{ name: "", value: input, in: undefined }];
  for (let depth = 0; level.length > 0 && problems.length < shown; depth++) {
    if (depth > deepest) return [{ path: "", message: tooDeep }];
    for (const part of level) problems.push(...problemOf(part));
    level = level.flatMap(inside);
  }
  return problems.slice(0, shown);
};
