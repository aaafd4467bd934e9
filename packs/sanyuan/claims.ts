/** 三原县: three lists: what units have, what residents need, what is served. */
import type { PackInput } from "@ginkgo/shared/pack/schema.ts";
import { claimLives, need, offer, standing } from "../base/claim-kinds.ts";

export const claimWorkflows: PackInput["workflows"] = claimLives({
  standing: "服务清单",
  standingClaim: "认领服务",
  standingDays: 180,
});

export const claimables: PackInput["claimables"] = {
  need: need({
    label: "需求清单",
    description: "居民的需求，单位和在职党员认领。",
    claimants: ["registered", "unit"],
    skills: true,
    limits: true,
    matches: "need",
  }),
  wish: need({
    label: "微心愿",
    description: "“微心愿”墙上的小心愿。",
    claimants: ["registered", "unit"],
  }),
  resource: offer({
    label: "资源清单",
    description: "单位能开放的场地、设备和专长。",
    claimants: ["anyone"],
    capacity: { usual: 5, most: 100 },
    skills: true,
    matches: "ability",
  }),
  service: standing({
    label: "服务清单",
    description: "进社区、进网格、进小区、进住户的服务项目。",
    claimants: ["registered", "unit"],
    capacity: { usual: 3, most: 50 },
    time: "optional",
  }),
};
