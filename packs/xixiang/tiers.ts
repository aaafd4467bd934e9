/** 西乡县: stations of every kind stand at its heart. */
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
          "rest-stop": "户外工作者休息站",
          service: "城市服务驿站",
          health: "医院健康驿站",
          enterprise: "国企初心驿站",
          "book-house": "城市智慧书屋",
        },
      },
      school: { kinds: { primary: "小学", secondary: "中学" } },
      clinic: { kinds: { hospital: "医院", township: "卫生院", group: "巡回诊疗组" } },
    },
  ),
  ...teamTier({
    volunteer: "志愿服务队",
    convenience: "便民服务队",
    medical: "医疗先锋队",
    visiting: "入户服务小分队",
  }),
};
