/** Wishes: claimed by a unit, named to one, or told where to go. */
import { act, days, hidden, minutes, refused, see, submit, told, wait } from "../../base/story-steps.ts";
import type { Part, Story, StoryStep } from "../../story.ts";

const at = "610724001007-c01";
const starts = "2025-03-03 09:00";

const cast = {
  resident: { resident: true },
  neighbour: { resident: true },
  desk: { role: "community-desk" },
  culture: { role: "unit-clerk", on: "unit-610724-culture" },
  tobacco: { role: "unit-clerk", on: "unit-610724-tobacco" },
  finance: { role: "unit-clerk", on: "dept-610724-finance" },
} as const satisfies Record<string, Part>;

const offer = act("desk", "offerToUnits", {
  to: ["@unit-610724-culture", "@unit-610724-tobacco"],
  hint: "孩子住三楼，家里情况核实过。",
});
const book = "想要一套五年级的课外书，家里买不起新的。";

const fulfil = (by: string): readonly StoryStep[] => [
  act(by, "fulfil", { words: "送去二十本书和一个书架。", photos: ["photo:书架"] }, { after: minutes(900) }),
  told("resident", "实现了"),
  act("resident", "thank", { solved: true, stars: 5, words: "孩子高兴坏了。", agree: true }),
];

const claimed: Story = {
  id: "books",
  title: "一套课外书，文化馆认领",
  about: "社区核实后发给几家单位，先到先得；实现后拍照反馈，本人同意才上心愿墙。",
  at,
  starts,
  cast,
  demo: { ago: 125 },
  steps: [
    submit("resident", "wish-thing", book),
    hidden("neighbour"),
    hidden("culture"),
    offer,
    told("culture", "等您单位认领"),
    hidden("finance"),
    act("culture", "claim"),
    told("resident", "认领了您的心愿"),
    refused("tobacco", "claim", "not-allowed-now"),
    refused("culture", "fulfil", "invalid-input", { words: "送到了" }),
    ...fulfil("culture"),
    see("resident", { state: "已实现" }),
  ],
  figures: { wishes: 1, "wishes-claimed": 1, "wishes-granted": 1 },
};

const unclaimed: Story = {
  id: "heater",
  title: "五天没人认领，社区点名",
  about: "到期由系统交还社区点名；第一家有困难，说明后换一家。",
  at,
  starts,
  cast,
  demo: { ago: 140 },
  steps: [
    submit("resident", "wish-thing", "母亲屋里冷，想要一个取暖器。"),
    offer,
    wait(days(8)),
    see("desk", { state: "待点名单位", marks: ["曾无人认领"] }),
    told("desk", "没有人认领"),
    hidden("culture"),
    act("desk", "name", { to: ["@dept-610724-finance"], reason: "贵单位去年帮过同楼住户。" }),
    act("finance", "decline", { reason: "今年的帮扶款已用完。" }),
    see("resident", { state: "待点名单位", notOnTimeline: ["有困难"] }),
    act("desk", "name", { to: ["@unit-610724-tobacco"], reason: "国企驿站有同类物资。" }),
    act("tobacco", "claim"),
    ...fulfil("tobacco"),
  ],
  figures: { wishes: 1, "wishes-granted": 1 },
};

const refusedWish: Story = {
  id: "cash",
  title: "要现金救助，告诉去哪里申请",
  about: "救助要走民政的手续，不作为心愿认领。",
  at,
  starts,
  cast,
  steps: [
    submit("resident", "wish-help", "家里遭了火灾，想要一笔钱。"),
    act("desk", "refuse", {
      why: "remit",
      reason: "这属于临时救助，民政可以按政策给钱，社区陪您去办。",
      goTo: "civil-affairs",
    }),
    told("resident", "县民政局社会救助股"),
    see("resident", { state: "未受理" }),
  ],
  figures: { refused: 1, "wishes-granted": 0 },
};

const open: Story = {
  id: "haircut",
  title: "请人上门理发，正等认领",
  about: "全员可认领，等待中。",
  at,
  starts,
  cast: { ...cast, team: { role: "team-lead", on: "team/volunteer" } },
  demo: { ago: 10 },
  steps: [
    submit("resident", "wish-help", "父亲卧床，想请人上门理个发。"),
    act("desk", "openToAll"),
    see("team", { state: "待认领", actions: ["claim"] }),
    hidden("culture"),
  ],
  figures: { wishes: 1, "wishes-claimed": 0 },
};

export const wishes: readonly Story[] = [claimed, unclaimed, refusedWish, open];
