/** 神木市: one deed is one deed: recognised where the member lives and at the unit, booked once. */
import type { PackInput } from "@ginkgo/shared/pack/schema.ts";

export const points: PackInput["points"] = {
  label: "双报到积分",
  rules: [
    {
      id: "service",
      label: "网格服务",
      on: { type: "attendance", step: "attend" },
      perHour: 2,
      ceilings: { perDay: 8, perYear: 200 },
      recognised: ["home", "unit"],
      confirmedBy: "record",
    },
    {
      id: "claimed",
      label: "认领的网格服务",
      on: { type: "claim", step: "confirm", kinds: ["deed"] },
      points: 3,
      ceilings: { perMonth: 30, perYear: 200 },
      recognised: ["home", "unit"],
      confirmedBy: "owner",
    },
  ],
  shop: { label: "网格便民兑换" },
};
