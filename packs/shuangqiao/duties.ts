/** 双桥区: people who live alone or are disabled are visited regularly, and the visits are followed up. */
import type { PackInput } from "@ginkgo/shared/pack/schema.ts";
import { visitForm } from "../base/visit-form.ts";

const where = ["community", "village"];

export const cares: PackInput["cares"] = {
  alone: {
    label: "独居老人走访",
    description: "包联单位和志愿者每两周上门看望、监测一次。",
    tiers: where,
    everyDays: 14,
    warnDays: 2,
    visit: visitForm,
  },
  disabled: {
    label: "残疾人走访",
    description: "每三十天上门一次，关注康复、辅具和补贴。",
    tiers: where,
    everyDays: 30,
    warnDays: 3,
    visit: [
      ...visitForm,
      { kind: "text", name: "aids", label: "辅具和补贴有没有问题", multiline: true, maxLength: 200 },
    ],
  },
  children: {
    label: "困境儿童走访",
    description: "了解身体、学习和生活情况；不留孩子的照片。",
    tiers: where,
    everyDays: 30,
    warnDays: 3,
    visit: [
      { kind: "text", name: "did", label: "做了什么", required: true, multiline: true, maxLength: 500 },
      { kind: "text", name: "study", label: "学习和心理情况", multiline: true, maxLength: 300 },
      { kind: "text", name: "needs", label: "还需要什么", multiline: true, maxLength: 300 },
    ],
  },
};

export const rotas: PackInput["rotas"] = {
  room: {
    label: "党员活动室值班",
    description: "报到单位轮流值班，接待来访、讲急救常识。",
    tiers: where,
    signUp: true,
  },
};
