/** Puts the server's `errors[].path` at the fields they belong to. */
import { ProblemError } from "@ginkgo/shared/api/client.ts";
import type { FormInstance } from "antd";

const fieldOf = (path: string): string => path.split(/[.[]/)[0] ?? path;

/**
 * `prefix` is what the paths of this form begin with on the wire: `data.` for an action. Returns the sentences that fit
 * no field of the form, to be shown above it.
 */
export const showProblems = (form: FormInstance, error: unknown, names: readonly string[], prefix = ""): string[] => {
  if (!(error instanceof ProblemError)) return ["页面出了点问题，请重试。"];
  const { detail, errors = [] } = error.problem;
  const byField = new Map<string, string[]>();
  const rest: string[] = [];
  for (const { path, message } of errors) {
    const name = fieldOf(path.startsWith(prefix) ? path.slice(prefix.length) : path);
    if (names.includes(name)) byField.set(name, [...(byField.get(name) ?? []), message]);
    else rest.push(message);
  }
  form.setFields([...byField].map(([name, messages]) => ({ name, errors: messages })));
  const first = [...byField.keys()][0];
  if (first) form.scrollToField(first, { block: "center" });
  return byField.size > 0 && rest.length === 0 ? [] : [detail, ...rest.filter((message) => message !== detail)];
};
