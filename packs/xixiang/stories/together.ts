/** Units help: disputes mediated with them, parking spaces opened by them. */
import { act, hidden, minutes, refused, see, submit, told } from "../../base/story-steps.ts";
import type { Part, Story, StoryStep } from "../../story.ts";

const at = "610724001007-c01";
const starts = "2025-03-03 09:00";

const cast = {
  resident: { resident: true },
  neighbour: { resident: true },
  desk: { role: "community-desk" },
  culture: { role: "unit-clerk", on: "unit-610724-culture" },
  housing: { role: "unit-clerk", on: "dept-610724-housing" },
  property: { role: "unit-clerk", on: "property" },
} as const satisfies Record<string, Part>;

const mediated: Story = {
  id: "shared-wall",
  title: "单位党组织一起调解邻里纠纷",
  about: "一方是驻区单位职工，单位来人一起谈，社区主持，谈成后回访。",
  at,
  starts,
  cast,
  full: { times: 93, over: "compound" },
  demo: { ago: 110 },
  steps: [
    submit("resident", "dispute", "隔壁装修砸墙震裂了我家墙面，赔多少谈不拢。"),
    hidden("neighbour"),
    act("desk", "takeUp", { unit: ["@unit-610724-culture"], property: ["@~property"] }),
    told("culture", "请您参加调解"),
    act("culture", "join"),
    act("property", "join"),
    act("desk", "record", { words: "职工表示愿意赔，怕单位知道影响评先。" }),
    see("resident", { notOnTimeline: ["怕单位知道"] }),
    act("desk", "heard", { on: "2025-03-06", words: "周四晚七点，社区议事室" }),
    refused("desk", "agree", "not-allowed-now", { words: "赔偿", people: 2 }),
    act("culture", "finishPart", { words: "单位做了工作，本人同意赔。" }),
    act("property", "finishPart", { words: "物业核了裂缝长度和工价。" }),
    act("desk", "agree", { words: "赔付维修费，双方不再追究。", people: 4 }),
    act("desk", "kept", { words: "回访：钱已付，墙已修。" }, { after: minutes(2000) }),
    see("resident", { state: "协议已履行" }),
  ],
  figures: { mediated: 1 },
};

const opened = (spaces: number): readonly StoryStep[] => [
  submit("resident", "parking", "下班回来没地方停车，旁边单位的院子夜里都空着。"),
  act("desk", "approach", {
    to: ["@unit-610724-culture"],
    departments: ["@dept-610724-housing"],
    words: "夜间和周末开放院内车位",
  }),
  told("culture", "社区请您单位支持"),
  act("culture", "take"),
  act("housing", "join"),
  refused("culture", "offerTerms", "not-allowed-now", { spaces, words: "开放" }),
  act("housing", "finishPart", { words: "负责划线和指示牌。" }),
  act("culture", "offerTerms", { spaces, words: "晚七点到早七点开放，凭登记进出。" }, { after: minutes(900) }),
  refused("neighbour", "agree", "not-found"),
  act("desk", "agree"),
  act("culture", "opened", { words: "道闸改好，已经能进。" }, { after: minutes(900) }),
  act("desk", "confirmOpen"),
  see("resident", { state: "已解决" }),
];

const parking = (id: string, title: string, spaces: number, times: number): Story => ({
  id,
  title,
  about: "社区出面与单位谈，住建划线，社区到现场核实后公开。",
  at,
  starts,
  cast,
  full: { times, over: "compound" },
  steps: opened(spaces),
  figures: { "parking-opened": spaces },
});

const declined: Story = {
  id: "school-yard",
  title: "学校开放不了，换一家谈",
  about: "第一家说明开放不了的原因；与另一家正在协商。",
  at,
  starts,
  cast: { ...cast, school: { role: "unit-clerk", on: "school/primary" } },
  demo: { ago: 35 },
  steps: [
    submit("resident", "facilities", "市场边没有饮水的地方，摆摊的大叔大热天没水喝。"),
    act("desk", "approach", { to: ["@~school/primary"], words: "临街设一个饮水点" }),
    act("school", "decline", { reason: "上课时间不能对外，另有安全要求。" }),
    told("desk", "开放不了"),
    see("resident", { state: "待联系单位", notOnTimeline: ["开放不了"] }),
    act("desk", "approach", { to: ["@dept-610724-finance"], words: "用临街值班室设饮水点" }),
    see("desk", { state: "待单位答复" }),
  ],
  figures: { "parking-opened": 0 },
};

export const together: readonly Story[] = [
  mediated,
  { ...parking("parking-large", "单位院子夜间开放四十个车位", 40, 5), demo: { ago: 150 } },
  parking("parking-small", "单位院子夜间开放二十一个车位", 21, 5),
  declined,
];
