/** The module put together: putting up, claiming, what follows from steps, lists, the public page, Excel. */
import { createClaiming } from "./claiming.ts";
import type { ClaimsDeps } from "./deps.ts";
import { createExcel } from "./excel.ts";
import { createFollowing } from "./following.ts";
import { createNearby } from "./nearby.ts";
import { createOpen } from "./open.ts";
import { createPuttingUp } from "./putting-up.ts";
import { createReading } from "./reading.ts";

export const createClaims = (deps: ClaimsDeps) => {
  const following = createFollowing(deps);
  const reading = createReading(deps);
  const puttingUp = createPuttingUp(deps, reading);
  return {
    following,
    reading,
    puttingUp,
    claiming: createClaiming(deps, reading, createNearby(deps)),
    open: createOpen(deps),
    excel: createExcel(deps, reading, puttingUp),
  };
};
export type Claims = ReturnType<typeof createClaims>;
