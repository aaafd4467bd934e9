export { holderOfEach, membersOf, nearestHolders } from "./audience.ts";
export { addPeople, findPeople, type KnownPerson, type NewPerson } from "./bulk.ts";
export { accountsNamed, type Named, requireAccounts } from "./names.ts";
export { moveHolders } from "./repo.ts";
export { identityHandlers } from "./routes.ts";
export { type SeedPerson, seedPeople } from "./seed.ts";
export { createIdentity, type Identity } from "./service.ts";
export { sessionsChannel } from "./sessions.ts";
export { createSmsSender, type SmsSender } from "./sms.ts";
