/** 神木市: grid members call on people in need and patrol their plots. */
import type { PackInput } from "@ginkgo/shared/pack/schema.ts";
import { visitForm } from "../base/visit-form.ts";

export const cares: PackInput["cares"] = {
  household: {
    label: "网格联户走访",
    description: "网格党员定期走访独居、残疾和困难家庭。",
    tiers: ["community", "grid"],
    everyDays: 30,
    warnDays: 3,
    visit: visitForm,
  },
};

export const patrols: PackInput["patrols"] = {
  grid: {
    label: "网格巡查",
    description: "网格党员服务队每天沿巷道走一遍。",
    tiers: ["community", "grid"],
    times: [{ days: [1, 2, 3, 4, 5], at: "09:00" }],
    graceMinutes: 120,
    category: "road",
  },
};
