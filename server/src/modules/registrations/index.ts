export type { Deed, DeedsPort, Span } from "./deps.ts";
export { sentTask } from "./feedback-making.ts";
export { registrationFileRoutes } from "./files.ts";
export { moveRegistrations } from "./merging.ts";
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
export { bulletinHandlers, feedbackHandlers, registrationHandlers } from "./routes.ts";
export { createRegistrations, type Registrations } from "./service.ts";
