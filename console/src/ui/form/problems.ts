/** Puts the server's `errors[].path` at the fields they belong to. */
import { ProblemError } from "@ginkgo/shared/api/client.ts";
import type { FormInstance } from "antd";

const covers = (name: string, path: string): boolean =>
  path === name || path.startsWith(`${name}.`) || path.startsWith(`${name}[`);

/**
 * `names` are this form's fields, nested ones as `contact.phone`; `prefix` is what their paths begin with on the wire:
 * `data.` for an action. Returns the sentences that fit no field, to be shown above the form.
 */
export const showProblems = (form: FormInstance, error: unknown, names: readonly string[], prefix = ""): string[] => {
  if (!(error instanceof ProblemError)) return ["页面出了点问题，请重试。"];
  const { detail, errors = [] } = error.problem;
  const byField = new Map<string, string[]>();
  const rest: string[] = [];
  for (const { path, message } of errors) {
    const local = path.startsWith(prefix) ? path.slice(prefix.length) : path;
    const name = names.find((one) => covers(one, local));
    if (name) byField.set(name, [...(byField.get(name) ?? []), message]);
    else rest.push(message);
  }
  form.setFields([...byField].map(([name, messages]) => ({ name: name.split("."), errors: messages })));
  const first = [...byField.keys()][0];
  if (first) form.scrollToField(first.split("."), { block: "center" });
  return byField.size > 0 && rest.length === 0 ? [] : [detail, ...rest.filter((message) => message !== detail)];
};
