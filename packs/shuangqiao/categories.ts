/** 双桥区: needs by content, one for each kind of team; matters for joint meetings; units' parts of what was agreed. */
import type { PackInput } from "@ginkgo/shared/pack/schema.ts";

type Category = PackInput["categories"][number];

/** Content of a need, and the kind of team that is good at it. */
export const contents = [
  { id: "environment", team: "环境保护队", label: "环境卫生", description: "垃圾、绿化、河道、小广告" },
  { id: "legal", team: "法律咨询队", label: "法律咨询", description: "合同、借贷、劳动、继承等法律问题" },
  { id: "mediation", team: "矛盾调解队", label: "矛盾调解", description: "邻里、家庭、物业纠纷" },
  { id: "health", team: "健康教育队", label: "健康急救", description: "义诊、急救知识、慢病指导、心理" },
  { id: "elderly", team: "敬老助老队", label: "敬老助老", description: "独居老人、残疾人的照看和陪伴" },
  { id: "repair", team: "便民维修队", label: "便民维修", description: "水电维修、家电、开锁、理发、缝补" },
  { id: "culture", team: "文化宣传队", label: "文化活动", description: "演出、讲座、儿童辅导、节日活动" },
  { id: "safety", team: "平安巡防队", label: "平安巡防", description: "治安线索、消防隐患、防诈骗" },
] as const;

const needs: Category[] = contents.map(
  ({ id, label, description }): Category => ({
    id,
    label,
    group: "居民需求",
    description,
    ...(id === "safety"
      ? { urgent: true, limits: { vetting: { hours: 1 }, dispatching: { hours: 1 }, assigned: { hours: 1 } } }
      : {}),
  }),
);

export const categories: Category[] = [
  ...needs,
  { id: "startup", label: "创业就业", group: "居民需求", description: "创业指导、政策、贷款、招工" },
  { id: "other", label: "其他", group: "居民需求", description: "以上都不合适的" },
  {
    id: "matter-parking",
    label: "停车和道路",
    group: "联席会议",
    workflow: "joint-meeting",
    description: "车位规划、非机动车停放、消防通道",
  },
  {
    id: "matter-green",
    label: "环境和绿化",
    group: "联席会议",
    workflow: "joint-meeting",
    description: "院落整治、补种树木、垃圾点",
  },
  {
    id: "matter-property",
    label: "物业和自治",
    group: "联席会议",
    workflow: "joint-meeting",
    description: "无物业小区管理、社区代管、业委会组建",
  },
  {
    id: "matter-village",
    label: "村庄发展",
    group: "联席会议",
    workflow: "joint-meeting",
    description: "荒地利用、产业项目、文化活动",
  },
  {
    id: "measure",
    label: "落实方案",
    group: "联席会议",
    workflow: "measure",
    description: "联席会议定下来的事里一个单位的那一份",
  },
];
