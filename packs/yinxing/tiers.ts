/** 什邡市 is a city of county rank; its model is the compound 白果小区. */
import type { PackInput } from "@ginkgo/shared/pack/schema.ts";
import { areaTiers, bodyTiers, partyTiers } from "../base/tiers.ts";
import { changed, localBodyTiers, teamTier } from "../tree/tiers.ts";

export const tiers: PackInput["tiers"] = {
  ...changed(
    { ...areaTiers, ...bodyTiers, ...localBodyTiers, ...partyTiers },
    {
      county: { label: "市" },
    },
  ),
  ...teamTier({
    patrol: "治安巡防队",
    civility: "文明小分队",
    volunteer: "志愿服务队",
    convenience: "便民服务队",
  }),
};
