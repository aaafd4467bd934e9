/** 三原县: every compound of the town has a station. */
import type { PackInput } from "@ginkgo/shared/pack/schema.ts";
import { areaTiers, bodyTiers, partyTiers } from "../base/tiers.ts";
import { changed, localBodyTiers, teamTier } from "../tree/tiers.ts";

export const tiers: PackInput["tiers"] = {
  ...changed(
    { ...areaTiers, ...bodyTiers, ...localBodyTiers, ...partyTiers },
    {
      station: {
        label: "驿站",
        kinds: {
          compound: "小区工作站",
          courier: "小哥驿站",
          "book-room": "城市书房",
          "day-care": "日间照料中心",
          service: "党群服务站",
        },
      },
    },
  ),
  ...teamTier({
    volunteer: "志愿服务队",
    repair: "维修服务队",
    health: "健康服务队",
    mediation: "调解队",
    convenience: "便民服务队",
  }),
};
