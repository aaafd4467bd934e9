/** What a person's registrations say of them, where an activity asks for it. */
import type { Tx } from "../../platform/db/database.ts";
import type { Tree } from "../org/index.ts";
import { registeredPeople } from "../registrations/index.ts";

export interface Registered {
  readonly unitId: string | null;
  readonly birthYear: number | null;
  readonly skills: readonly string[];
}

/** All of someone's registrations that count now, as one; nothing where there is none. */
export const registeredAs = async (tx: Tx, tree: Tree, accountId: string): Promise<Registered | undefined> => {
  const all = await registeredPeople(tx, tree, undefined, { accountIds: [accountId] });
  if (all.length === 0) return undefined;
  return {
    unitId: all.find(({ unitId }) => unitId !== null)?.unitId ?? null,
    birthYear: all.find(({ birthYear }) => birthYear !== null)?.birthYear ?? null,
    skills: [...new Set(all.flatMap(({ skills }) => skills))],
  };
};
