/** 神木市: what a member does is recognised where they live and at their unit, and counted once; plots and cards. */
import { call, come, look, recruit, report, signUp, step } from "../../base/part-steps.ts";
import { agreed, registerFirst, stillOpen, takenOn, unitsRegister } from "../../base/part-stories.ts";
import { days } from "../../base/story-steps.ts";
import type { Story } from "../../story.ts";

const community = "610881003002";
const unit = `units-${community}-001`;

const units = unitsRegister({
  id: "units-register",
  title: "单位党组织双报到",
  about: "机关和企事业单位党组织到社区报到，党员名单一并登记。",
  unit,
  starts: "2025-03-17 09:00",
  members: { kind: "member", small: 3, full: 900 },
  figures: { "registered-units": 1, "registered-members": 3 },
  full: { times: 60, over: "unit-branch" },
  demo: { ago: 260 },
});

const recognisedTwice: Story = {
  id: "recognised-at-both",
  title: "报到地和居住地都认，只记一次",
  about: "单位的党员在居住的社区做了两小时服务：本人记一次，社区和单位各自看得到，全市合计不重复。",
  at: `${community}-g003`,
  starts: "2025-05-12 09:00",
  cast: {
    desk: { role: "community-desk" },
    hands: { residents: 3 },
    unit: { role: "unit-secretary", on: "unit-branch" },
    county: { role: "county-desk" },
  },
  steps: [
    call(
      "hands",
      "registrations.register",
      { kind: "member", node: "@~community", unit: "@~unit-branch" },
      { each: true, name: "registration{i}" },
    ),
    step("desk", "registration{i}", "confirm", {}, { times: 3 }),
    call("hands", "points.join", {}, { each: true }),
    ...recruit("desk", {
      kind: "service",
      title: "巷道清雪",
      words: "带上铁锹，把主巷道的雪清出来。",
      venue: "爱民路口",
      shifts: [2],
    }),
    signUp("hands"),
    ...come("desk", "hands", "in", 0, { hours: 24 }),
    ...come("desk", "hands", "out", 0, { hours: 2 }),
    ...report("desk", "主巷道通了，顺手清了老人家门口。"),
    look("hands", "points.mine", {}, { balance: 4 }),
    look("desk", "points.recognised", { node: "@~community", period: "2025" }, { "home.points": 12, "home.deeds": 3 }),
    look(
      "unit",
      "points.recognised",
      { node: "@~unit-branch", period: "2025" },
      { "unit.points": 12, "unit.deeds": 3 },
    ),
    look(
      "county",
      "points.recognised",
      { node: "@610881", period: "2025" },
      { "home.points": 12, "unit.points": 12, "together.points": 12 },
    ),
  ],
  figures: { "registered-members": 3 },
  full: { times: 30, over: "grid" },
  demo: { ago: 60 },
};

/** Sums of points are asked for a whole year and of whole communities only, so that they say nothing of one person. */
const yearOfRecognition: Story = {
  id: "year-of-recognition",
  title: "年底合计：两边都认，不重复算",
  about: "一年里居住地社区认可的、单位认可的各是多少，全市合计一件事只算一次。",
  at: community,
  starts: "2025-01-07 09:00",
  cast: { county: { role: "county-desk" } },
  steps: [
    look(
      "county",
      "points.recognised",
      { node: "@610881", period: "2025" },
      {
        "home.points": "share:12/360",
        "unit.points": "share:12/360",
        "together.points": "share:12/360",
        "together.deeds": "share:3/90",
      },
      { after: days(355) },
    ),
  ],
  full: { times: 1 },
};

const plot = takenOn({
  id: "plot-taken",
  title: "党员责任田",
  about: "网格里划出责任田，报到党员认领，记下走访了谁家。",
  at: `${community}-c03`,
  starts: "2025-04-14 09:00",
  before: registerFirst("helper"),
  thing: { kind: "plot", title: "爱民路东巷十二户", words: "门口有事先找我。", lng: 110.5, lat: 38.83 },
  claimant: { resident: true },
  note: "走访了十二户，两户老人要人帮买药。",
  figures: { plots: 1 },
  demo: { ago: 110 },
});

const card = takenOn({
  id: "contact-card",
  title: "民情联系卡",
  about: "把联系卡送到家，有事找得到人。",
  at: `${community}-c04`,
  starts: "2025-04-15 09:00",
  before: registerFirst("helper"),
  thing: { kind: "card", title: "第三网格联系卡", words: "二十户，一户一张。" },
  claimant: { resident: true },
  note: "二十张卡都送到了。",
  figures: { cards: 1 },
  demo: { ago: 100 },
});

const paper = agreed({
  id: "grid-paper",
  title: "单位与社区签共建协议",
  about: "单位把资源拿到网格里来，写明做什么。",
  unit: `units-${community}-002`,
  starts: "2025-03-31 09:00",
  what: "双报到共建协议书",
  items: ["每月一次网格清洁", "开放停车场"],
  demo: { ago: 170 },
});

const open = stillOpen({
  at: "610881003002-c05",
  starts: "2025-06-09 09:00",
  gathering: { kind: "service", title: "巷道口种花", words: "带上小铲子，花苗网格准备。", venue: "爱民路口" },
  registration: "member",
});

export const takingPart: readonly Story[] = [units, recognisedTwice, yearOfRecognition, plot, card, paper, open];
