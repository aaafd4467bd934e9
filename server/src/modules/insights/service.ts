/** The module put together. */
import type { InsightsDeps } from "./deps.ts";
import { createFigures } from "./figures.ts";
import { createListing, createMatterListing } from "./listing.ts";
import { createRecount } from "./recount.ts";

export const createInsights = (deps: InsightsDeps) => ({
  figures: createFigures(deps),
  cases: createListing(deps),
  matters: createMatterListing(deps),
  recount: createRecount(deps),
});
export type Insights = ReturnType<typeof createInsights>;
