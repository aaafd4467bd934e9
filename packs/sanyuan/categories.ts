import type { PackInput } from "@ginkgo/shared/pack/schema.ts";

/** What can be posted in the mini-program; danger and utilities may take hours, not days. */
export const categories: PackInput["categories"] = [
  {
    id: "danger",
    label: "安全隐患",
    group: "紧急",
    urgent: true,
    description: "燃气、电线、高空坠物、消防通道堵塞",
    limits: { "solving.onTime": { hours: 2 } },
  },
  {
    id: "utilities",
    label: "水电气暖",
    group: "紧急",
    urgent: true,
    description: "停水停电、暖气不热、管道漏水",
    limits: { "solving.onTime": { hours: 24 } },
  },
  { id: "compound", label: "小区环境", group: "小区", description: "卫生、绿化、路灯、停车、门禁" },
  { id: "repair", label: "便民维修", group: "小区", description: "家电维修、管道疏通、开锁" },
  { id: "elderly", label: "助老服务", group: "服务", description: "上门送餐、陪诊、日间照料" },
  { id: "young", label: "年轻人服务", group: "服务", description: "快递寄存、宠物寄养、交友活动" },
  { id: "courier", label: "小哥驿站", group: "服务", description: "外卖员、快递员休息、充电、用药" },
  { id: "neighbours", label: "邻里矛盾", group: "调解", description: "噪声、漏水、占用公共部位" },
  { id: "policy", label: "政策和办事", group: "服务", description: "高龄补贴、慢性病申请、组织关系转接怎么办" },
  {
    id: "venue",
    label: "阵地建设",
    group: "建设",
    description: "党群服务中心新建和改造提升",
    workflow: "project",
  },
];
