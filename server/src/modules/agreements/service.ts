/** The module put together. */
import { createAgreeing } from "./agreeing.ts";
import type { AgreementsDeps } from "./deps.ts";
import { createDrafting } from "./drafting.ts";
import { createItems } from "./items.ts";
import { createMeetings } from "./meetings.ts";
import { createMeetingsReading } from "./meetings-reading.ts";
import { createReading } from "./reading.ts";
import { createStanding } from "./standing.ts";
import { createSweep } from "./sweep.ts";
import { createTelling } from "./telling.ts";

export const createAgreements = (deps: AgreementsDeps) => {
  const drafting = createDrafting(deps);
  const agreeing = createAgreeing(deps, drafting);
  const reading = createReading(deps, drafting, agreeing);
  return {
    drafting,
    agreeing,
    reading,
    standing: createStanding(deps, reading),
    items: createItems(deps),
    meetings: { ...createMeetings(deps), ...createMeetingsReading(deps) },
    telling: createTelling(deps),
    sweep: createSweep(deps),
  };
};
export type Agreements = ReturnType<typeof createAgreements>;
