/** Guards and conditions: questions about a subject with a name and parameters. One reading for each; a missing one does not compile. */

import { activeOf } from "@ginkgo/shared/pack/states.ts";
import type { Condition, Guard } from "@ginkgo/shared/pack/workflow.ts";
import type { Subject } from "./subject.ts";

type Shared = Extract<Guard, { name: Condition["name"] }>;

export type Asked = Pick<Subject, "facts" | "category" | "kind">;

const holdsAnywhere = (guard: Shared, { facts, category, kind }: Asked): boolean => {
  switch (guard.name) {
    case "has":
      return facts[guard.fact] !== undefined;
    case "lacks":
      return facts[guard.fact] === undefined;
    case "is":
      return facts[guard.fact] === guard.value;
    case "isNot":
      return facts[guard.fact] !== guard.value;
    case "below":
      return Number(facts[guard.fact] ?? 0) < guard.max;
    case "atLeast":
      return Number(facts[guard.fact] ?? 0) >= guard.min;
    case "category":
      return guard.anyOf.includes(category);
    case "kind":
      return kind !== null && guard.anyOf.includes(kind);
  }
};

const partsDone = ({ offered, handlers }: Subject): boolean =>
  offered.every(({ part }) => part !== "assist") &&
  handlers.every(({ part, doneAt }) => part !== "assist" || doneAt !== undefined);

export const holds = (guard: Guard, subject: Subject, form: Readonly<Record<string, unknown>>, now: Date): boolean => {
  switch (guard.name) {
    case "answered":
      return form[guard.field] === guard.value;
    case "within": {
      const since = subject.facts[guard.fact];
      return typeof since === "string" && now.getTime() - Date.parse(since) <= guard.days * 86_400_000;
    }
    case "mode":
      return subject.mode !== null && guard.anyOf.includes(subject.mode);
    case "partsDone":
      return partsDone(subject);
    case "subCasesEnded":
      return subject.openSubCases === 0;
    default:
      return holdsAnywhere(guard, subject);
  }
};

export const meets = (
  condition: Condition,
  subject: Pick<Subject, "facts" | "category" | "kind" | "workflow" | "leaves">,
  ended: boolean,
): boolean => {
  switch (condition.name) {
    case "workflow":
      return condition.anyOf.includes(subject.workflow);
    case "in":
      return activeOf(subject.leaves).some((path) => condition.anyOf.includes(path));
    case "ended":
      return ended === condition.value;
    default:
      return holdsAnywhere(condition, subject);
  }
};
