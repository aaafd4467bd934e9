export { createNoticeDelivery, noticeTask, tellLater } from "./later.ts";
export type { Notice } from "./model.ts";
export { liveRoute, notifyHandlers } from "./routes.ts";
export { createNotify, type Notify } from "./service.ts";
