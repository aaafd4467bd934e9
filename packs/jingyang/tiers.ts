/** 泾阳县: the usual tiers and its five kinds of team. */
import type { PackInput } from "@ginkgo/shared/pack/schema.ts";
import { areaTiers, bodyTiers, partyTiers } from "../base/tiers.ts";

export const tiers: PackInput["tiers"] = {
  ...areaTiers,
  ...bodyTiers,
  ...partyTiers,
  team: {
    label: "服务队",
    tree: "area",
    as: "body",
    under: ["community", "village"],
    kinds: { pioneer: "先锋队", mediation: "调解队", volunteer: "志愿队", property: "物业队", convenience: "便民队" },
  },
};
