/** 武功县: cadres sit at the desk by a rota, come home by appointment; classes have rooms. */
import type { PackInput } from "@ginkgo/shared/pack/schema.ts";

const weekdays = [1, 2, 3, 4, 5];
const open = [
  { days: weekdays, from: "08:30", to: "12:00" },
  { days: weekdays, from: "14:00", to: "18:00" },
];

export const rotas: PackInput["rotas"] = {
  desk: { label: "两委干部坐班", description: "社区两委干部坐班值班，全程代理。", tiers: ["community"] },
};

export const bookables: PackInput["bookables"] = {
  visit: {
    label: "预约上门",
    description: "行动不便的居民预约干部上门办事。",
    where: "home",
    tiers: ["community"],
    hours: open,
    slotMinutes: 60,
    mostSlots: 2,
    form: [{ kind: "text", name: "what", label: "要办什么事", required: true, maxLength: 200 }],
  },
  classroom: {
    label: "活动室",
    description: "书法课堂、老年大学、抖音小站用的教室和活动室。",
    tiers: ["community"],
    hours: [{ days: [...weekdays, 6, 7], from: "09:00", to: "21:00" }],
    weeks: 12,
    form: [
      { kind: "text", name: "what", label: "用来做什么", required: true, maxLength: 100 },
      { kind: "number", name: "people", label: "多少人", required: true, min: 1, max: 200, unit: "人" },
    ],
  },
};
