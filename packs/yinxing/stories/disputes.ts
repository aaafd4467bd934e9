/** A dispute between neighbours, with a lawyer at the table. */
import { act, days, hidden, minutes, refused, see, submit, told } from "../../base/story-steps.ts";
import type { Part, Story, StoryStep } from "../../story.ts";

const cast = {
  resident: { resident: true },
  neighbour: { resident: true },
  desk: { role: "community-desk" },
  mediator: { role: "mediator" },
  lawyer: { role: "lawyer", on: "unit-510682001008-02" },
  county: { role: "county-leader" },
} as const satisfies Record<string, Part>;

const base = { at: "510682001008-c01", starts: "2025-03-03 09:00", cast } as const;

const begun: readonly StoryStep[] = [
  submit("resident", "neighbours", "楼上漏水三次，天花板都掉皮了，说好修又不修。", { visibility: "confidential" }),
  hidden("neighbour"),
  hidden("county"),
  act("desk", "arrange", { to: ["@510682001008"], lawyer: ["@unit-510682001008-02"], hint: "楼上是租户。" }),
  told("mediator", "请您主持调解"),
  told("lawyer", "请您参加调解"),
  act("mediator", "take"),
];

const settled: Story = {
  ...base,
  id: "leak",
  title: "楼上漏水，律师讲清谁该修",
  about: "调解员主持，律师参加；笔录不外露；协议做到了才算了结。",
  demo: { ago: 130 },
  steps: [
    ...begun,
    act("lawyer", "join"),
    act("mediator", "record", { words: "房东说手头紧，愿意分两次付。" }),
    see("desk", { notOnTimeline: ["手头紧"] }),
    see("resident", { notOnTimeline: ["手头紧"] }),
    act("mediator", "heard", { on: "2025-03-05", words: "周三晚七点，社区议事室" }),
    refused("mediator", "agree", "not-allowed-now", { words: "签了", people: 2 }),
    act("lawyer", "finishPart", { words: "讲了相邻关系和举证，双方都认。" }, { after: minutes(900) }),
    act("mediator", "agree", { words: "房东一周内修好防水，赔付粉刷费。", people: 3 }),
    act("resident", "confirm", { solved: true, stars: 5, words: "修好了，谢谢律师。" }, { after: days(9) }),
    see("resident", { state: "协议已履行" }),
  ],
  figures: { mediated: 1 },
};

const avoided: Story = {
  ...base,
  id: "relative",
  title: "主持人与一方有亲戚，换人",
  about: "调解员提出回避，退回社区另请人。",
  demo: { ago: 8 },
  steps: [
    ...begun.slice(0, 5),
    act("mediator", "return", { reason: "与一方有亲属关系，应当回避" }),
    told("desk", "不能主持"),
    see("desk", { state: "待安排调解", actions: ["arrange", "takeUp"] }),
    see("resident", { state: "待安排调解", notOnTimeline: ["不适合主持"] }),
  ],
  figures: { mediated: 0 },
};

export const disputes: readonly Story[] = [settled, avoided];
