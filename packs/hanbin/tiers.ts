/** 汉滨区: units and members claim projects; Party groups by grid. */
import type { PackInput } from "@ginkgo/shared/pack/schema.ts";
import { areaTiers, bodyTiers, partyTiers } from "../base/tiers.ts";
import { changed, localBodyTiers, teamTier } from "../tree/tiers.ts";

export const tiers: PackInput["tiers"] = {
  ...changed(
    { ...areaTiers, ...bodyTiers, ...localBodyTiers, ...partyTiers },
    {
      county: { label: "区" },
      "party-general-branch": { label: "社区党组织" },
      "grid-branch": { label: "网格党支部" },
      station: { kinds: { love: "爱心驿站", service: "党群服务站" } },
    },
  ),
  ...teamTier({
    volunteer: "志愿服务队",
    care: "民生爱心队",
    patrol: "治安巡逻队",
    convenience: "便民服务队",
  }),
};
