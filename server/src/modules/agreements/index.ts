export { agreementFileRoutes } from "./export.ts";
export { agreementRecords } from "./records.ts";
export { agreedItemHandlers, agreementHandlers, meetingHandlers } from "./routes.ts";
export { type Agreements, createAgreements } from "./service.ts";
