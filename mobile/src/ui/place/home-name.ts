import { orgApi } from "@ginkgo/shared/api/org.ts";
import { useQuery } from "@tanstack/react-query";
import { call } from "../net/client.ts";
import { tiersAs, useSession } from "../session.tsx";

const hour = 3_600_000;

/** The node of one's home, with its place in the tree. */
export const useHomeNode = () => {
  const { home } = useSession().me;
  return useQuery({
    queryKey: ["node", home?.id],
    queryFn: () => call(orgApi.node, { nodeId: home?.id ?? "" }),
    enabled: home !== null,
    staleTime: hour,
  });
};

/** "锦绣花园 1号楼": a building's own name says nothing without its compound. */
export const useHomeName = (): string | undefined => {
  const { me, pack } = useSession();
  const trail = useHomeNode().data?.trail ?? [];
  if (!me.home) return undefined;
  const compounds = tiersAs(pack, "compound");
  const compound = trail.find((node) => compounds.includes(node.tier) && node.id !== me.home?.id);
  return compound ? `${compound.name} ${me.home.name}` : me.home.name;
};
