export { figureFileRoutes } from "./export.ts";
export { figuresHandlers } from "./routes.ts";
export { createInsights, type Insights } from "./service.ts";
