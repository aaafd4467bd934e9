import { createAnswering } from "./answering.ts";
import type { RoundsDeps } from "./deps.ts";
import { createFits } from "./fits.ts";
import { createReading } from "./reading.ts";
import { createRunning } from "./running.ts";

export const createMatching = (deps: RoundsDeps) => ({
  running: createRunning(deps),
  answering: createAnswering(deps),
  reading: createReading(deps),
  fits: createFits(deps),
});
export type Matching = ReturnType<typeof createMatching>;
