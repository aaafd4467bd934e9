/** 神木市 is a city of county rank; a branch stands on the grid. */
import type { PackInput } from "@ginkgo/shared/pack/schema.ts";
import { areaTiers, bodyTiers, partyTiers } from "../base/tiers.ts";
import { changed, localBodyTiers, teamTier } from "../tree/tiers.ts";

export const tiers: PackInput["tiers"] = {
  ...changed(
    { ...areaTiers, ...bodyTiers, ...localBodyTiers, ...partyTiers },
    {
      county: { label: "市" },
      "party-working-committee": { label: "街道党工委（镇党委）" },
      "party-group": { label: "楼栋党小组" },
    },
  ),
  ...teamTier({ grid: "网格党员服务队", volunteer: "志愿服务队", response: "应急处置队" }),
};
