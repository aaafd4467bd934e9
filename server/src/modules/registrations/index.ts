export type { Deed, DeedsPort, Span } from "./deps.ts";
export { registrationFileRoutes } from "./files.ts";
export {
  type Belonging,
  belongingOf,
  type FreeTime,
  isRegistered,
  isUnitRegistered,
  type RegisteredFilter,
  type RegisteredPerson,
  registeredPeople,
} from "./registered.ts";
export { registrationHandlers } from "./routes.ts";
export { createRegistrations, type Registrations } from "./service.ts";
