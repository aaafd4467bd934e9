/** The module put together. */
import { createAct } from "./act.ts";
import { createAlarms } from "./alarms.ts";
import { createBulk } from "./bulk.ts";
import type { CasesDeps } from "./deps.ts";
import { createFilters } from "./filters.ts";
import { createNumbers } from "./numbers.ts";
import { createOutcomes } from "./outcomes.ts";
import { createReading } from "./reading.ts";
import { createSaving } from "./saving.ts";
import { createSubmit } from "./submit.ts";
import { createTelling } from "./telling.ts";

export const createCases = (deps: CasesDeps) => {
  const saving = createSaving(deps);
  const act = createAct(deps, saving);
  return {
    submit: createSubmit(deps, createNumbers(deps.db)),
    act,
    bulk: createBulk(deps, act),
    reading: createReading(deps),
    outcomes: createOutcomes(deps),
    filters: createFilters(deps.db),
    telling: createTelling(deps),
    alarms: createAlarms(deps, act),
  };
};
export type Cases = ReturnType<typeof createCases>;
