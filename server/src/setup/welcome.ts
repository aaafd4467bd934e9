import type { DemoAccount } from "@ginkgo/packs/demo.ts";

/** What is printed once the server is ready. */
export interface Welcome {
  readonly address: string;
  /** Absent without the demonstration. */
  readonly demo: { readonly password: string; readonly accounts: readonly DemoAccount[] } | undefined;
  readonly admins: readonly { readonly place: string; readonly phone: string; readonly password: string }[];
}

export const welcome = ({ address, demo, admins }: Welcome): string => {
  const lines = [
    "",
    "  Ginkgo 银杏 is ready",
    "",
    `  staff      ${address}/`,
    `  residents  ${address}/m/`,
    `  API        ${address}/api/reference`,
    "",
  ];
  if (demo) {
    lines.push(`  demonstration accounts (password ${demo.password}; invented people):`);
    for (const { phone, who, app } of demo.accounts) lines.push(`    ${phone}  ${app.padEnd(3)} ${who}`);
    lines.push("");
  }
  for (const { place, phone, password } of admins)
    lines.push(
      `  first administrator of ${place}: phone ${phone}, password ${password} — shown only now; change it after signing in.`,
      "",
    );
  return lines.join("\n");
};
