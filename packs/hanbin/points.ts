/** 汉滨区: whoever answers a call gets a point for each hour by the record; voluntary, and seen by nobody else. */
import type { PackInput } from "@ginkgo/shared/pack/schema.ts";

export const points: PackInput["points"] = {
  label: "党员积分卡",
  rules: [
    {
      id: "call",
      label: "志愿招募",
      on: { type: "attendance", step: "attend", kinds: ["service", "outdoor"] },
      perHour: 1,
      ceilings: { perDay: 6, perMonth: 60 },
      recognised: ["home", "unit"],
      confirmedBy: "record",
    },
    {
      id: "wish",
      label: "点亮微心愿",
      on: { type: "claim", step: "confirm", kinds: ["wish"] },
      points: 3,
      ceilings: { perMonth: 15 },
      confirmedBy: "owner",
    },
    {
      id: "patrol",
      label: "治安巡逻",
      on: { type: "patrol", step: "done" },
      points: 2,
      ceilings: { perDay: 2, perMonth: 30 },
      confirmedBy: "record",
    },
  ],
  shop: { label: "爱心驿站兑换", holdDays: 14 },
};
