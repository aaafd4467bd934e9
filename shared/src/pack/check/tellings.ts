/** Placeholders in texts that are sent. */
import type { Field } from "../form.ts";
import { choices, type Report } from "./problem.ts";
import { eachTelling, type WorkflowCheck } from "./walk.ts";

const known = ["no", "title", "actor", "place", "due"];

export const placeholdersIn = (text: string): string[] =>
  [...text.matchAll(/\{([^{}]*)\}/g)].map(([, name]) => name ?? "");

export const checkPlaceholders = (path: string, text: string, form: readonly Field[], report: Report): void => {
  for (const name of placeholdersIn(text)) {
    if (known.includes(name)) continue;
    const field = form.find((one) => `form.${one.name}` === name);
    if (!field) {
      const names = [...known, ...form.map((one) => `form.${one.name}`)];
      report(path, "placeholder", `“{${name}}”没有内容可填`, `可以用：${choices(names)}`);
    } else if (field.kind === "photos")
      report(path, "placeholder-photos", `“{${name}}”是照片，填不进文字里`, "删掉它；照片会出现在办理记录里");
  }
};

export const checkTellings = (check: WorkflowCheck): void => {
  for (const { path, telling, form } of eachTelling(check))
    checkPlaceholders(`${path}.text`, telling.text, form, check.report);
};
