/** Accounts for a new tenant: the demonstration's people, or the first administrator. */
import type { Sealer } from "../../platform/crypto.ts";
import type { Tx } from "../../platform/db/database.ts";
import { newId } from "../../platform/ids.ts";
import { hashPassword } from "./password.ts";
import { insertAccounts, insertGrants, type NewAccount, type NewGrant } from "./repo.ts";

export interface SeedPerson {
  readonly name: string;
  readonly phone: string;
  /** Only those who get one can sign in with a password at once; all others use a code. */
  readonly password?: string;
  readonly homeId?: string;
  readonly posts: readonly { readonly role: string; readonly nodeId: string; readonly title?: string }[];
}

const batch = 500;

/** The hash is slow on purpose; people who are given the same password are given the same hash. */
const hashes = () => {
  const known = new Map<string, Promise<string>>();
  return (password: string | undefined): Promise<string> | null => {
    if (password === undefined) return null;
    const hash = known.get(password) ?? hashPassword(password);
    known.set(password, hash);
    return hash;
  };
};

export const seedPeople = async (tx: Tx, sealer: Sealer, at: Date, people: readonly SeedPerson[]): Promise<void> => {
  const accounts: NewAccount[] = [];
  const grants: NewGrant[] = [];
  const hashOf = hashes();
  for (const person of people) {
    const id = newId();
    accounts.push({
      id,
      personId: newId(),
      name: person.name,
      phoneSealed: sealer.seal(person.phone),
      phoneIndex: sealer.index(person.phone),
      passwordHash: await hashOf(person.password),
      homeId: person.homeId ?? null,
      at,
    });
    for (const post of person.posts)
      grants.push({
        id: newId(),
        accountId: id,
        role: post.role,
        nodeId: post.nodeId,
        title: post.title ?? null,
        grantedBy: null,
        at,
      });
  }
  for (let i = 0; i < accounts.length; i += batch) await insertAccounts(tx, accounts.slice(i, i + batch));
  for (let i = 0; i < grants.length; i += batch) await insertGrants(tx, grants.slice(i, i + batch));
};
