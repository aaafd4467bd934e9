import type { PackInput } from "@ginkgo/shared/pack/schema.ts";

/** Disputes go up three levels; everyday matters go to one of the three officers. */
export const categories: PackInput["categories"] = [
  {
    id: "property-dispute",
    label: "物业纠纷",
    group: "矛盾纠纷",
    description: "物业收费、服务质量、公共收益、维修责任上的分歧",
  },
  {
    id: "neighbour-dispute",
    label: "邻里纠纷",
    group: "矛盾纠纷",
    description: "噪声、漏水、占用公共部位、宠物",
  },
  {
    id: "facility-dispute",
    label: "公共设施争议",
    group: "矛盾纠纷",
    description: "停车位、充电桩、加装电梯、绿地和通道怎么用",
  },
  {
    id: "money-dispute",
    label: "经济和劳务纠纷",
    group: "矛盾纠纷",
    description: "装修、租房、工钱、借款",
  },
  {
    id: "owners-talk",
    label: "提议业主恳谈会",
    group: "业主恳谈",
    description: "想请业委会、物业、社区坐到一起谈的事",
    workflow: "owners-talk",
  },
  {
    id: "talk-need",
    label: "恳谈会需求",
    group: "业主恳谈",
    description: "业主在恳谈会上提出、由社区交办的需求",
    workflow: "owners-need",
  },
  {
    id: "hazard",
    label: "安全隐患",
    group: "网格",
    urgent: true,
    description: "电线裸露、燃气异味、消防通道堵塞",
    workflow: "grid-matter",
    limits: { raised: { hours: 0.5 }, doing: { hours: 2 } },
  },
  {
    id: "environment",
    label: "环境和设施",
    group: "网格",
    description: "垃圾清运、楼道堆物、路灯、井盖",
    workflow: "grid-matter",
  },
  {
    id: "agency",
    label: "代办帮办",
    group: "便民服务",
    description: "证件、补贴、认证的代办，上门预约",
    workflow: "service-matter",
  },
  {
    id: "policy",
    label: "政策咨询",
    group: "便民服务",
    description: "社保、医保、低保、就业、住房",
    workflow: "service-matter",
    limits: { doing: { workingHours: 15 } },
  },
  {
    id: "accounts",
    label: "收支公开",
    group: "财经管理",
    description: "小区公共收益、维修资金、社区经费怎么用的",
    workflow: "finance-matter",
  },
];
