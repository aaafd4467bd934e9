/** 双桥区: needs are surveyed and dispatched by content; teams, units and members accept by what they are good at. */
import type { PackInput } from "@ginkgo/shared/pack/schema.ts";
import { claimLives, need, offer, standing } from "../base/claim-kinds.ts";

export const claimWorkflows: PackInput["workflows"] = claimLives({
  need: "需求清单",
  needClaim: "按特长接单",
  needDays: 10,
  asks: [{ kind: "number", name: "served", label: "服务了多少人", required: true, min: 1, max: 5000, unit: "人" }],
  standing: "项目清单",
});

export const claimables: PackInput["claimables"] = {
  service: need({
    label: "志愿服务",
    description: "按需求内容派单：环保、法律、调解、健康、敬老、维修、文化、巡防。",
    claimants: ["registered", "unit"],
    time: "optional",
    skills: true,
    limits: true,
    matches: "need",
  }),
  need: need({
    label: "急难愁盼",
    description: "居民急难愁盼的事，下沉单位和党员认领解决。",
    claimants: ["registered", "unit"],
    skills: true,
    matches: "need",
  }),
  resource: offer({
    label: "资源清单",
    description: "报到单位的场地、设备、专业。",
    claimants: ["anyone"],
    capacity: { usual: 5, most: 100 },
    skills: true,
    matches: "ability",
  }),
  project: standing({
    label: "项目清单",
    description: "稻田画、停车位、种树这样的共建项目。",
    claimants: ["unit"],
    capacity: { usual: 3, most: 10 },
  }),
};
