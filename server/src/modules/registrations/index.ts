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
