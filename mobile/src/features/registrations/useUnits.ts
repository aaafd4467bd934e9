import type { NodeRef } from "@ginkgo/shared/api/common.ts";
import { useSession } from "../../ui/session.tsx";

/** Bodies one holds a role on, of the tiers that register; whether one speaks for them is for the server to say. */
export const useUnits = (): readonly NodeRef[] => {
  const { me, pack } = useSession();
  if (!me.rights.includes("case.lead")) return [];
  const tiers = new Set(pack.participation?.registrations.flatMap(({ units }) => units) ?? []);
  const found = new Map(me.roles.filter(({ node }) => tiers.has(node.tier)).map(({ node }) => [node.id, node]));
  return [...found.values()];
};
