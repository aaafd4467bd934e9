/** 汉滨区 "双认领、双服务": units claim the communities' projects in four fields, communities claim what units need. */
import type { PackInput } from "@ginkgo/shared/pack/schema.ts";
import { claimLives, need, offer, standing } from "../base/claim-kinds.ts";

const field = (label: string, description: string) =>
  standing({ label, description, claimants: ["unit"], capacity: { usual: 1, most: 20 } });

export const claimWorkflows: PackInput["workflows"] = claimLives({
  offeredByAll: true,
  need: "微心愿和服务需求",
  needClaim: "认领心愿和需求",
  offer: "微承诺和专长",
  standing: "双认领项目",
  standingClaim: "认领服务项目",
  standingDays: 180,
});

export const claimables: PackInput["claimables"] = {
  life: field("组织生活项目", "联过组织生活、讲党课、办主题党日。"),
  relief: field("救急帮困项目", "慰问、助学、临时救助。"),
  care: field("敬老助残项目", "看望独居老人、残疾人，无障碍改造。"),
  volunteering: field("志愿公益项目", "保护母亲河、文明劝导、义诊义剪。"),
  "unit-need": need({
    label: "单位服务需求",
    description: "单位需要社区帮着办的事，社区认领。",
    claimants: ["anyone"],
    visibility: "place",
  }),
  wish: need({
    label: "微心愿",
    description: "点亮微心愿：群众的小心愿，党员干部认领。",
    claimants: ["registered", "unit"],
    skills: true,
    matches: "need",
  }),
  pledge: offer({
    label: "微承诺",
    description: "党员公开承诺的一件小事。",
    claimants: ["anyone"],
  }),
  ability: offer({
    label: "我能帮",
    description: "党员和单位的专长。",
    claimants: ["anyone"],
    skills: true,
    matches: "ability",
  }),
  deed: standing({
    label: "微奉献",
    description: "招募的志愿服务岗：治安巡逻员、爱心驿站志愿者。",
    claimants: ["anyone"],
    capacity: { usual: 10, most: 300 },
    time: "optional",
    visibility: "public",
  }),
};

export const fields = ["life", "relief", "care", "volunteering"] as const;
