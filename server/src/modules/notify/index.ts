export { liveRoute, notifyHandlers } from "./routes.ts";
export { createNotify, type Notice, type Notify } from "./service.ts";
