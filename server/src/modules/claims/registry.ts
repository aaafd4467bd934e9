/** What is known of someone from their registrations: several communities may each know something. */
import type { Tx } from "../../platform/db/database.ts";
import type { Forest } from "../org/index.ts";
import { registeredPeople } from "../registrations/index.ts";
import type { Registry } from "./deps.ts";

export const createRegistry = (forest: Forest): Registry => ({
  of: async (tx: Tx, accountId: string) => {
    const found = await registeredPeople(tx, await forest.tree(tx.tenant), undefined, { accountIds: [accountId] });
    if (found.length === 0) return undefined;
    const withUnit = found.find(({ unitId }) => unitId !== null);
    return {
      unitId: withUnit?.unitId ?? null,
      unitSees: withUnit?.unitSees ?? false,
      birthYear: found.find(({ birthYear }) => birthYear !== null)?.birthYear ?? null,
      skills: [...new Set(found.flatMap(({ skills }) => skills))],
    };
  },
});
