export type { Ground } from "./deps.ts";
export { packsChannel } from "./ids.ts";
export { createPackRegistry, type PackRegistry, type TenantInfo } from "./registry.ts";
export { packFileRoutes, packHandlers } from "./routes.ts";
export { createPackVersions, type PackVersions } from "./service.ts";
export { PackRefused, shipPack } from "./shipping.ts";
