/** The county-level unit is a district or a city in some places; posts and accounts are called after it. */
import type { ShownAccount } from "../accounts.ts";
import type { RoleInput } from "./roles.ts";

type CountyWord = "区" | "市";

export const rolesCalled = <Id extends string>(
  word: CountyWord,
  roles: Readonly<Record<Id, RoleInput>>,
): Record<Id, RoleInput> =>
  Object.fromEntries(
    Object.entries<RoleInput>(roles).map(([id, role]) => [id, { ...role, label: role.label.replace("县", word) }]),
  ) as Record<Id, RoleInput>;

export const accountsCalled = (word: CountyWord, accounts: readonly ShownAccount[]): readonly ShownAccount[] =>
  accounts.map((account) => ({ ...account, who: account.who.replace("县", word) }));
