/** 武功县: owners' committees, and Party groups by building. */
import type { PackInput } from "@ginkgo/shared/pack/schema.ts";
import { areaTiers, bodyTiers, partyTiers } from "../base/tiers.ts";
import { changed, localBodyTiers, teamTier } from "../tree/tiers.ts";

export const tiers: PackInput["tiers"] = {
  ...changed(
    { ...areaTiers, ...bodyTiers, ...localBodyTiers, ...partyTiers },
    {
      "party-general-branch": { label: "社区党组织" },
      "grid-branch": { label: "网格党支部" },
      "party-group": { label: "楼栋党小组" },
      "anchor-household": { label: "单元中心户" },
    },
  ),
  ...teamTier({
    grid: "网格服务队",
    volunteer: "温馨党建志愿队",
    mediation: "调解队",
    legal: "法律服务队",
    safety: "平安守护队",
  }),
};
