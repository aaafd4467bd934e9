/** 三原县: rooms of the service centres are booked, day-care centres bring meals and see people home. */
import type { PackInput } from "@ginkgo/shared/pack/schema.ts";
import { visitForm } from "../base/visit-form.ts";

const all = [1, 2, 3, 4, 5, 6, 7];

export const bookables: PackInput["bookables"] = {
  room: {
    label: "党群服务中心活动室",
    description: "朗读厅、棋牌室、书画室、会议室，免费使用。",
    tiers: ["community", "station"],
    hours: [{ days: all, from: "09:00", to: "21:00" }],
    weeks: 8,
    form: [
      { kind: "text", name: "what", label: "用来做什么", required: true, maxLength: 100 },
      { kind: "number", name: "people", label: "多少人", required: true, min: 1, max: 200, unit: "人" },
    ],
  },
};

export const rotas: PackInput["rotas"] = {
  courier: {
    label: "小哥驿站管理员",
    description: "值守小哥驿站，照看设施。",
    tiers: ["station", "community"],
    signUp: true,
  },
};

export const cares: PackInput["cares"] = {
  elderly: {
    label: "日间照料回访",
    description: "日间照料中心对失能、独居老人的上门回访。",
    tiers: ["community", "compound"],
    everyDays: 15,
    warnDays: 2,
    visit: visitForm,
  },
};
