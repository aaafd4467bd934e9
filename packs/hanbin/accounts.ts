import { type ShownAccount, showcase } from "../accounts.ts";
import { accountsCalled } from "../base/county-word.ts";

export const accounts: readonly ShownAccount[] = [
  ...accountsCalled("区", showcase),
  { phone: "19900000026", who: "民生爱心队队长（陪伴人）", app: "/m" },
  { phone: "19900000018", who: "民政局经办人", app: "/" },
  { phone: "19900000025", who: "街道书记", app: "/" },
];
