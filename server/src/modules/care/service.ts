/** The module put together: who is visited, visits, reminders. */
import type { CareDeps } from "./deps.ts";
import { createPlans } from "./plans.ts";
import { createReading } from "./reading.ts";
import { createSweeping } from "./sweeping.ts";
import { createVisits } from "./visits.ts";

export const createCare = (deps: CareDeps) => ({
  reading: createReading(deps),
  plans: createPlans(deps),
  visits: createVisits(deps),
  sweep: createSweeping(deps),
});
export type Care = ReturnType<typeof createCare>;
