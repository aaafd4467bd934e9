/** Answers to a form that comes from the pack: what they are before anything is chosen, and what is still missing. */
import type { Field } from "@ginkgo/shared/pack/form.ts";
import type { Attachment } from "../photos/attachment.ts";

/** Photos stay attachments until the form is sent; then their ids are the answer. */
export type Values = Readonly<Record<string, unknown>>;

const isBlank = (value: unknown): boolean =>
  value === undefined || value === "" || (Array.isArray(value) && value.length === 0);

const missing = (field: Field): string => {
  switch (field.kind) {
    case "text":
    case "number":
      return `请填写“${field.label}”`;
    case "photos":
      return "请拍照或选照片";
    default:
      return `请选择“${field.label}”`;
  }
};

export const attachmentsIn = (value: unknown): readonly Attachment[] => (Array.isArray(value) ? value : []);

const problemOf = (field: Field, value: unknown, uploads: Uploads): string | undefined => {
  if (field.kind === "photos") {
    const photos = attachmentsIn(value);
    if (uploads === "before" && photos.some((photo) => photo.problem)) return "有照片没有传上去，请重试或移除";
    if (uploads === "before" && photos.some((photo) => !photo.fileId)) return "照片正在上传，请稍等";
    const needed = Math.max(field.min, field.required ? 1 : 0);
    return photos.length < needed ? `请至少放 ${needed} 张照片` : undefined;
  }
  if (isBlank(value)) return field.required ? missing(field) : undefined;
  if (field.kind === "number") {
    const number = Number(value);
    if (!Number.isInteger(number) || number < field.min || number > field.max)
      return `请填 ${field.min} 到 ${field.max} 之间的整数`;
  }
  return undefined;
};

/** Whether photos must have arrived before the form is sent, or whoever sends it sees to them. */
export type Uploads = "before" | "on-sending";

export const problemsIn = (
  form: readonly Field[],
  values: Values,
  uploads: Uploads = "before",
): Record<string, string> => {
  const problems: Record<string, string> = {};
  for (const field of form) {
    const problem = problemOf(field, values[field.name], uploads);
    if (problem) problems[field.name] = problem;
  }
  return problems;
};

/** As the server wants them: blank answers left out, photos by id. */
export const answersOf = (form: readonly Field[], values: Values): Record<string, unknown> => {
  const answers: Record<string, unknown> = {};
  for (const field of form) {
    const value = values[field.name];
    if (isBlank(value)) continue;
    if (field.kind === "photos") answers[field.name] = attachmentsIn(value).map((photo) => photo.fileId);
    else if (field.kind === "number") answers[field.name] = Number(value);
    else if (field.kind === "text") answers[field.name] = String(value).trim();
    else answers[field.name] = value;
  }
  return answers;
};
