/** 汉滨区 "双认领、双服务": 253 organisations claim 320 items, communities claim 130 needs, a call is answered within minutes. */
import { call, come, look, recruit, report, seeMatter, shared, signUp } from "../../base/part-steps.ts";
import { agreed, needClaimed, stillOpen, takenOn, unitsRegister } from "../../base/part-stories.ts";
import { days } from "../../base/story-steps.ts";
import type { Story } from "../../story.ts";
import { fields } from "../claims.ts";

const loveStation = "610902002012";

const units = unitsRegister({
  id: "units-register",
  title: "机关、企业和社会组织到社区报到",
  about: "单位报到后才有双认领、双服务。",
  unit: `units-${loveStation}-001`,
  starts: "2025-03-03 09:00",
  figures: { "registered-units": 1 },
  full: { times: 253, over: "unit-branch" },
  demo: { ago: 300 },
});

const unitClaims = takenOn({
  id: "unit-claims",
  title: "单位认领社区的服务项目",
  about: "社区列出组织生活、救急帮困、敬老助残、志愿公益四类项目，单位认领，记下做了什么。",
  at: `units-${loveStation}-002`,
  starts: "2025-04-07 09:00",
  thing: {
    kind: `{pick:${fields.join("|")}}`,
    title: "{pick:联过主题党日|困难学生助学|看望独居老人|保护母亲河}",
    words: "一年四次，社区派人一起。",
  },
  claimant: { role: "unit-secretary" },
  body: "@.",
  note: "第一次已经办了，来了十八名党员。",
  figures: { "items-claimed": 1, "claiming-units": 1 },
  full: { times: 320, over: "unit-branch" },
  demo: { ago: 150 },
});

const unitNeeds = needClaimed({
  id: "unit-needs",
  title: "社区认领单位的服务需求",
  about: "单位说出要社区帮着办的事，社区书记认领，办完由单位确认、评价。",
  at: `units-${loveStation}-001`,
  starts: "2025-05-19 09:00",
  by: { role: "unit-secretary" },
  thing: {
    kind: "unit-need",
    title: "{pick:职工子女暑期托管|离退休党员就近过组织生活|职工体检场地}",
    words: "单位院子小，想请社区帮忙。",
  },
  claimant: { role: "community-secretary" },
  did: "安排在社区活动室，已经开始用了。",
  figures: { "unit-needs-claimed": 1 },
  full: { times: 130, over: "unit-branch" },
  demo: { ago: 100 },
});

const twoHours = shared(2, 30);
const threeHours = shared(2, 25);
const motherRiver: Story = {
  id: "mother-river",
  title: "一条招募，片刻五十多人报名",
  about: "“保卫母亲河”的招募发出，片刻就报满；两小时的场记二分，三小时的场记三分，都由签到签退得出。",
  at: loveStation,
  starts: "2025-09-04 09:00",
  cast: {
    desk: { role: "community-desk" },
    short: { residents: twoHours },
    long: { residents: threeHours },
    outsider: { role: "community-secretary" },
  },
  steps: [
    call("short", "points.join", {}, { each: true }),
    call("long", "points.join", {}, { each: true }),
    ...recruit("desk", {
      kind: "service",
      title: "保卫母亲河",
      words: "沿江捡拾垃圾，劝导不文明行为。",
      venue: "江边广场",
      shifts: [2, 3],
      capacity: 40,
    }),
    signUp("short", 0),
    signUp("long", 1),
    ...come("desk", "short", "in", 0, { hours: 24 }),
    ...come("desk", "long", "in", 1),
    ...come("desk", "short", "out", 0, { hours: 2 }),
    ...come("desk", "long", "out", 1, { hours: 1 }),
    ...report("desk", "清理江岸三公里，装了六十多袋。"),
    look("short", "points.mine", {}, { balance: 2 }),
    look("long", "points.mine", {}, { balance: 3 }),
    // What someone has is nobody else's business.
    look("outsider", "points.mine", {}, { balance: 0 }),
    seeMatter("desk", "activity", { state: "成果已报" }),
  ],
  figures: { "call-answers": 4 },
  full: { times: 1 },
  demo: { ago: 60 },
};

/** Thirty people for two hours, twenty-five for three; sums say nothing of one person. */
const yearOfPoints: Story = {
  id: "year-of-points",
  title: "积分卡年底合计",
  about: "一次招募每人二至三分，全区合计由每个人的记录加出来。",
  at: loveStation,
  starts: "2025-01-01 09:00",
  cast: { county: { role: "county-desk" } },
  steps: [
    look(
      "county",
      "points.recognised",
      { node: "@610902", period: "2025" },
      { "together.points": "share:10/135", "together.deeds": "share:4/55" },
      { after: days(355) },
    ),
  ],
  full: { times: 1 },
};

const wish = needClaimed({
  id: "wish-lit",
  title: "点亮微心愿",
  about: "群众的小心愿，单位党员认领，办到后由本人确认。",
  at: `units-${loveStation}-003`,
  starts: "2025-10-14 09:00",
  by: { resident: true },
  thing: { kind: "wish", title: "想要一副老花镜", words: "看报纸费劲，街上的又贵。" },
  claimant: { role: "unit-secretary" },
  body: "@.",
  did: "陪着去验了光，配好送到家。",
  demo: { ago: 40 },
});

const station: Story = {
  id: "love-station-rota",
  title: "爱心驿站从不打烊",
  about: "理发、缝纫、磨刀、代收快递，志愿者自己填上班次。",
  at: `${loveStation}-c02`,
  starts: "2025-08-04 09:00",
  cast: { desk: { role: "community-desk" }, volunteer: { resident: true } },
  steps: [
    call(
      "desk",
      "duties.addRota",
      {
        kind: "station",
        nodeId: "@~community",
        cycle: "weekly",
        startsOn: "2025-08-05",
        name: "爱心驿站",
        signUp: true,
        lines: [1, 2, 3, 4, 5, 6, 7].map((onDay) => ({ onDay, from: "09:00", minutes: 180, needed: 2 })),
      },
      { name: "rota" },
    ),
    call("desk", "duties.shifts", { rotaId: "#rota", from: "2025-08-05", to: "2025-08-19" }, { name: "shifts" }),
    call("volunteer", "duties.signUp", { shiftId: "#shifts.items.1.id" }, { says: { mine: true } }),
  ],
  demo: { ago: 20 },
};

const paper = agreed({
  id: "double-paper",
  title: "双认领双服务协议",
  about: "一年认什么、服务什么写成协议，双方同意后生效。",
  unit: `units-${loveStation}-004`,
  starts: "2025-03-17 09:00",
  what: "双认领双服务协议书",
  items: ["每季度一次主题党日", "结对帮扶两户"],
  demo: { ago: 200 },
});

const open = stillOpen({
  at: "610902002012-c03",
  starts: "2025-11-03 09:00",
  gathering: { kind: "service", title: "江边清洁日", words: "沿江两公里，手套垃圾袋备好了。", venue: "江边广场" },
  registration: "member",
});

export const takingPart: readonly Story[] = [
  units,
  unitClaims,
  unitNeeds,
  motherRiver,
  yearOfPoints,
  wish,
  station,
  paper,
  open,
];
