/** The module put together. */
import { createAudit } from "./audit.ts";
import { createClaimed } from "./claimed.ts";
import { createCredit } from "./credit.ts";
import type { PointsDeps } from "./deps.ts";
import { createDesk } from "./desk.ts";
import { createGoods } from "./goods.ts";
import { createOwn } from "./own.ts";
import { createRedeeming } from "./redeeming.ts";
import { createRequests } from "./requests.ts";
import { createTotals } from "./totals.ts";

export const createPoints = (deps: PointsDeps) => {
  const credit = createCredit(deps);
  return {
    /** All that other modules are given. */
    port: credit.port,
    /** For whoever puts modules together: hears of every step of a matter. */
    onMoved: createClaimed(deps, credit),
    own: createOwn(deps),
    requests: createRequests(deps, credit),
    desk: createDesk(deps, credit),
    totals: createTotals(deps),
    goods: createGoods(deps),
    redeeming: createRedeeming(deps),
    audit: createAudit(deps),
  };
};
export type Points = ReturnType<typeof createPoints>;
