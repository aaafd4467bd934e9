import { type ShownAccount, showcase } from "../accounts.ts";

export const accounts: readonly ShownAccount[] = [
  ...showcase,
  { phone: "19900000015", who: "文化馆经办人（认领心愿、开放车位）", app: "/" },
  { phone: "19900000025", who: "镇卫生院经办人（上门服务）", app: "/m" },
  { phone: "19900000023", who: "县医院经办人（转诊）", app: "/" },
];
