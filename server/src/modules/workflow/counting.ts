/** Which of the pack's figures a case counts in, as it stands. Kept with the case, so that a figure and its cases agree. */
import type { Metric } from "@ginkgo/shared/pack/schema.ts";
import { meets } from "./guards.ts";
import type { Subject } from "./subject.ts";

export const countedIn = (
  metrics: Readonly<Record<string, Metric>>,
  subject: Pick<Subject, "facts" | "category" | "kind" | "workflow" | "leaves">,
  ended: boolean,
): string[] =>
  Object.entries(metrics).flatMap(([id, { count }]) =>
    (count.what === "cases" || count.what === "sum") && count.when.every((one) => meets(one, subject, ended))
      ? [id]
      : [],
  );

/** Which of the pack's figures a matter counts in: one of its type and kind, for which every condition holds. */
export const matterCountedIn = (
  metrics: Readonly<Record<string, Metric>>,
  type: string,
  subject: Pick<Subject, "facts" | "category" | "kind" | "workflow" | "leaves">,
  ended: boolean,
): string[] =>
  Object.entries(metrics).flatMap(([id, { count }]) =>
    count.what === "matters" &&
    count.type === type &&
    (count.kinds.length === 0 || (subject.kind !== null && count.kinds.includes(subject.kind))) &&
    count.when.every((one) => meets(one, subject, ended))
      ? [id]
      : [],
  );
