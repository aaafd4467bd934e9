import { type ShownAccount, showcase } from "../accounts.ts";

export const accounts: readonly ShownAccount[] = [
  ...showcase,
  { phone: "19900000013", who: "业委会负责人", app: "/m" },
  { phone: "19900000020", who: "人民调解员", app: "/m" },
  { phone: "19900000023", who: "物业企业经办人", app: "/m" },
  { phone: "19900000015", who: "城管局经办人（县直破题）", app: "/" },
];
