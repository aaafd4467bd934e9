/** 顺正河社区: five ways join hands over three lists; members have posts, model households and plots. */
import type { PackInput } from "@ginkgo/shared/pack/schema.ts";
import { claimLives, need, offer, standing } from "../base/claim-kinds.ts";

export const claimWorkflows: PackInput["workflows"] = claimLives({
  standing: "项目、责任区和先锋岗",
  standingClaim: "认领项目和岗位",
});

export const claimables: PackInput["claimables"] = {
  need: need({
    label: "需求清单",
    description: "居民和企业的需求，五联组织认领。",
    claimants: ["registered", "unit"],
    skills: true,
    limits: true,
    matches: "need",
  }),
  resource: offer({
    label: "资源清单",
    description: "五联组织能拿出的人、地、物。",
    claimants: ["anyone"],
    capacity: { usual: 5, most: 100 },
    skills: true,
    matches: "ability",
  }),
  project: standing({
    label: "项目清单",
    description: "结合行业特点认领的活动项目。",
    claimants: ["unit"],
    capacity: { usual: 2, most: 10 },
    time: "optional",
  }),
  plot: standing({
    label: "党员责任区",
    description: "一条路、一栋楼、一块绿地，党员包片负责。",
    claimants: ["registered"],
    place: "optional",
  }),
  post: standing({
    label: "党员先锋岗",
    description: "设岗定责：政策宣讲、治安巡逻、移风易俗、矛盾调解。",
    claimants: ["registered"],
    capacity: { usual: 5, most: 40 },
    skills: true,
  }),
};
