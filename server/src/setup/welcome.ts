/** What is printed once the server is ready. */
export interface Welcome {
  readonly address: string;
  readonly demoPassword: string | undefined;
  readonly admins: readonly { readonly place: string; readonly phone: string; readonly password: string }[];
}

const demoPeople = [
  ["19900000004", "社区受理员（东街社区）", "/"],
  ["19900000011", "社区书记（东街社区）", "/"],
  ["19900000003", "镇街调度员（泾干街道）", "/"],
  ["19900000002", "县级指挥员", "/"],
  ["19900000008", "部门经办人（住建局）", "/"],
  ["19900000001", "系统管理员", "/"],
  ["19900000009", "居民", "/m"],
  ["19900000005", "网格员", "/m"],
  ["19900000006", "便民队队长", "/m"],
  ["19900000007", "便民队队员", "/m"],
] as const;

export const welcome = ({ address, demoPassword, admins }: Welcome): string => {
  const lines = [
    "",
    "  Ginkgo 银杏 is ready",
    "",
    `  staff      ${address}/`,
    `  residents  ${address}/m/`,
    `  API        ${address}/api/reference`,
    "",
  ];
  if (demoPassword) {
    lines.push(`  demonstration accounts (password ${demoPassword}; invented people):`);
    for (const [phone, who, app] of demoPeople) lines.push(`    ${phone}  ${app.padEnd(3)} ${who}`);
    lines.push("");
  }
  for (const { place, phone, password } of admins)
    lines.push(
      `  first administrator of ${place}: phone ${phone}, password ${password} — shown only now; change it after signing in.`,
      "",
    );
  return lines.join("\n");
};
