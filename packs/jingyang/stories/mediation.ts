/** The mediation room: what is said there stays there. */
import { act, days, hidden, minutes, refused, see, submit, told, wait } from "../../base/story-steps.ts";
import type { Part, Story, StoryStep } from "../../story.ts";

const cast = {
  resident: { resident: true },
  neighbour: { resident: true },
  desk: { role: "community-desk" },
  lead: { role: "team-lead", on: "team/mediation" },
  police: { role: "unit-clerk", on: "dept-610423-police" },
  lawyer: { role: "unit-clerk", on: "dept-610423-justice" },
  housing: { role: "unit-clerk", on: "dept-610423-housing" },
  leader: { role: "county-leader" },
} as const satisfies Record<string, Part>;

const at = "610423001008-c01";

const arranged: readonly StoryStep[] = [
  submit("resident", "mediation", "合伙开店散伙分账，吵了三个月，愿意请人来谈。", { visibility: "confidential" }),
  hidden("neighbour"),
  hidden("leader"),
  act("desk", "arrange", {
    to: ["@~team/mediation"],
    police: ["@dept-610423-police"],
    lawyer: ["@dept-610423-justice"],
    hint: "一方情绪激动，先分开谈。",
  }),
  told("lead", "请您主持调解"),
  told("police", "请您参加调解"),
  hidden("housing"),
  act("lead", "take"),
  act("police", "join"),
  act("lawyer", "join"),
  act("lead", "record", { words: "甲方私下说账本有一笔没记。" }),
  see("desk", { notOnTimeline: ["甲方私下说"] }),
  see("resident", { state: "分头听取双方", notOnTimeline: ["甲方私下说"] }),
  see("lawyer", { timeline: ["调解笔录"] }),
  act("lead", "heard", { on: "2025-03-06", words: "周四下午三点，社区调解室" }, { after: minutes(300) }),
];

const parts: readonly StoryStep[] = [
  act("police", "finishPart", { words: "双方承诺不再到对方家门口。" }, { after: minutes(900) }),
  act("lawyer", "finishPart", { words: "账目逐笔核过，按出资比例分。" }),
];

const settled: Story = {
  id: "partners",
  title: "散伙分账，民警律师一起调解",
  about: "调解队主持，民警、律师各做一份；笔录只有调解人员看得到，协议做到了才算了结。",
  at,
  starts: "2025-03-03 09:00",
  cast,
  full: { times: 61, over: "compound" },
  demo: { ago: 115 },
  steps: [
    ...arranged,
    refused("lead", "agree", "not-allowed-now", { words: "先签了", people: 2 }),
    ...parts,
    act("lead", "agree", { words: "按出资六四分账，十日内付清。", people: 2 }),
    told("resident", "达成了协议"),
    act("resident", "confirm", { solved: true, stars: 5, words: "钱到了。" }, { after: days(12) }),
    see("resident", { state: "协议已履行" }),
    see("desk", { state: "协议已履行" }),
  ],
  figures: { mediated: 1 },
};

const broken: Story = {
  id: "not-kept",
  title: "协议没有做到，回到调解桌",
  about: "到期回访发现没有付钱，再谈一次；仍然谈不成，告诉可以起诉。",
  at,
  starts: "2025-03-03 09:00",
  cast,
  steps: [
    ...arranged,
    ...parts,
    act("lead", "agree", { words: "十日内付清。", people: 2 }),
    wait(days(31)),
    see("lead", { time: "late" }),
    act("lead", "broken", { reason: "约定的钱没有付。" }),
    told("resident", "再谈一次"),
    see("lead", { state: "面对面调解", marks: ["再次调解"] }),
    refused("lead", "fail", "invalid-input", { reason: "对方不来了" }),
    act("lead", "fail", { reason: "对方不再露面。", goTo: "court" }),
    told("resident", "人民法院立案庭"),
    see("resident", { state: "调解不成，已告知去处" }),
  ],
  figures: { mediated: 0 },
};

const waiting: Story = {
  id: "fence",
  title: "围栏占了公共绿地，正在分头听取",
  about: "主持人已接手，民警还没有到场。",
  at,
  starts: "2025-03-03 09:00",
  cast,
  demo: { ago: 14 },
  steps: arranged.slice(0, 8),
  figures: { mediated: 0 },
};

export const mediations: readonly Story[] = [settled, broken, waiting];
