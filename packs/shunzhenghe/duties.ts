/** 顺正河社区: squads walk six points; whoever finds something reports it as what the daily patrol reports. */
import type { PackInput } from "@ginkgo/shared/pack/schema.ts";
import { visitForm } from "../base/visit-form.ts";

const everyDay = [1, 2, 3, 4, 5, 6, 7];

export const patrols: PackInput["patrols"] = {
  squad: {
    label: "平安巡逻",
    description: "专职、义务巡逻队员和企业保安编成小分队，早晚各巡一次重点路段和单位。",
    tiers: ["community", "village"],
    times: [
      { days: everyDay, at: "07:30" },
      { days: everyDay, at: "19:30" },
    ],
    graceMinutes: 60,
    mostMinutes: 180,
    category: "danger",
  },
};

export const rotas: PackInput["rotas"] = {
  desk: { label: "红色驿站值班", description: "两委干部轮流坐班，现场办公。", tiers: ["community"], signUp: false },
};

export const cares: PackInput["cares"] = {
  elderly: {
    label: "高龄老人上门",
    description: "看望行动不便的老人，顺带办生存认证。",
    tiers: ["community"],
    everyDays: 30,
    warnDays: 3,
    visit: [
      ...visitForm,
      { kind: "yes-no", name: "alive", label: "这次办了生存认证吗", yes: "办了", no: "还没到时候" },
    ],
  },
};
