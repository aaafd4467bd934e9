/** Checks the answers to a step's form against its declaration. Says everything that is wrong at once. */
import type { FieldProblem } from "@ginkgo/shared/api/problem.ts";
import type { Field, FieldKind } from "@ginkgo/shared/pack/form.ts";

type Check<K extends FieldKind> = (value: unknown, field: Extract<Field, { kind: K }>) => string | undefined;

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const isId = (value: unknown): value is string => typeof value === "string" && uuid.test(value);
const isIds = (value: unknown, max: number): boolean =>
  Array.isArray(value) && value.length <= max && value.every(isId) && new Set(value).size === value.length;

/** A day there is: the 31st of February is none. */
const isDay = (value: unknown): boolean => {
  if (typeof value !== "string" || !/^[12]\d{3}-\d{2}-\d{2}$/.test(value)) return false;
  const day = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value);
};

/** One row per kind of field; a missing one does not compile. */
const checks: { readonly [K in FieldKind]: Check<K> } = {
  text: (value, { maxLength }) => {
    if (typeof value !== "string") return "请填写文字";
    return value.length > maxLength ? `最多 ${maxLength} 个字` : undefined;
  },
  choice: (value, { options }) =>
    options.some((option) => option.value === value) ? undefined : "请从给出的选项中选择",
  "yes-no": (value) => (typeof value === "boolean" ? undefined : "请选择是或否"),
  stars: (value) =>
    Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 5 ? undefined : "请选择 1 到 5 星",
  number: (value, { min, max }) =>
    Number.isInteger(value) && Number(value) >= min && Number(value) <= max
      ? undefined
      : `请填写 ${min} 到 ${max} 之间的整数`,
  photos: (value, { min, max }) => {
    if (!isIds(value, max)) return `请上传图片，最多 ${max} 张`;
    return (value as string[]).length < min ? `请至少上传 ${min} 张图片` : undefined;
  },
  assignees: (value, { many }) => {
    if (!isIds(value, 20) || (value as string[]).length === 0) return "请选择接单的队伍或人员";
    return !many && (value as string[]).length > 1 ? "只能选择一个" : undefined;
  },
  case: (value) => (isId(value) ? undefined : "请选择一件诉求"),
  node: (value) => (isId(value) ? undefined : "请选择一个地方"),
  category: (value) => (typeof value === "string" && value !== "" ? undefined : "请选择类别"),
  item: (value) => (typeof value === "string" && value !== "" ? undefined : "请从清单中选择"),
  date: (value) => (isDay(value) ? undefined : "请填写日期，如 2026-05-01"),
};

const takesList = ({ kind }: Field): boolean => kind === "photos" || kind === "assignees";

const isEmpty = (field: Field, value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === "" ||
  (takesList(field) && Array.isArray(value) && value.length === 0);

const checkField = (field: Field, value: unknown): string | undefined => {
  if (isEmpty(field, value)) return field.required ? `请填写“${field.label}”` : undefined;
  return (checks[field.kind] as Check<FieldKind>)(value, field as never);
};

/** The answers that were given, trimmed; empty ones left out. */
export const readForm = (
  form: readonly Field[],
  data: Readonly<Record<string, unknown>>,
): { answers: Record<string, unknown>; problems: FieldProblem[] } => {
  const problems: FieldProblem[] = [];
  const answers: Record<string, unknown> = {};
  for (const name of Object.keys(data))
    if (!form.some((field) => field.name === name))
      problems.push({ path: `data.${name}`, message: "这一步没有这个字段，请去掉" });
  for (const field of form) {
    const given = Object.hasOwn(data, field.name) ? data[field.name] : undefined;
    const value = typeof given === "string" ? given.trim() : given;
    const message = checkField(field, value);
    if (message) problems.push({ path: `data.${field.name}`, message });
    else if (!isEmpty(field, value)) answers[field.name] = value;
  }
  return { answers, problems };
};
