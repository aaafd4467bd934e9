import { type ShownAccount, showcase } from "../accounts.ts";

export const accounts: readonly ShownAccount[] = [
  ...showcase,
  { phone: "19900000013", who: "楼栋长", app: "/m" },
  { phone: "19900000026", who: "居民代表", app: "/m" },
  { phone: "19900000016", who: "监事会主任", app: "/" },
  { phone: "19900000021", who: "人民调解员", app: "/m" },
  { phone: "19900000019", who: "律师", app: "/m" },
];
