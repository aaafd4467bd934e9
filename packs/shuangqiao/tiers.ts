/** 双桥区: registered units work with volunteer teams of eight kinds. */
import type { PackInput } from "@ginkgo/shared/pack/schema.ts";
import { areaTiers, bodyTiers, partyTiers } from "../base/tiers.ts";
import { changed, localBodyTiers, teamTier } from "../tree/tiers.ts";

export const tiers: PackInput["tiers"] = {
  ...changed(
    { ...areaTiers, ...bodyTiers, ...localBodyTiers, ...partyTiers },
    {
      county: { label: "区" },
      "party-general-branch": { label: "社区党委" },
      station: { kinds: { service: "党群服务站" } },
    },
  ),
  ...teamTier({
    environment: "环境保护队",
    legal: "法律咨询队",
    mediation: "矛盾调解队",
    health: "健康教育队",
    elderly: "敬老助老队",
    repair: "便民维修队",
    culture: "文化宣传队",
    safety: "平安巡防队",
    volunteer: "志愿服务队",
    village: "驻村工作队",
  }),
};
