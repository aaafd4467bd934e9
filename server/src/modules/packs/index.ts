export { createPackRegistry, type PackRegistry, PackRefused, publishPack, type TenantInfo } from "./registry.ts";
export { packHandlers } from "./routes.ts";
