import type { ShownAccount } from "../accounts.ts";

export const accounts: readonly ShownAccount[] = [
  { phone: "19900000004", who: "社区受理员（东街社区）", app: "/" },
  { phone: "19900000011", who: "社区书记（东街社区）", app: "/" },
  { phone: "19900000003", who: "镇街调度员（泾干街道）", app: "/" },
  { phone: "19900000002", who: "县级指挥员", app: "/" },
  { phone: "19900000012", who: "县领导", app: "/" },
  { phone: "19900000008", who: "部门经办人（住建局）", app: "/" },
  { phone: "19900000001", who: "系统管理员", app: "/" },
  { phone: "19900000009", who: "居民", app: "/m" },
  { phone: "19900000005", who: "网格员", app: "/m" },
  { phone: "19900000006", who: "便民队队长", app: "/m" },
  { phone: "19900000007", who: "便民队队员", app: "/m" },
];
