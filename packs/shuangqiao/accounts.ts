import { type ShownAccount, showcase } from "../accounts.ts";
import { accountsCalled } from "../base/county-word.ts";

export const accounts: readonly ShownAccount[] = [
  ...accountsCalled("区", showcase),
  { phone: "19900000021", who: "陕西营社区书记（联席会议）", app: "/" },
  { phone: "19900000017", who: "园林绿化中心经办人", app: "/" },
  { phone: "19900000019", who: "法律咨询队队长", app: "/m" },
];
