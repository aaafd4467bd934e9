export { careFileRoutes } from "./export.ts";
export { careHandlers } from "./routes.ts";
export { type Care, createCare } from "./service.ts";
