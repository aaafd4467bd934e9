export type { Registry } from "./deps.ts";
export { callOffTask } from "./following.ts";
export type { Claimable, Detail, Registered } from "./model.ts";
export { createRegistry } from "./registry.ts";
export { findClaimable, findClaimables } from "./repo.ts";
export { claimFileRoutes, claimHandlers } from "./routes.ts";
export { type Claims, createClaims } from "./service.ts";
