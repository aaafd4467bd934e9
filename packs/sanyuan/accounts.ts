import { type ShownAccount, showcase } from "../accounts.ts";

export const accounts: readonly ShownAccount[] = [
  ...showcase,
  { phone: "19900000013", who: "小区工作站站长", app: "/m" },
  { phone: "19900000025", who: "维修服务队队长", app: "/m" },
];
