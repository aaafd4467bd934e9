/** Who can be tried out in a demonstration; named when the server starts. */
export interface ShownAccount {
  readonly phone: string;
  readonly who: string;
  readonly app: "/" | "/m";
}

/** The people every place's demonstration begins with (tree.ts gives them these telephone numbers). */
export const showcase: readonly ShownAccount[] = [
  { phone: "19900000004", who: "社区受理员", app: "/" },
  { phone: "19900000011", who: "社区书记", app: "/" },
  { phone: "19900000003", who: "镇街调度员", app: "/" },
  { phone: "19900000002", who: "县级指挥员", app: "/" },
  { phone: "19900000012", who: "县领导", app: "/" },
  { phone: "19900000008", who: "部门经办人", app: "/" },
  { phone: "19900000001", who: "系统管理员", app: "/" },
  { phone: "19900000009", who: "居民", app: "/m" },
  { phone: "19900000010", who: "邻近社区的居民", app: "/m" },
  { phone: "19900000005", who: "网格员", app: "/m" },
  { phone: "19900000006", who: "队长", app: "/m" },
  { phone: "19900000007", who: "队员", app: "/m" },
];
