/** What ended otherwise: answered, diverted with a reason and an address, merged; and what went to departments together. */
import { act, hidden, minutes, refused, see, submit, told, wait } from "../../base/story-steps.ts";
import type { Story, StoryStep } from "../../story.ts";
import { community, department, monday, voices } from "./people.ts";

const consult: Story = {
  id: "consult-answered",
  title: "咨询：请民政部门答复",
  about: "社区请部门答复；居民没有评价，五个工作日后自己归档。",
  at: community,
  starts: monday,
  cast: { ...voices, civil: { phone: "19900000018" }, labour: { phone: "19900000019" } },
  full: { times: 4 },
  demo: { ago: 60 },
  steps: [
    submit("resident", "policy", "母亲八十岁了，高龄津贴怎么申请，要带什么？", { kind: "consult" }),
    act("desk", "accept"),
    act("desk", "passToExpert", { to: [department("labour")] }),
    act("labour", "return", { reason: "高龄津贴归民政。" }),
    act("desk", "passToExpert", { to: [department("civil-affairs")] }),
    told("civil", "居民咨询"),
    act("civil", "answerResident", { words: "带身份证和银行卡到社区窗口，当月受理下月发。" }),
    told("resident", "下月发"),
    wait({ days: 8 }),
    see("resident", { state: "已办结", timeline: ["答复", "归档"] }),
  ],
  figures: { opinions: 1, "solved-here": 0, "ended-otherwise": 1 },
};

interface Diversion {
  readonly why: string;
  readonly category: string;
  readonly words: string;
  readonly reason: string;
  readonly goTo: string;
  readonly says: string;
  readonly ends: string;
  readonly metric: string;
  readonly times: number;
}

const diversions: readonly Diversion[] = [
  {
    why: "emergency",
    category: "other",
    words: "隔壁有人打起来了，快来人！",
    reason: "正在发生的危险请马上报警，不要等网上答复。",
    goTo: "110",
    says: "110",
    ends: "已引导拨打紧急电话",
    metric: "to-emergency",
    times: 1,
  },
  {
    why: "legal",
    category: "other",
    words: "和前夫的抚养费官司想请社区判一下。",
    reason: "抚养费争议由法院裁判，可先申请法律援助。",
    goTo: "12348",
    says: "12348",
    ends: "已引导走法定途径",
    metric: "to-legal",
    times: 2,
  },
  {
    why: "repeated",
    category: "noise",
    words: "还是上个月那件事，没有新情况，再说一遍。",
    reason: "上月已答复并处理，没有新情况；有新情况请补充说明。",
    goTo: "12345",
    says: "没有新情况",
    ends: "重复反映，见上次答复",
    metric: "repeated",
    times: 1,
  },
  {
    why: "privacy",
    category: "other",
    words: "我要公开某某的病历让大家看看。",
    reason: "他人病历属个人隐私，不能在这里公开或转交。",
    goTo: "court",
    says: "个人隐私",
    ends: "涉密涉私，已引导当面反映",
    metric: "private",
    times: 1,
  },
  {
    why: "remit",
    category: "other",
    words: "高速收费口排队太久，请社区管一管。",
    reason: "高速收费由省级部门管理，热线会转到负责单位。",
    goTo: "12345",
    says: "12345",
    ends: "已引导到负责单位",
    metric: "out-of-remit",
    times: 2,
  },
  {
    why: "unlawful",
    category: "other",
    words: "请社区帮我把欠钱的人家门锁了。",
    reason: "限制他人出入违反法律，追债请走诉讼。",
    goTo: "court",
    says: "违反法律",
    ends: "依法不予受理",
    metric: "unlawful",
    times: 1,
  },
];

const divertedStory = ({ why, category, words, reason, goTo, says, ends, metric, times }: Diversion): Story => ({
  id: `divert-${why}`,
  title: `分流：${ends}`,
  about: "不归社区办的，说明理由，告诉去处；不服的可以请街道复核。",
  at: community,
  starts: monday,
  cast: voices,
  full: { times, over: "community" },
  ...(why === "remit" ? { demo: { ago: 25 } } : {}),
  steps: [
    submit("resident", category, words, { kind: "help" }),
    refused("desk", "divert", "invalid-input", { why, reason, goTo: "nowhere" }),
    act("desk", "divert", { why, reason, goTo }),
    told("resident", says),
    see("resident", { state: ends, actions: ["contest"] }),
  ],
  figures: { opinions: 1, [metric]: 1, "ended-otherwise": 1 },
});

const merged: Story = {
  id: "merged-twin",
  title: "两家反映同一处漏水，并成一件",
  about: "后来的并入先前的，两家都收到每一步；先前的一件解决。",
  at: community,
  starts: monday,
  cast: voices,
  // The earlier case of each pair counts among those solved.
  full: { times: 1, over: "community" },
  steps: [
    submit("resident", "pipes", "楼前水管爆了，水往地下室灌。", { kind: "help" }),
    submit("neighbour", "pipes", "我们楼前水管也在冒水！", { kind: "help", case: "twin" }),
    act("desk", "merge", { into: "#one" }, { on: "twin", after: minutes(5) }),
    told("neighbour", "已合并办理", "twin"),
    act("desk", "accept", {}, { after: minutes(5) }),
    act("desk", "dispatch", { to: ["@~team/volunteer"] }, { after: minutes(5) }),
    act("team", "take", {}, { after: minutes(5) }),
    told("neighbour", "已接手"),
    act("team", "complete", { words: "关阀换管，已通水。", photos: ["photo:换好的水管"] }, { after: minutes(200) }),
    act("resident", "rate", { stars: 5, solved: true }),
  ],
  figures: { opinions: 2, "solved-here": 1, merged: 1, "ended-otherwise": 1 },
};

const together: StoryStep[] = [
  act(
    "desk",
    "escalate",
    {
      to: [department("water"), department("housing")],
      words: "水利局清淤河道，住建局接通小区主管，汛期前完成。",
    },
    { opens: { water: department("water"), housing: department("housing") } },
  ),
  told("resident", "已报请有关部门协调解决"),
  ...["water", "housing"].flatMap((as): StoryStep[] => [
    act(as, "take", {}, { on: as }),
    act(as, "complete", { words: "已完成。", photos: ["photo:施工现场"] }, { on: as, after: minutes(900) }),
    act("desk", "confirm", { words: "现场看过，确已完成。" }, { on: as }),
  ]),
];

const escalated: Story = {
  id: "hard-drainage",
  title: "年年内涝，报请部门一起解决",
  about: "社区办不了的重点难点：两个部门各办一份，都办完才请居民看解决了没有。",
  at: community,
  starts: monday,
  cast: { ...voices, housing: { phone: "19900000008" }, water: { role: "unit-clerk", on: "dept-610902-water" } },
  full: { times: 7, over: "community" },
  demo: { ago: 100 },
  steps: [
    submit("resident", "pipes", "一下大雨院子就齐膝深的水，年年如此。", { kind: "help", visibility: "public" }),
    act("desk", "accept"),
    refused("desk", "escalate", "invalid-input", { to: ["@610902001003"], words: "请帮忙" }),
    ...together,
    see("desk", { state: "待居民反馈", marks: ["部门协调"] }),
    act("resident", "rate", { stars: 5, solved: true, words: "今年没有再淹。" }, { after: minutes(600) }),
  ],
  figures: { opinions: 1, escalated: 1, "solved-here": 0, "ended-otherwise": 0 },
};

const contested: Story = {
  id: "refusal-contested",
  title: "对不受理有异议，街道复核后受理",
  about: "居民七天内提出异议，街道复核认为应当受理；首接的社区继续负责。",
  at: community,
  starts: monday,
  cast: { ...voices, street: { role: "subdistrict-desk" } },
  demo: { ago: 40 },
  steps: [
    submit("resident", "roads", "巷口路灯杆歪了，压着通信线。", { kind: "help" }),
    hidden("neighbour"),
    act("desk", "divert", { why: "remit", reason: "通信线路归运营商。", goTo: "12345" }),
    act("resident", "contest", { words: "歪的是路灯杆，不是通信杆。" }),
    told("street", "请复核"),
    refused("desk", "takeUp", "forbidden", { reason: "那就办" }),
    act("street", "takeUp", { reason: "路灯杆属社区协调范围，请受理。" }),
    told("resident", "应当受理"),
    act("desk", "accept"),
    see("desk", { state: "待派单" }),
  ],
  figures: { opinions: 1, "out-of-remit": 0, vetted: 1 },
};

const disputed: Story = {
  id: "dispatch-objected",
  title: "派错了可以异议，首接单位一直负责",
  about: "部门对派单有异议，街道复核前首接的社区受理员都会收到；驳回后不能再异议。",
  at: community,
  starts: monday,
  cast: { ...voices, street: { role: "subdistrict-desk" }, urban: { phone: "19900000021" } },
  demo: { ago: 14 },
  steps: [
    submit("resident", "appearance", "路口烧烤摊油烟呛人。", { kind: "help" }),
    act("desk", "accept"),
    act("desk", "dispatch", { to: [department("urban-management")] }),
    act("urban", "object", { reason: "油烟超标应由生态环境局处理。" }),
    see("resident", { state: "异议复核中", notOnTimeline: ["对派单有异议"] }),
    wait({ workingMinutes: 460 }),
    told("desk", "复核派单异议"),
    act("street", "reject", { reason: "占道烧烤由城管处置，环境部门配合监测。" }),
    refused("urban", "object", "not-allowed-now", { reason: "还是不归我们" }),
    act("urban", "take"),
    see("urban", { state: "办理中" }),
  ],
  figures: { opinions: 1 },
};

export const otherwise: readonly Story[] = [
  consult,
  ...diversions.map(divertedStory),
  merged,
  escalated,
  contested,
  disputed,
];
