/** What others may use: booking a deed and taking it back. How many points anyone has is nobody else's to read. */
export type { PointsPort } from "./credit.ts";
export { pointFileRoutes } from "./export.ts";
export type { Deed } from "./model.ts";
export { moveShop } from "./repo/redemptions.ts";
export { pointsHandlers, shopHandlers } from "./routes.ts";
export { createPoints, type Points } from "./service.ts";
