import type { PackInput } from "@ginkgo/shared/pack/schema.ts";

/** What the community decides together, and what is between neighbours. */
export const categories: PackInput["categories"] = [
  { id: "parking", label: "停车", group: "共同议", description: "车位划线、停放规则、充电桩" },
  { id: "access", label: "老人出行", group: "共同议", description: "扶手、坡道、加装电梯、楼道座椅" },
  { id: "facilities", label: "公共设施", group: "共同议", description: "路灯、花箱、座椅、健身器材" },
  { id: "safety", label: "安全隐患", group: "共同议", urgent: true, description: "消防、用电、高空坠物、巡防" },
  { id: "environment", label: "环境卫生", group: "共同议", description: "垃圾投放、绿化、乱搭乱建" },
  { id: "other", label: "其他大家的事", group: "共同议", description: "以上都不合适的" },
  {
    id: "neighbours",
    label: "邻里纠纷",
    group: "调解",
    description: "噪声、漏水、占用公共部位",
    workflow: "dispute",
  },
];
