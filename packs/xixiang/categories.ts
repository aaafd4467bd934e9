import type { PackInput } from "@ginkgo/shared/pack/schema.ts";

/** What the stations of the city, the hospitals and the units take in. */
export const categories: PackInput["categories"] = [
  { id: "utilities", label: "水电气暖", group: "需求清单", description: "停水停电、管道漏水" },
  { id: "sanitation", label: "环境卫生", group: "需求清单", description: "垃圾清运、公厕、市场周边" },
  { id: "repairs", label: "便民维修", group: "需求清单", description: "家电修理、管道疏通" },
  { id: "policy", label: "政策咨询", group: "需求清单", description: "社保、医保、入学、疫苗接种怎么办" },
  {
    id: "wish-thing",
    label: "想要一样东西",
    group: "微心愿",
    description: "书包、轮椅、取暖器、二手家电",
    workflow: "wish",
  },
  {
    id: "wish-help",
    label: "想请人帮忙",
    group: "微心愿",
    description: "陪诊、理发、辅导功课、打扫屋子",
    workflow: "wish",
  },
  {
    id: "home-visit",
    label: "上门健康服务",
    group: "健康驿站",
    description: "行动不便的老人量血压、换药、打疫苗",
    workflow: "visit",
  },
  { id: "referral", label: "转诊", group: "健康驿站", description: "由卫生院发起，转到医院", workflow: "referral" },
  {
    id: "parking",
    label: "停车位",
    group: "协调解决",
    description: "希望单位错时开放停车位",
    workflow: "coordination",
  },
  {
    id: "facilities",
    label: "公共设施",
    group: "协调解决",
    description: "希望增加公厕、饮水点、休息点、场地",
    workflow: "coordination",
  },
  {
    id: "dispute",
    label: "矛盾纠纷",
    group: "调解",
    description: "邻里、物业、家庭矛盾",
    workflow: "mediation",
  },
];
