export { agreementFileRoutes } from "./export.ts";
export { agreedItemHandlers, agreementHandlers, meetingHandlers } from "./routes.ts";
export { type Agreements, createAgreements } from "./service.ts";
