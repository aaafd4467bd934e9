import type { ClaimList } from "@ginkgo/shared/api/claims.ts";
import type { PackView } from "@ginkgo/shared/api/pack.ts";
import { usePack } from "../../ui/api/session.ts";

export type KindView = PackView["participation"]["claimables"][number];

export const useKinds = (list?: ClaimList): readonly KindView[] => {
  const kinds = usePack()?.participation.claimables ?? [];
  return list ? kinds.filter((kind) => kind.list === list) : kinds;
};

export const useSkillLabel = (): ((id: string) => string) => {
  const skills = usePack()?.participation.skills ?? [];
  return (id) => skills.find((skill) => skill.id === id)?.label ?? id;
};
