export type { RecordSources } from "./deps.ts";
export { figureFileRoutes } from "./export.ts";
export { figuresHandlers } from "./routes.ts";
export { createInsights, type Insights } from "./service.ts";
export { mattersAsCases } from "./works.ts";
