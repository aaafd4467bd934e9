export { dutyRecords } from "./counting.ts";
export { dutyFileRoutes } from "./export.ts";
export { dutyHandlers, patrolHandlers } from "./routes.ts";
export { createDuties, type Duties } from "./service.ts";
