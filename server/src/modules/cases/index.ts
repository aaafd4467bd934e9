export { caseFileRoutes } from "./export.ts";
export { countOpenCases, moveOpenCases } from "./merging.ts";
export { caseHandlers } from "./routes.ts";
export { type Cases, createCases } from "./service.ts";
