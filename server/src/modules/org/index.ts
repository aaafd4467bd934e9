export { findPlaces, placesMeant } from "./address.ts";
export { createForest, type Forest } from "./forest.ts";
export { orgFileRoutes, orgHandlers } from "./routes.ts";
export { type SeedNode, seedTree } from "./seed.ts";
export { type CaseHooks, createOrg, type Org } from "./service.ts";
export { nameIndexOf } from "./sheet.ts";
export { metersBetween, type Tree, type TreeNode } from "./tree.ts";
export { within } from "./within.ts";
