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
