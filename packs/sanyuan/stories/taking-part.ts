/** 三原县: 73 units and their members register, and work through the three lists. */
import { call, look, putUp, seeMatter, step } from "../../base/part-steps.ts";
import { agreed, needClaimed, stillOpen, turnsOut, unitsRegister } from "../../base/part-stories.ts";
import type { Story } from "../../story.ts";

const chiyang = "610422001009";

const units = unitsRegister({
  id: "units-register",
  title: "单位党组织和在职党员报到",
  about: "县级单位党组织到社区报到，党员名单一并登记。",
  unit: `units-${chiyang}-001`,
  starts: "2025-03-10 09:00",
  members: { kind: "member", small: 4, full: 2100 },
  figures: { "registered-units": 1, "registered-members": 4 },
  full: { times: 73, over: "unit-branch" },
  demo: { ago: 240 },
});

const threeLists: Story = {
  id: "three-lists",
  title: "资源清单、需求清单、服务清单",
  about: "单位写资源，社区写需求和服务，审核后都开放认领。",
  at: `units-${chiyang}-002`,
  starts: "2025-04-14 09:00",
  cast: { unit: { role: "unit-secretary" }, desk: { role: "community-desk" }, resident: { resident: true } },
  steps: [
    putUp("unit", "resource", {
      kind: "resource",
      title: "义诊小组每月半天",
      words: "内科、康复科医生各一名。",
      bodyId: "@.",
      skills: ["medicine"],
    }),
    step("desk", "resource", "approve"),
    putUp("resident", "need", {
      kind: "need",
      title: "老人想在家门口量血压",
      words: "七十岁以上的有十几位，去医院不方便。",
      skills: ["medicine"],
    }),
    step("desk", "need", "approve"),
    putUp("desk", "service", { kind: "service", title: "慢病随访进住户", words: "每周一次，登门随访。", places: 4 }),
    look("unit", "claims.claimables", { list: "need", box: "open" }, { "items.0.title": "老人" }),
    seeMatter("resident", "service", { state: "开放认领" }),
  ],
  figures: { "listed-resources": 1, "listed-needs": 1, "listed-services": 1 },
  demo: { ago: 100 },
};

const met = needClaimed({
  id: "need-met",
  title: "对照需求清单，单位认领",
  about: "居民提出需求，单位党组织认领，办完由居民确认评价。",
  at: `units-${chiyang}-003`,
  starts: "2025-05-12 09:00",
  thing: { kind: "need", title: "小区路灯坏了一片", words: "晚上回家看不清台阶。" },
  claimant: { role: "unit-secretary" },
  body: "@.",
  did: "换了七盏灯，接线盒也换了新的。",
  figures: { "needs-met": 1 },
  demo: { ago: 40 },
});

const clinic = turnsOut({
  id: "free-clinic",
  title: "义诊进小区",
  about: "按小区特点办活动，居民报名，办完报成果。",
  at: `${chiyang}-c02`,
  starts: "2025-05-19 09:00",
  gathering: {
    kind: "event",
    title: "{pick:义诊进小区|家电维修日|青年交友会}",
    words: "带上医保卡，量血压、看片子。",
    venue: "小区工作站",
    capacity: 40,
  },
  hands: { residents: 3 },
  checksIn: false,
  result: "看了三十多位老人，转诊两位。",
  figures: { activities: 1 },
  demo: { ago: 70 },
});

const room: Story = {
  id: "room-booked",
  title: "活动室免费预约",
  about: "居民看着时段约活动室，社区确认；同一时段只给一个人。",
  at: `${chiyang}-c03`,
  starts: "2025-05-21 09:00",
  cast: { desk: { role: "community-desk" }, one: { resident: true }, two: { resident: true } },
  steps: [
    call("desk", "bookings.addBookable", { kind: "room", nodeId: "@~community", name: "书画室" }, { name: "room" }),
    call(
      "one",
      "bookings.book",
      { placeId: "#room", startsAt: "2025-05-23 14:00", slots: 2, data: { what: "书法小组", people: 12 } },
      { name: "mine" },
    ),
    call(
      "two",
      "bookings.book",
      { placeId: "#room", startsAt: "2025-05-23 15:00", data: { what: "合唱", people: 8 } },
      { refused: "already-taken" },
    ),
    call("desk", "bookings.actOnBooking", {
      bookingId: "#mine.items.0.id",
      action: "confirm",
      version: "#mine.items.0.version",
    }),
  ],
  demo: { ago: 26 },
};

const paper = agreed({
  id: "joint-paper",
  title: "单位与社区签订共建协议",
  about: "社区起草，单位同意，按清单一年做几件事。",
  unit: `units-${chiyang}-004`,
  starts: "2025-03-24 09:00",
  what: "共建协议书",
  items: ["每月一次义诊", "开放图书室"],
  demo: { ago: 160 },
});

const open = stillOpen({
  at: "610422001009-c04",
  starts: "2025-06-09 09:00",
  gathering: { kind: "event", title: "邻里音乐会", words: "会什么乐器都能来。", venue: "书法广场" },
  registration: "member",
});

export const takingPart: readonly Story[] = [units, threeLists, met, clinic, room, paper, open];
