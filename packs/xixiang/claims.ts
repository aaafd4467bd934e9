/** 西乡县: residents' need list meets units' ability list; wishes, pledges, posts, and what units open to everyone. */
import type { PackInput } from "@ginkgo/shared/pack/schema.ts";
import { claimLives, need, offer, standing } from "../base/claim-kinds.ts";

export const claimWorkflows: PackInput["workflows"] = claimLives({
  offeredByAll: true,
  need: "需求和微心愿",
  needClaim: "认领需求和心愿",
  offer: "单位能力清单",
  offerClaim: "点单单位能力",
  standing: "共建项目",
});

export const claimables: PackInput["claimables"] = {
  wish: need({
    label: "微心愿",
    description: "困难群众、孩子和老人的小心愿，单位和党员认领。",
    claimants: ["registered", "unit"],
    visibility: "place",
  }),
  need: need({
    label: "群众需求",
    description: "居民需求清单上的事，按能力清单精准匹配。",
    claimants: ["registered", "unit"],
    skills: true,
    limits: true,
    matches: "need",
  }),
  service: need({
    label: "服务岗",
    description: "义务图书管理员、疫苗接种引导、报名实操辅导这样的岗位。",
    claimants: ["anyone"],
    capacity: { usual: 4, most: 60 },
    time: "optional",
    skills: true,
    limits: true,
    visibility: "public",
  }),
  ability: offer({
    label: "单位能力",
    description: "单位党组织、党员能做的事，社区按需要点单。",
    claimants: ["anyone"],
    capacity: { usual: 5, most: 200 },
    skills: true,
    matches: "ability",
  }),
  pledge: offer({
    label: "承诺践诺",
    description: "单位和党员公开承诺的一件实事，社区领走并监督兑现。",
    claimants: ["anyone"],
  }),
  facility: offer({
    label: "开放共享设施",
    description: "临街公厕、饮水点、户外工作者休息站、智慧书屋、停车场。",
    claimants: ["anyone"],
    place: "required",
    visibility: "public",
  }),
  project: standing({
    label: "共建项目",
    description: "一个单位办不成的实事，几个单位合着办。",
    claimants: ["unit"],
    capacity: { usual: 3, most: 20 },
  }),
};
