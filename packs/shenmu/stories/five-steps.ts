/** Five hands on one matter: the normal way, a second round, what passes its limit, what is refused. */
import { act, hidden, minutes, refused, see, submit, told, wait } from "../../base/story-steps.ts";
import type { Story, StoryStep } from "../../story.ts";
import { grid, hands, monday } from "./people.ts";

const raise = submit("resident", "road", "巷子里的路坑坑洼洼，下雨一脚泥，老人出门总摔跤。", { visibility: "public" });

const toTheGrid: StoryStep[] = [
  raise,
  told("delegate", "新问题"),
  refused("worker", "writeOrder", "forbidden", { words: "我来开" }),
  act("delegate", "writeOrder", { words: "整巷约二百米路面破损，涉及六十多户，请尽快平整硬化。" }),
  told("committee", "请在"),
  see("delegate", { noActions: ["setPlan"] }),
  act("committee", "setPlan", {
    words: "先填坑后硬化：网格员协调施工队，一周内完工，雨天前通车。",
    to: ["@610881003002-g001"],
    helpers: ["@property-610881003002-01"],
  }),
  told("worker", "支部方案已定"),
  told("resident", "方案已定"),
];

const road: Story = {
  id: "road",
  title: "一条坑洼路，两圈修平",
  about: "居民提问题，代表开单子，支部定方案，网格员领任务；书记回头看没有通过，再走一圈才算修好。",
  at: grid,
  starts: monday,
  cast: { ...hands, property: { role: "unit-clerk", on: "property-610881003002-01" } },
  full: { times: 1 },
  demo: { ago: 120 },
  steps: [
    ...toTheGrid,
    act("worker", "take"),
    act("property", "join"),
    refused("worker", "complete", "not-allowed-now", { words: "填好了", photos: ["photo:路面"] }),
    act("property", "finishPart", { words: "小区门口一段已铺好。" }, { after: minutes(600) }),
    act("worker", "complete", { words: "坑洼已全部填平。", photos: ["photo:填平的路面"] }, { after: minutes(300) }),
    refused("committee", "solved", "forbidden", { words: "我看可以", photos: ["photo:路"] }),
    act("secretary", "again", { reason: "下过一场雨又积水，只填不硬化不行。" }, { after: minutes(400) }),
    told("resident", "重新定方案"),
    see("committee", { state: "待定方案", marks: ["再次办理"], actions: ["setPlan"] }),
    act("committee", "setPlan", { words: "做路基和排水，整条硬化。", to: ["@610881003002-g001"] }),
    act("worker", "take"),
    act(
      "worker",
      "complete",
      { words: "二百米路面已硬化，接通排水。", photos: ["photo:硬化的路面"] },
      { after: minutes(1500) },
    ),
    act("resident", "tell", { stars: 5, words: "晴天不吃土，雨天不踩泥，出门放心了。" }),
    act("secretary", "solved", { words: "雨后走了一遍，没有积水，住户都说好。", photos: ["photo:雨后路面"] }),
    told("resident", "回头看过"),
    see("neighbour", { state: "已办结" }),
    see("resident", {
      state: "已办结",
      timeline: ["提交", "开单子", "定方案", "领任务", "办结", "没有解决，再走一圈", "定方案", "看过了，已解决"],
    }),
  ],
  figures: { raised: 1, ordered: 1, "looked-back": 1, "again-and-solved": 1, "roads-repaired": 1, satisfied: 1 },
};

const silent: Story = {
  id: "silent-delegates",
  title: "代表一天没开单子，自动转社区代开",
  about: "过了时限，系统自己请社区代开；支部两天没有定方案，书记收到提醒。",
  at: grid,
  starts: monday,
  cast: { ...hands, street: { phone: "19900000003" } },
  demo: { ago: 46 },
  steps: [
    submit("resident", "facilities", "楼前的健身器材锈断了，孩子玩着危险。"),
    wait({ workingMinutes: 350 }),
    told("delegate", "等待代表开单子"),
    wait({ workingMinutes: 110 }),
    see("desk", { state: "待社区代开单子", actions: ["writeOrder", "refuse"] }),
    hidden("delegate"),
    told("desk", "请社区代开"),
    act("desk", "writeOrder", { words: "更换两件锈蚀器材，先围挡。" }),
    wait({ workingMinutes: 910 }),
    see("desk", { state: "待定方案", time: "late" }),
    told("secretary", "超过时限还没有支部定方案"),
  ],
  figures: { raised: 1, ordered: 1, planned: 0 },
};

const refusedOne: Story = {
  id: "not-ours",
  title: "不归网格管的，说明理由和去处",
  about: "欠薪要走劳动监察和仲裁，代表说明理由，告诉他去哪里；别的住户看不到这件事。",
  at: grid,
  starts: monday,
  cast: hands,
  demo: { ago: 30 },
  steps: [
    submit("resident", "other", "去年在工地干活，老板欠我两个月工钱没给。"),
    hidden("neighbour"),
    refused("delegate", "refuse", "invalid-input", { why: "legal", reason: "请走法定途径", goTo: "somewhere" }),
    act("delegate", "refuse", { why: "legal", reason: "欠薪由劳动部门处理，材料带齐就能立案。", goTo: "12348" }),
    told("resident", "12348"),
    see("resident", { state: "未受理" }),
  ],
  figures: { raised: 1, refused: 1, ordered: 0 },
};

const returned: Story = {
  id: "task-returned",
  title: "任务领不了，退回支部重新定",
  about: "网格员退回要专业资质的任务；没有人领时支部和书记都会收到提醒。",
  at: grid,
  starts: monday,
  cast: hands,
  demo: { ago: 20 },
  steps: [
    submit("resident", "utilities", "三号楼下水返臭，怀疑主管道裂了。"),
    act("delegate", "writeOrder", { words: "三号楼一单元八户返臭，请查主管道。" }),
    act("committee", "setPlan", { words: "网格员先开盖检查。", to: ["@610881003002-g001"] }),
    act("worker", "return", { reason: "要下井作业，需要专业资质。" }),
    told("committee", "需要专业资质"),
    see("resident", { state: "待定方案", notOnTimeline: ["这个任务领不了"] }),
    act("committee", "setPlan", { words: "请物业找有资质的队伍。", to: ["@property-610881003002-01"] }),
    wait({ hours: 1 }),
    told("secretary", "超过时限还没有领任务"),
  ],
  figures: { raised: 1, planned: 1 },
};

const nowhere: Story = {
  id: "where-is-it",
  title: "没说在哪里，街道先分到社区",
  about: "居民没有写地点，街道分到社区，代表收到；没分之前社区看不到。",
  at: grid,
  starts: monday,
  cast: { ...hands, street: { phone: "19900000003" } },
  demo: { ago: 11 },
  steps: [
    submit("resident", "sanitation", "路边污水井冒水，臭得很。", { node: null }),
    hidden("desk"),
    see("street", { state: "待分到社区", actions: ["place", "refuse"] }),
    act("street", "place", { to: "@610881003002" }),
    told("delegate", "请开单子"),
    see("delegate", { state: "待开单子", actions: ["writeOrder"] }),
  ],
  figures: { raised: 1, ordered: 0 },
};

export const fiveStepStories: readonly Story[] = [road, silent, refusedOne, returned, nowhere];
