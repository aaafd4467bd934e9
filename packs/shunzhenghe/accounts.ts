import { type ShownAccount, showcase } from "../accounts.ts";
import { accountsCalled } from "../base/county-word.ts";

export const accounts: readonly ShownAccount[] = [
  ...accountsCalled("区", showcase),
  { phone: "19900000013", who: "高新区调度员（功能区）", app: "/" },
  { phone: "19900000015", who: "五老调解员", app: "/m" },
  { phone: "19900000017", who: "律师", app: "/m" },
];
