/** 汉滨区: the love station is never closed; families in need are befriended and visited. */
import type { PackInput } from "@ginkgo/shared/pack/schema.ts";
import { visitForm } from "../base/visit-form.ts";

export const rotas: PackInput["rotas"] = {
  station: {
    label: "爱心驿站值守",
    description: "理发、缝纫、磨刀、代收快递，志愿者轮流值守，节假日不休。",
    tiers: ["station", "community"],
    signUp: true,
  },
};

export const cares: PackInput["cares"] = {
  family: {
    label: "结亲走访",
    description: "党员干部与困难群众交友结亲，每月看望一次。",
    tiers: ["community"],
    everyDays: 30,
    warnDays: 3,
    visit: visitForm,
  },
};

export const patrols: PackInput["patrols"] = {
  street: {
    label: "街面治安巡逻",
    description: "报到党员领岗“治安巡逻员”，傍晚巡一次。",
    tiers: ["community"],
    times: [{ days: [1, 2, 3, 4, 5, 6, 7], at: "18:30" }],
    category: "appearance",
  },
};
