export { createNotify, type Notify, type Notice } from "./service.ts";
export { liveRoute, notifyHandlers } from "./routes.ts";
