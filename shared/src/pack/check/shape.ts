/** What zod finds wrong with the shape, in words an author can act on. One problem for each place, all of them at once. */
import type { z } from "zod";
import { type PackProblem, pathText } from "./problem.ts";

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

const typeWords: Readonly<Record<string, string>> = {
  string: "文字",
  number: "数字",
  int: "整数",
  boolean: "true 或 false",
  object: "一组字段 { … }",
  record: "一组字段 { … }",
  array: "列表 [ … ]",
  tuple: "固定长度的列表 [ … ]",
};
const typeWord = (type: string): string => typeWords[type] ?? type;

/** What the patterns of the schema mean; a pattern not listed is shown as it is. */
const patternWords: Readonly<Record<string, string>> = {
  "/^[a-z][a-z0-9-]*$/": "用小写字母开头，只用小写字母、数字和连字符 -",
  "/^[a-z][A-Za-z0-9]*$/": "用小写字母开头，只用字母和数字",
  "/^[a-z][A-Za-z0-9]*(\\.[a-z][A-Za-z0-9]*)*$/": "写状态的名字；里层状态用点连接，如 handling.asking",
  "/^#[0-9a-f]{6}$/": "写六位小写颜色值，如 #2f6f5e",
  "/^[A-Z]{1,4}$/": "写一到四个大写字母，如 YX",
  "/^([01]\\d|2[0-3]):[0-5]\\d$/": "写二十四小时制的时间，如 08:30",
};

const valueAt = (input: unknown, path: Path): unknown =>
  path.reduce<unknown>((value, part) => (value as Record<PropertyKey, unknown> | null | undefined)?.[part], input);

const shown = (value: unknown): string => {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
};

const problem = (path: Path, rule: string, message: string, mend: string): PackProblem => ({
  path: pathText(path),
  rule,
  message,
  mend,
});

const unitWords: Readonly<Record<string, string>> = { string: " 个字", array: " 项", number: "" };

const sizeProblem = (
  path: Path,
  origin: string,
  word: "至少" | "大于" | "至多" | "小于",
  bound: number | bigint,
): PackProblem => {
  const unit = unitWords[origin] ?? "";
  const empty = word === "至少" && bound === 1 && origin !== "number";
  const message = empty ? "这里不能是空的" : `应当${word} ${bound}${unit}`;
  return problem(path, "shape-size", message, empty ? "至少写一项内容" : `改成${word} ${bound}${unit}`);
};

const optionsProblem = (path: Path, options: readonly unknown[], input: unknown): PackProblem => {
  const given = valueAt(input, path);
  const listed = options.map((one) => (typeof one === "string" ? one : shown(one))).join("、");
  return given === undefined
    ? problem(path, "shape-missing", `缺少“${String(path.at(-1))}”`, `补上，可以是：${listed}`)
    : problem(path, "shape-value", `不能是 ${shown(given)}`, `改成其中之一：${listed}`);
};

const typeProblem = (path: Path, expected: string, input: unknown): PackProblem => {
  const given = valueAt(input, path);
  return given === undefined
    ? problem(path, "shape-missing", `缺少“${String(path.at(-1) ?? "")}”`, `补上，应当是${typeWord(expected)}`)
    : problem(path, "shape-type", `${shown(given)} 的类型不对`, `改成${typeWord(expected)}`);
};

/** How one way of writing begins: `{ right }`, or the type it wants. */
const wayText = (issues: readonly Issue[]): string => {
  const keys = issues.filter((one) => one.path.length === 1).map((one) => String(one.path[0]));
  if (keys.length > 0) return `{ ${keys.join(", ")} }`;
  const typed = issues.find((one) => one.code === "invalid_type");
  return typed?.code === "invalid_type" ? typeWord(typed.expected) : "";
};

/** Of several ways of writing the one that was nearly met says best what is wrong; if none stands out, all are named. */
const unionProblems = (path: Path, errors: readonly (readonly Issue[])[], input: unknown): PackProblem[] => {
  const fewest = Math.min(...errors.map((one) => one.length));
  const nearest = errors.filter((one) => one.length === fewest);
  if (nearest.length === 1 && nearest[0]) return nearest[0].flatMap((one) => issueProblems(one, path, input));
  const ways = [...new Set(errors.map(wayText).filter((one) => one !== ""))].join(" 或 ");
  return [problem(path, "shape-union", `${shown(valueAt(input, path))} 的写法不对`, `写成 ${ways}`)];
};

const issueProblems = (issue: Issue, above: Path, input: unknown): PackProblem[] => {
  const path = [...above, ...issue.path];
  switch (issue.code) {
    case "invalid_type":
      return [typeProblem(path, issue.expected, input)];
    case "unrecognized_keys":
      return issue.keys.map((key) =>
        problem([...path, key], "shape-unknown", `这里没有“${key}”这个字段`, "检查拼写；不需要就删掉"),
      );
    case "invalid_value":
      return [optionsProblem(path, issue.values, input)];
    case "invalid_union":
      if (issue.discriminator !== undefined && "options" in issue)
        return [optionsProblem(path, issue.options as readonly unknown[], input)];
      return unionProblems(path, issue.errors, input);
    case "invalid_format": {
      const pattern = String(issue.pattern ?? issue.format);
      const mend = patternWords[pattern] ?? `要符合 ${pattern}`;
      return [problem(path, "shape-pattern", `${shown(valueAt(input, path))} 的写法不对`, mend)];
    }
    case "invalid_key": {
      const inner = issue.issues[0];
      const pattern = inner?.code === "invalid_format" ? String(inner.pattern) : "";
      return [problem(path, "shape-name", `名字“${String(path.at(-1))}”不能用`, patternWords[pattern] ?? "换一个名字")];
    }
    case "too_small":
      return [sizeProblem(path, issue.origin, issue.inclusive === false ? "大于" : "至少", issue.minimum)];
    case "too_big":
      return [sizeProblem(path, issue.origin, issue.inclusive === false ? "小于" : "至多", issue.maximum)];
    default:
      return [problem(path, "shape", `${shown(valueAt(input, path))} 不符合要求`, issue.message)];
  }
};

export const shapeProblems = (error: z.ZodError, input: unknown): PackProblem[] =>
  error.issues.flatMap((issue) => issueProblems(issue, [], input));
