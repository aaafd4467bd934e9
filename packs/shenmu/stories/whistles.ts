/** 街道吹哨，部门报到: several departments, an objection, a late one, both sides assessed. */
import { act, hidden, minutes, refused, see, submit, told, wait } from "../../base/story-steps.ts";
import type { Story, StoryStep } from "../../story.ts";
import { community, department, grid, hands, monday, whistlers } from "./people.ts";

const done = (as: string, on: string, words: string): StoryStep[] => [
  act(as, "complete", { words, photos: ["photo:处置现场"] }, { on, after: minutes(600) }),
];
const bothRate = (as: string, on: string, stars: number, justified: boolean): StoryStep[] => [
  act("street", "rateDepartment", { stars, words: stars > 3 ? "到得快，办得实。" : "来得晚，只派了一个人。" }, { on }),
  act(
    as,
    "judgeWhistle",
    { justified, words: justified ? "确属本部门职责。" : "本部门只是配合，不该作为主哨。" },
    { on },
  ),
];

const market: Story = {
  id: "street-market",
  title: "夜市占道，街道吹哨，三个部门报到",
  about: "一个按时报到，一个迟到，一个有异议经市里复核不必报到；办完以后街道评部门，部门评这次吹哨。",
  at: community,
  starts: monday,
  cast: { ...hands, ...whistlers },
  demo: { ago: 140 },
  steps: [
    submit("street", "whistle-enforcement", "夜市摊位占满人行道，油烟呛人，居民反映半个月了。", { app: "console" }),
    act(
      "street",
      "summon",
      {
        to: [department("urban-management"), department("market"), department("water")],
        words: "周三晚七点在惠民路口集合，一起规范摊位、查证照、疏通雨水口。",
      },
      {
        opens: {
          enforcement: department("urban-management"),
          market: department("market"),
          water: department("water"),
        },
      },
    ),
    told("enforcement", "新问题", "enforcement"),
    hidden("market", "enforcement"),
    hidden("resident"),
    act("enforcement", "reportIn", {}, { on: "enforcement" }),
    act("water", "object", { reason: "雨水口由排水管理所负责，不属水利局职责。" }, { on: "water" }),
    refused("street", "uphold", "forbidden", { reason: "你们也来" }, "water"),
    told("county", "请复核", "water"),
    act("county", "uphold", { reason: "雨水口属市政排水，水利局不必报到。" }, { on: "water", after: minutes(120) }),
    see("water", { case: "water", state: "异议成立，不必报到" }),
    wait({ workingMinutes: 120 }),
    told("market", "等待部门报到", "market"),
    told("county", "超过时限还没有部门报到", "market"),
    act("market", "reportIn", {}, { on: "market" }),
    ...done("enforcement", "enforcement", "清理占道摊位二十三个，划定摆放线。"),
    refused("street", "conclude", "not-allowed-now", { words: "都好了", solved: true }),
    act("market", "handlersNote", { words: "有三户证照过期，已约谈，不宜外传。" }, { on: "market" }),
    see("street", { case: "market", notOnTimeline: ["办理人笔记"] }),
    ...done("market", "market", "查验证照四十户，责令三户停业补办。"),
    ...bothRate("enforcement", "enforcement", 5, true),
    refused("market", "rateDepartment", "forbidden", { stars: 5, words: "我们很好" }, "market"),
    ...bothRate("market", "market", 3, false),
    see("street", { state: "待总结", actions: ["conclude", "summon"] }),
    told("street", "请在"),
    act("street", "conclude", { words: "夜市规范到位，由社区和商户代表每晚巡看。", solved: true }),
    see("county", { state: "已收哨" }),
  ],
  figures: {
    whistles: 1,
    "whistles-ended": 1,
    summoned: 2,
    "reported-in-time": 1,
    excused: 1,
    "departments-rated": 2,
    "departments-good": 1,
    "whistles-judged": 2,
    "whistles-justified": 1,
  },
};

const burst: Story = {
  id: "burst-pipe",
  title: "夜里爆管，应急哨半小时到场",
  about: "应急哨的时限按钟点算，不分上下班；异议不成立的部门仍要报到；没办好的退回重办。",
  at: community,
  starts: "2025-03-05 20:10",
  cast: { ...hands, ...whistlers },
  demo: { ago: 60 },
  steps: [
    submit("street", "whistle-emergency", "惠民路主供水管爆裂，路面塌陷，一片停水。", { app: "console" }),
    act(
      "street",
      "summonUrgently",
      { to: [department("housing"), department("police")], words: "住建抢修，交警封路，半小时内到场。" },
      { after: { hours: 0.1 }, opens: { housing: department("housing"), police: department("police") } },
    ),
    act("police", "object", { reason: "当班警力不足，建议只由辅警到场。" }, { on: "police", after: { hours: 0.1 } }),
    act("county", "reject", { reason: "塌陷路段必须由交警封控。" }, { on: "police", after: { hours: 0.1 } }),
    refused("police", "object", "not-allowed-now", { reason: "还是来不了" }, "police"),
    act("police", "reportIn", {}, { on: "police", after: { hours: 0.1 } }),
    wait({ hours: 0.5 }),
    told("street", "超过时限还没有部门报到", "housing"),
    act("housing", "reportIn", {}, { on: "housing", after: { hours: 0.1 } }),
    act("police", "complete", { words: "已封路改道。", photos: ["photo:封路"] }, { on: "police", after: { hours: 2 } }),
    act(
      "housing",
      "complete",
      { words: "已换管通水。", photos: ["photo:换管"] },
      { on: "housing", after: { hours: 3 } },
    ),
    act("street", "sendBack", { reason: "路面塌陷处还没有回填。" }, { on: "housing", after: { hours: 1 } }),
    see("housing", { case: "housing", state: "部门办理中", marks: ["退回重办"] }),
  ],
  figures: { whistles: 1, summoned: 2, "reported-in-time": 1, "whistles-ended": 0 },
};

const fromGrid: Story = {
  id: "grid-to-whistle",
  title: "网格办不了的，支部报街道吹哨",
  about: "网格里提的问题要部门解决：支部上报，街道吹哨，部门办完并互评，仍由社区书记回头看。",
  at: grid,
  starts: monday,
  cast: { ...hands, ...whistlers },
  demo: { ago: 90 },
  steps: [
    submit("resident", "danger", "后墙外的河沟护坡塌了一段，离楼只有三米。"),
    act("delegate", "writeOrder", { words: "护坡塌约十米，请先围挡再修。" }, { after: minutes(10) }),
    act("committee", "escalate", { reason: "护坡属河道设施，要水利部门定方案施工。" }),
    told("street", "请街道吹哨"),
    act(
      "street",
      "blow",
      { to: [department("water")], words: "今天围挡，三天内出加固方案并施工。" },
      { opens: { water: department("water") } },
    ),
    act("water", "reportIn", {}, { on: "water" }),
    act(
      "water",
      "complete",
      { words: "已围挡并打桩加固。", photos: ["photo:护坡"] },
      { on: "water", after: minutes(900) },
    ),
    ...bothRate("water", "water", 4, true),
    see("secretary", { state: "待回头看" }),
    told("secretary", "等待回头看"),
    act("secretary", "solved", { words: "护坡牢固，住户放心。", photos: ["photo:护坡现状"] }),
    see("resident", { state: "已办结" }),
  ],
  figures: { raised: 1, "looked-back": 1, summoned: 1, "departments-good": 1, "whistles-justified": 1, whistles: 0 },
};

const notYours: Story = {
  id: "who-may-whistle",
  title: "谁都能提问题，只有街道能吹哨",
  about: "居民和社区都发不了哨；部门的一份只能由吹哨产生。",
  at: community,
  starts: monday,
  cast: { ...hands, ...whistlers },
  demo: { ago: 6 },
  steps: [
    {
      do: "refusedSubmit",
      as: "resident",
      category: "whistle-enforcement",
      words: "我要吹哨叫城管来",
      problem: "forbidden",
    },
    {
      do: "refusedSubmit",
      as: "secretary",
      category: "whistle-works",
      words: "社区想请住建来修路",
      problem: "forbidden",
    },
    submit("street", "whistle-works", "背街小巷整治，请住建、城管一起踏勘。", { app: "console" }),
    see("street", { state: "待发哨", actions: ["summon", "cancel"], noActions: ["summonUrgently"] }),
  ],
  figures: { whistles: 0 },
};

export const whistleStories: readonly Story[] = [market, burst, fromGrid, notYours];
