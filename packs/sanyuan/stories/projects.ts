/** Venues built and improved, under a weekly look, with what they cost by source. */
import { act, days, hidden, minutes, refused, see, submit, told, wait } from "../../base/story-steps.ts";
import type { Part, Story, StoryStep } from "../../story.ts";

const at = "610422001009";
const starts = "2025-03-03 09:00";

const cast = {
  town: { role: "subdistrict-desk" },
  county: { role: "county-desk" },
  builder: { role: "unit-clerk", on: "dept-610422-housing" },
  resident: { resident: true },
} as const satisfies Record<string, Part>;

interface Venue {
  readonly kind: "new" | "upgrade";
  readonly fiscal: number;
  readonly projects: number;
  readonly own: number;
  readonly dues: number;
}

const propose = ({ kind, fiscal, projects, own, dues }: Venue): StoryStep[] => [
  submit("town", "venue", kind === "new" ? "新建社区党群服务中心" : "改造提升社区党群服务中心", {
    data: {
      kind,
      way: kind === "new" ? "allot" : "own",
      budget: fiscal + projects + own + dues,
      planned: "2025-06-30",
    },
  }),
  refused("town", "approve", "forbidden", { to: ["@dept-610422-housing"] }),
  act("county", "approve", { to: ["@dept-610422-housing"] }),
  act("builder", "take"),
];

const reportWeek = (percent: number, words: string): StoryStep =>
  act("builder", "reportWeek", { percent, words, photos: ["photo:施工现场"] }, { after: days(6) });
const check = act("town", "check", { words: "按计划推进。" });

const venue = (id: string, title: string, times: number, one: Venue): Story => ({
  id,
  title,
  about: "审批、每周督导、验收决算，没有配套资金、政策和项目的不挂牌。",
  at,
  starts,
  cast,
  full: { times, over: "community" },
  steps: [
    ...propose(one),
    refused("builder", "finish", "not-allowed-now", { words: "完工" }),
    reportWeek(45, "主体完成，下周装修。"),
    told("town", "本周进度 45%"),
    check,
    reportWeek(100, "装修和设备到位。"),
    act("town", "demand", { reason: "无障碍坡道太陡。" }),
    act("builder", "mended", { words: "坡道重做，坡度合格。" }, { after: minutes(900) }),
    check,
    act("town", "bulletin", { words: "本月进度正常。" }),
    act("builder", "finish", { words: "已完工清场。" }),
    refused("town", "accept", "forbidden"),
    act("county", "accept", {
      fiscal: one.fiscal,
      projects: one.projects,
      own: one.own,
      dues: one.dues,
      area: 620,
      words: "功能齐全，验收合格。",
    }),
    act("county", "hang", { funds: true, policy: true, backing: true }),
    see("town", { state: "已开放" }),
  ],
  figures: {
    [one.kind === "new" ? "venues-new" : "venues-upgraded"]: 1,
    "funds-fiscal": one.fiscal,
    "funds-projects": one.projects,
    "funds-own": one.own,
    "funds-dues": one.dues,
  },
});

const underway: Story = {
  id: "late-week",
  title: "一周没报进度，督导知道",
  about: "建设单位一周没有报进度，系统告诉督导的街道；居民看不到工地上的往来。",
  at,
  starts,
  cast,
  demo: { ago: 100 },
  steps: [
    ...propose({ kind: "upgrade", fiscal: 90, projects: 0, own: 10, dues: 0 }),
    wait(days(8)),
    see("builder", { state: "施工中", time: "late" }),
    told("town", "超过时限还没有本周进度"),
    hidden("resident"),
    reportWeek(20, "材料晚到，本周补齐。"),
    see("town", { state: "待本周督导", actions: ["check", "demand"] }),
  ],
  figures: { "venues-upgraded": 0, "funds-fiscal": 0 },
};

const noPlate: Story = {
  id: "no-plate",
  title: "没有政策依据，开放但不挂牌",
  about: "验收合格可以开放，挂牌要有配套资金、政策和项目。",
  at,
  starts,
  cast,
  demo: { ago: 150 },
  steps: [
    ...propose({ kind: "upgrade", fiscal: 30, projects: 0, own: 0, dues: 5 }),
    reportWeek(100, "小型改造一周完成。"),
    check,
    act("builder", "finish", { words: "完工。" }),
    act("county", "accept", { fiscal: 30, projects: 0, own: 0, dues: 5, area: 80, words: "合格。" }),
    act("county", "hang", { funds: true, policy: false, backing: true }),
    see("town", { state: "已开放" }),
  ],
  figures: { "venues-upgraded": 1, "funds-fiscal": 30, "funds-dues": 5 },
};

export const projects: readonly Story[] = [
  venue("venue-new", "新建一处党群服务中心", 6, { kind: "new", fiscal: 200, projects: 40, own: 25, dues: 10 }),
  venue("venue-upgrade", "改造提升一处党群服务中心", 2, {
    kind: "upgrade",
    fiscal: 100,
    projects: 20,
    own: 15,
    dues: 15,
  }),
  venue("venue-last", "自筹较多的一处改造", 1, { kind: "upgrade", fiscal: 100, projects: 20, own: 20, dues: 10 }),
  underway,
  noPlate,
];
