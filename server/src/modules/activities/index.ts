export { activityRecords, attendances } from "./deeds.ts";
export { activityFileRoutes } from "./export.ts";
export { feedRoute } from "./feed.ts";
export { activityHandlers } from "./routes.ts";
export { type Activities, createActivities } from "./service.ts";
export { activitiesTask } from "./telling.ts";
