/** 顺正河社区: five ways register, three lists are matched, members have plots, 163 people patrol six points. */
import { call, look, putUp, seeMatter, shared, step } from "../../base/part-steps.ts";
import { agreed, registerFirst, stillOpen, takenOn, turnsOut, unitsRegister } from "../../base/part-stories.ts";
import type { Part, Story, StoryStep } from "../../story.ts";

const community = "420606171003";
const unit = (number: number): string => `units-${community}-${String(number).padStart(3, "0")}`;

/** One story for each way of joining hands; the community itself is the fifth. */
const joins = (
  [
    ["superior", 1, "上级包保单位报到", "2025-02-10"],
    ["organisation", 2, "双报到党组织报到", "2025-03-10"],
    ["social", 6, "社会组织报到", "2025-04-14"],
    ["enterprise", 9, "辖区企业报到", "2025-05-12"],
  ] as const
).map(([kind, number, title, day], index) =>
  unitsRegister({
    id: `joins-${kind}`,
    title: `五联双报到：${title}`,
    about: "写明行业特点和能做的事，社区党委确认后联在一起。",
    unit: unit(number),
    kind,
    starts: `${day} 09:00`,
    data: { strength: "有车、有人、有专业，可以随叫随到" },
    figures: { joined: 1 },
    full: { times: 1 },
    demo: { ago: 240 - index * 12 },
  }),
);

/** 163 people in six squads: a lead and the others, who walk along. */
const squads = [1, 2, 3, 4, 5, 6].map((number) => ({
  number,
  lead: `lead${number}`,
  others: `others${number}`,
  count: shared(1, number === 6 ? 27 : 26),
}));
type Squad = (typeof squads)[number];

const registers = (who: string, name: string): StoryStep =>
  call(
    who,
    "registrations.register",
    { kind: "patroller", node: "@.", data: { status: "volunteer" } },
    { each: true, name },
  );

const formed = ({ number, lead, others, count }: Squad): StoryStep[] => [
  registers(lead, `lead-${number}`),
  step("desk", `lead-${number}`, "confirm"),
  registers(others, `other-${number}-{i}`),
  step("desk", `other-${number}-{i}`, "confirm", {}, { times: count }),
  call("desk", "patrols.addSquad", {
    nodeId: "@.",
    name: `第${number}小分队`,
    teamId: null,
    people: `people:${lead}+${others}`,
  }),
];

const points = ["顺正路口", "谢沟小区东门", "产业园北门", "学校门前", "农贸市场", "河堤公园"];

const walks = ({ number, lead, others }: Squad): StoryStep[] => {
  const round = `round${number}`;
  const now = { after: { hours: 0 } } as const;
  return [
    call(lead, "patrols.begin", { routeId: "#route" }, { name: round, ...now }),
    call(others, "patrols.join", { roundId: `#${round}` }, { each: true, ...now }),
    ...points.map((_, point) =>
      call(lead, "patrols.tick", { roundId: `#${round}`, code: `#route.points.${point}.code` }, now),
    ),
    call(lead, "patrols.end", { roundId: `#${round}` }, { ...now, says: { status: "done" } }),
  ];
};

const patrols: Story = {
  id: "six-points",
  title: "六个巡逻点，编成小分队",
  about: "专职、义务巡逻队员和企业保安登记、编队，沿六个点巡逻，到一处扫一处的码；走完才算一轮。",
  at: community,
  starts: "2025-09-08 09:00",
  cast: {
    desk: { role: "community-desk" },
    ...Object.fromEntries(
      squads.flatMap(({ lead, others, count }): [string, Part][] => [
        [lead, { resident: true }],
        [others, { residents: count }],
      ]),
    ),
  },
  steps: [
    ...squads.flatMap(formed),
    call(
      "desk",
      "patrols.addRoute",
      { kind: "squad", nodeId: "@.", name: "重点路段和单位", times: [], points: points.map((name) => ({ name })) },
      { name: "route" },
    ),
    { do: "wait", after: { hours: 9 } },
    ...squads.flatMap(walks),
    look(
      "desk",
      "patrols.figures",
      { from: "2025-09-08", to: "2025-09-10" },
      { done: 6, points: 6, covered: 6, patrollers: "share:12/163" },
    ),
  ],
  figures: { patrollers: 12, "patrol-rounds": 6 },
  full: { times: 1 },
  demo: { ago: 16 },
};

const matched: Story = {
  id: "lists-matched",
  title: "需求、资源、项目三张清单",
  about: "居民提需求，单位列资源，社区列项目；审核后开放认领。",
  at: unit(3),
  starts: "2025-04-14 09:00",
  cast: { desk: { role: "community-desk" }, unit: { role: "unit-secretary" }, resident: { resident: true } },
  steps: [
    putUp("resident", "need", {
      kind: "need",
      title: "谢沟小区要一场用工政策讲解",
      words: "租户多，想听听怎么签合同。",
      skills: ["law"],
    }),
    step("desk", "need", "approve"),
    putUp("unit", "resource", {
      kind: "resource",
      title: "政策讲师两名",
      words: "每季度可以来一次。",
      bodyId: "@.",
      skills: ["law"],
    }),
    step("desk", "resource", "approve"),
    putUp("desk", "project", { kind: "project", title: "河堤清洁日", words: "每月最后一个周六。", places: 3 }),
    seeMatter("unit", "project", { state: "开放认领" }),
  ],
  demo: { ago: 90 },
};

const plot = takenOn({
  id: "plot",
  title: "党员责任区",
  about: "党员报到后包一段路，记下做了什么。",
  at: `${community}-c02`,
  starts: "2025-05-12 09:00",
  before: registerFirst("helper"),
  thing: { kind: "plot", title: "谢沟路东段", words: "从桥头到学校，每周走一趟。", lng: 112.17, lat: 32.1 },
  claimant: { resident: true },
  note: "清了两处小广告，一处井盖报上去了。",
  figures: { plots: 1 },
  demo: { ago: 60 },
});

const drive = turnsOut({
  id: "new-customs",
  title: "移风易俗宣讲",
  about: "宣讲队办活动，居民报名参加，签到签退。",
  at: `${community}-c03`,
  starts: "2025-06-09 09:00",
  gathering: {
    kind: "service",
    title: "移风易俗进楼栋",
    words: "发倡议书，聊聊红白喜事怎么办得体面又省钱。",
    venue: "社区广场",
  },
  hands: { residents: 3 },
  result: "走了三个楼栋，聊了四十多户。",
  figures: { activities: 1 },
  demo: { ago: 40 },
});

const paper = agreed({
  id: "five-way-paper",
  title: "五联共建协议书",
  about: "社区与企业约定一年做的事，双方同意后生效。",
  unit: unit(10),
  starts: "2025-03-24 09:00",
  what: "五联共建协议书",
  items: ["每季度开放厂区安全体验一次", "提供就业岗位信息"],
  demo: { ago: 130 },
});

const care: Story = {
  id: "life-proof-visit",
  title: "高龄老人上门，顺带生存认证",
  about: "按月看望行动不便的老人，名字只露一个字，谁看了全名都留着原因。",
  at: `${community}-c04`,
  starts: "2025-07-07 09:00",
  cast: { desk: { role: "community-desk" }, lead: { role: "team-lead" } },
  steps: [
    call(
      "desk",
      "care.addPlan",
      {
        kind: "elderly",
        nodeId: "@~community",
        person: { name: "周桂花", phone: "19900000888", address: "谢沟小区 3 栋 2 单元", health: "腿脚不便" },
        visitors: ["person:lead"],
        teamId: null,
      },
      { name: "plan" },
    ),
    call(
      "lead",
      "care.visit",
      {
        planId: "#plan",
        met: true,
        data: { health: "usual", home: "safe", did: "量了血压，办了生存认证", alive: true },
      },
      { after: { days: 2 } },
    ),
    look("desk", "care.plan", { planId: "#plan" }, { due: "ok" }),
  ],
  figures: { visits: 1 },
  demo: { ago: 45 },
};

const open = stillOpen({
  at: "420606171003-c05",
  starts: "2025-10-13 09:00",
  gathering: { kind: "service", title: "学校门口护学", words: "早七点半到八点半，穿反光背心。", venue: "顺正小学门前" },
  registration: "member",
});

export const takingPart: readonly Story[] = [...joins, patrols, matched, plot, drive, paper, care, open];
