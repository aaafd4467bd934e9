import type { ShownAccount } from "@ginkgo/packs/accounts.ts";

export interface ShownPlace {
  readonly name: string;
  readonly accounts: readonly ShownAccount[];
}

/** What is printed once the server is ready. */
export interface Welcome {
  readonly address: string;
  /** Absent without the demonstration. */
  readonly demo: { readonly password: string; readonly places: readonly ShownPlace[] } | undefined;
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
  for (const { name, accounts } of demo?.places ?? []) {
    lines.push(`  demonstration accounts of ${name} (password ${demo?.password}; invented people):`);
    for (const { phone, who, app } of accounts) lines.push(`    ${phone}  ${app.padEnd(3)} ${who}`);
    lines.push("");
  }
  for (const { place, phone, password } of admins)
    lines.push(
      `  first administrator of ${place}: phone ${phone}, password ${password} — shown only now; change it after signing in.`,
      "",
    );
  return lines.join("\n");
};
