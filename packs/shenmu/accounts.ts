import { type ShownAccount, showcase } from "../accounts.ts";
import { accountsCalled } from "../base/county-word.ts";

export const accounts: readonly ShownAccount[] = [
  ...accountsCalled("市", showcase),
  { phone: "19900000016", who: "居民代表（开单子）", app: "/m" },
  { phone: "19900000017", who: "城管局经办人（报到）", app: "/" },
  { phone: "19900000026", who: "街道书记（吹哨）", app: "/" },
];
