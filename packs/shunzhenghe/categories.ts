/** 顺正河: what residents bring, what the daily patrol finds, and disputes for joint mediation. */
import type { PackInput } from "@ginkgo/shared/pack/schema.ts";

export const categories: PackInput["categories"] = [
  { id: "road", label: "道路停车", group: "居民反映", description: "路面破损、井盖缺失、乱停车、占道经营" },
  { id: "sanitation", label: "环境卫生", group: "居民反映", description: "垃圾积存、污水、乱贴乱画、绿化" },
  {
    id: "danger",
    label: "安全隐患",
    group: "居民反映",
    urgent: true,
    description: "燃气泄漏、电线裸露、飞线充电、堵塞消防通道",
    limits: { sorting: { hours: 0.5 }, spot: { hours: 2 }, once: { hours: 4 } },
  },
  { id: "utilities", label: "水电气", group: "居民反映", urgent: true, description: "停水停电、管道漏水、燃气故障" },
  { id: "livelihood", label: "民生办事", group: "居民反映", description: "社保、补贴、证明、老年人生存认证" },
  { id: "enterprise", label: "企业服务", group: "居民反映", description: "企业用工、用地、周边环境、政策对接" },
  { id: "group-chat", label: "网格群里的问题", group: "居民反映", description: "在网格群里提出、能在线答复的事" },
  {
    id: "patrol-area",
    label: "片区巡查",
    group: "每日巡查",
    workflow: "patrol",
    description: "包片区：道路、市容、创建文明城市的问题",
  },
  {
    id: "patrol-group",
    label: "小组巡查",
    group: "每日巡查",
    workflow: "patrol",
    description: "包居民小组：居民急难愁盼",
  },
  {
    id: "patrol-enterprise",
    label: "企业走访",
    group: "每日巡查",
    workflow: "patrol",
    description: "包企业：发展中的困难、安全生产",
  },
  {
    id: "neighbour-dispute",
    label: "邻里家庭纠纷",
    group: "矛盾联调",
    workflow: "joint-mediation",
    description: "噪声、漏水、婚姻家庭、赡养",
  },
  {
    id: "labour-dispute",
    label: "劳资纠纷",
    group: "矛盾联调",
    urgent: true,
    workflow: "joint-mediation",
    description: "欠薪、辞退补偿、群体性劳动争议",
    limits: { received: { hours: 0.5 }, forming: { hours: 1 } },
  },
  {
    id: "property-dispute",
    label: "物业、土地纠纷",
    group: "矛盾联调",
    workflow: "joint-mediation",
    description: "物业收费、土地、租赁、买卖合同",
  },
];
