/** 汉滨区: what residents write about, a family's long-running help with its needs, and tasks that are pushed down. */
import type { PackInput } from "@ginkgo/shared/pack/schema.ts";

type Category = PackInput["categories"][number];

const voice: Category[] = [
  { id: "adverts", label: "野广告", group: "居民心声", description: "乱贴小广告、乱涂乱画" },
  { id: "appearance", label: "市容环境", group: "居民心声", description: "垃圾、占道、油烟、绿化" },
  {
    id: "pipes",
    label: "水管和下水",
    group: "居民心声",
    urgent: true,
    description: "水管破裂、下水堵塞、污水外溢",
    limits: { vetting: { hours: 2 }, "help.assigned": { hours: 2 }, "help.handling": { hours: 24 } },
  },
  { id: "roads", label: "道路修补", group: "居民心声", description: "路面坑洼、台阶破损、井盖" },
  { id: "lights", label: "路灯和监控", group: "居民心声", description: "路灯不亮、监控损坏" },
  { id: "noise", label: "扰民", group: "居民心声", description: "噪声、夜间施工、宠物" },
  { id: "policy", label: "政策办事", group: "居民心声", description: "劳动保障、民政、救助、卫生健康怎么办" },
  { id: "conduct", label: "服务态度和作风", group: "居民心声", description: "对工作人员、物业、商户的意见" },
  { id: "hardship", label: "生活困难", group: "居民心声", description: "突发困难、看病、照料" },
  { id: "other", label: "其他", group: "居民心声", description: "以上都不合适的" },
];

/** The sub-cases of a family's help, and who usually gives it. */
export const needs = [
  { id: "need-allowance", step: "needAllowance", label: "低保医保", description: "低保、医保、残疾人补贴" },
  { id: "need-mobility", step: "needMobility", label: "出行辅具", description: "残疾车、轮椅、拐杖" },
  { id: "need-housing", step: "needHousing", label: "住房", description: "廉租房、公租房、搬家、修缮" },
  { id: "need-school", step: "needSchool", label: "孩子上学", description: "入学、助学、课桌书本" },
  { id: "need-living", step: "needLiving", label: "生活用品", description: "铺盖、炊具、家电" },
  { id: "need-health", step: "needHealth", label: "看病照料", description: "就医陪护、康复、家庭医生" },
] as const;

export const categories: Category[] = [
  ...voice,
  {
    id: "part",
    label: "协调部门解决",
    group: "居民心声",
    workflow: "part",
    description: "重点难点问题里部门的那一份",
  },
  {
    id: "companion",
    label: "结对陪伴",
    group: "民生爱心网",
    workflow: "companion",
    description: "一家人的难处长期有人管：补贴、辅具、住房、上学，一件一件办",
  },
  ...needs.map(
    ({ id, label, description }): Category => ({ id, label, group: "民生爱心网", workflow: "need", description }),
  ),
  {
    id: "task",
    label: "部门交办社区",
    group: "准入事项",
    workflow: "task",
    description: "只有准入清单上的事项可以交给社区",
  },
];
