export { membersOf, nearestHolders } from "./audience.ts";
export { moveHolders } from "./repo.ts";
export { identityHandlers } from "./routes.ts";
export { type SeedPerson, seedPeople } from "./seed.ts";
export { createIdentity, type Identity } from "./service.ts";
export { sessionsChannel } from "./sessions.ts";
export { createSmsSender, type SmsSender } from "./sms.ts";
