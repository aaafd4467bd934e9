/** 西乡县: volunteers mind the book house, and rooms of the service station can be booked. */
import type { PackInput } from "@ginkgo/shared/pack/schema.ts";

const all = [1, 2, 3, 4, 5, 6, 7];

export const rotas: PackInput["rotas"] = {
  librarian: {
    label: "义务图书管理员",
    description: "党员志愿者轮流看护智慧书屋和红色阅读角。",
    tiers: ["station", "community"],
    signUp: true,
  },
};

export const bookables: PackInput["bookables"] = {
  room: {
    label: "驿站活动区",
    description: "服务驿站的阅读区、议事室，免费使用。",
    tiers: ["community", "station"],
    hours: [{ days: all, from: "09:00", to: "20:00" }],
    form: [{ kind: "text", name: "what", label: "用来做什么", required: true, maxLength: 100 }],
  },
};
