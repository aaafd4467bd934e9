/** 双桥区: thanks for services that were needed and confirmed. */
import type { PackInput } from "@ginkgo/shared/pack/schema.ts";

export const points: PackInput["points"] = {
  label: "志愿积分",
  rules: [
    {
      id: "service",
      label: "志愿服务",
      on: { type: "claim", step: "confirm", kinds: ["service", "need"] },
      points: 2,
      ceilings: { perDay: 6, perMonth: 40 },
      confirmedBy: "owner",
    },
    {
      id: "hours",
      label: "活动时长",
      on: { type: "attendance", step: "attend" },
      perHour: 1,
      ceilings: { perDay: 6 },
      confirmedBy: "record",
    },
  ],
  shop: { label: "志愿兑换角" },
};
