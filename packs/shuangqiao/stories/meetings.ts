/** 党建联席会议: in rounds to a plan with numbers, shown, carried out by units, looked at and laid open. */
import { act, days, hidden, minutes, refused, see, submit, told, wait } from "../../base/story-steps.ts";
import type { Story, StoryStep } from "../../story.ts";
import { camp, department, monday, unit } from "./people.ts";

const cast = {
  resident: { resident: true },
  secretary: { phone: "19900000021" },
  desk: { phone: "19900000022" },
  owners: { phone: "19900000023" },
  property: { phone: "19900000024" },
  gardens: { phone: "19900000017" },
  college: { phone: "19900000013" },
  housing: { phone: "19900000008" },
} as const;

const property = `@property-${camp}-01`;
const owners = `@owners-${camp}-c01`;

const round = (on: string, agenda: string, minutesText: string, first = true): StoryStep[] => [
  act("desk", first ? "convene" : "anotherRound", { on, agenda }),
  told("owners", agenda),
  act("desk", "hold", { words: minutesText, present: 23, photos: ["photo:联席会议"] }, { after: days(2) }),
];

const putOn: StoryStep[] = [
  submit("resident", "matter-parking", "老院子车没处停，消防车也进不来，能不能一起商量个办法？", {
    visibility: "public",
  }),
  told("secretary", "新需求"),
  refused("desk", "putOn", "forbidden"),
  act("secretary", "putOn", {
    unit: [department("gardens"), unit("medical-college")],
    owners: [owners],
    property: [property],
  }),
  told("gardens", "请您参加联席会议"),
  act("owners", "join"),
  act("property", "join"),
  act("gardens", "join"),
];

const measure = (as: string, words: string): StoryStep[] => [
  act(as, "take", {}, { on: as }),
  act(as, "complete", { words, photos: ["photo:完工现场"] }, { on: as, after: minutes(2000) }),
  act("secretary", "confirm", { words: "现场清点无误。" }, { on: as }),
];

const parking: Story = {
  id: "parking-and-trees",
  title: "停车和绿化，三轮联席会议谈成方案",
  about: "报到单位、业委会、物业一轮一轮商量：车位二百个、树一百二十棵；公示以后分到单位落实，结果公开。",
  at: camp,
  starts: monday,
  cast,
  full: { times: 1 },
  demo: { ago: 145 },
  steps: [
    ...putOn,
    refused("secretary", "adopt", "not-allowed-now", { words: "先划线再说", parking: 10 }),
    act("owners", "say", { words: "机动车和非机动车要分开停。" }),
    ...round("2025-03-05", "周三晚七点，党员活动室：摸底车位", "先数车：缺位两百左右；消防通道不能占。"),
    ...round("2025-03-07", "周五晚七点：看图纸", "图纸可行，业委会担心绿地减少。", false),
    act("gardens", "say", { words: "可以提供树种，补种在边角地。", photos: ["photo:种植图"] }),
    ...round("2025-03-11", "周二晚七点：定方案", "一致同意：划车位，补种丁香。", false),
    act("secretary", "adopt", {
      words: "规划车位二百个，种植树木一百二十棵，业委会管车位，物业管树。",
      parking: 200,
      trees: 120,
    }),
    told("resident", "公示 7 天"),
    wait(days(8)),
    see("secretary", { state: "待分工落实", actions: ["assign"] }),
    act(
      "secretary",
      "assign",
      {
        to: [department("gardens"), property, department("housing")],
        words: "园林补种，物业划线，住建打通消防通道。",
      },
      { opens: { gardens: department("gardens"), property, housing: department("housing") } },
    ),
    told("housing", "新需求", "housing"),
    hidden("resident", "housing"),
    ...measure("gardens", "丁香等一百二十棵已种。"),
    ...measure("property", "车位二百个已划线编号。"),
    refused("secretary", "open", "not-allowed-now", { words: "都好了", photos: ["photo:院子"] }),
    ...measure("housing", "消防通道已打通。"),
    see("secretary", { state: "待现场验看" }),
    act("secretary", "open", { words: "车位二百个、树一百二十棵已落实，欢迎监督。", photos: ["photo:新院子"] }),
    told("resident", "已落实并公开"),
    see("resident", {
      state: "已落实并公开",
      timeline: ["记录这一轮会议", "再开一轮", "形成方案", "验看过了，公开结果"],
    }),
  ],
  figures: { "parking-places": 200, trees: 120, "plans-carried-out": 1, meetings: 1, measures: 3 },
};

const objected: Story = {
  id: "plan-objected",
  title: "公示有异议，再议一轮",
  about: "公示期间有人不同意，回到联席会议；方案的数字不算数，直到重新定下来。",
  at: camp,
  starts: monday,
  cast,
  demo: { ago: 75 },
  steps: [
    ...putOn,
    ...round("2025-03-05", "周三晚七点：车位", "先划八十个。"),
    act("secretary", "adopt", { words: "划车位八十个。", parking: 80, trees: 0 }),
    act("resident", "objected", { words: "八十个不够，老人下楼的路也占了。" }, { after: days(2) }),
    told("owners", "再议一轮"),
    see("desk", { state: "会前征求意见", actions: ["convene"] }),
  ],
  figures: { "parking-places": 0, trees: 0, "plans-carried-out": 0, meetings: 1 },
};

const waiting: Story = {
  id: "matter-waiting",
  title: "刚提的议题，等着列入会议",
  about: "居民提了议题，五个工作日内要列入或者说明理由。",
  at: camp,
  starts: monday,
  cast,
  demo: { ago: 5 },
  steps: [
    submit("resident", "matter-property", "院子没有物业，能不能社区先代管，再选业委会？", { visibility: "public" }),
    see("secretary", { state: "待列入会议", actions: ["putOn", "refuse"] }),
  ],
  figures: { meetings: 0 },
};

const village: Story = {
  id: "village-field",
  title: "村里的荒地种什么，请农业农村局一起议",
  about: "驻村队和农业农村局参加，一轮定下来；落实由农业农村局指导。",
  at: "130802105215",
  starts: monday,
  cast: {
    first: { phone: "19900000028" },
    secretary: { phone: "19900000029" },
    agriculture: { phone: "19900000014" },
  },
  demo: { ago: 50 },
  steps: [
    submit("first", "matter-village", "八百亩地荒着，想请懂行的单位一起出主意。", { visibility: "public" }),
    act("secretary", "putOn", { unit: [department("agriculture")] }),
    act("agriculture", "join"),
    act("agriculture", "say", { words: "土质适合种稻，可以做稻田画。" }),
    act("secretary", "convene", { on: "2025-03-04", agenda: "村委会，议种什么" }),
    act("secretary", "hold", { words: "同意试种水稻。", present: 31 }, { after: days(1) }),
    see("secretary", { state: "待形成方案", actions: ["adopt", "anotherRound", "shelve"] }),
  ],
  figures: { meetings: 1, "plans-carried-out": 0 },
};

export const meetings: readonly Story[] = [parking, objected, waiting, village];
