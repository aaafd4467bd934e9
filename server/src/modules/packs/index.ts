export { createPackRegistry, PackRefused, type PackRegistry, publishPack, type TenantInfo } from "./registry.ts";
export { packHandlers } from "./routes.ts";
