/** 武功县 "双报到·为民行": members take posts by profession, branches serve what residents order, classes are held. */
import { call, claim, look, putUp, seeMatter, shared, step } from "../../base/part-steps.ts";
import { agreed, needClaimed, stillOpen, turnsOut, unitsRegister } from "../../base/part-stories.ts";
import { hours } from "../../base/story-steps.ts";
import type { Story } from "../../story.ts";
import { posts } from "../claims.ts";

const east = "610431001001";

const branches = unitsRegister({
  id: "branches-register",
  title: "机关党支部报到，志愿者登记",
  about: "机关党支部到联系社区报到，交来的党员志愿者名单由社区登记。",
  unit: `units-${east}-001`,
  starts: "2025-02-24 09:00",
  data: { memberCount: 18 },
  members: { kind: "volunteer", small: 2, full: 1877 },
  figures: { "unit-branches": 1, volunteers: 2 },
  full: { times: 157, over: "unit-branch" },
  demo: { ago: 260 },
});

/** Five or six members on each grid, a post for each profession in turn. */
const members = shared(3, 280);
const byProfession: Story = {
  id: "posts-by-profession",
  title: "法官认领调解岗，教师认领宣传岗，民警认领安全岗",
  about: "社区设岗，在职党员报到后按职业和专长认领，社区看得到每个人认了什么岗。",
  at: `${east}-g002`,
  starts: "2025-03-10 09:00",
  cast: { desk: { role: "community-desk" }, members: { residents: members } },
  steps: [
    call(
      "members",
      "registrations.register",
      { kind: "member", node: "@~community", skills: ["law", "teaching"], data: { profession: "法官" } },
      { each: true, name: "registration{i}" },
    ),
    step("desk", "registration{i}", "confirm", {}, { times: members }),
    putUp("desk", "post", {
      kind: `{pick:${posts.join("|")}}`,
      title: "{pick:民事调解|政策宣传|平安守护|文明督导|环境治理|法律援助|快递驿站}岗",
      words: "工作在单位、服务在小区、奉献双岗位。",
      places: 10,
    }),
    claim("members", "post", "claim{i}", {}, { each: true }),
    step("members", "claim1", "note", { words: "今天值了第一次岗。" }, { after: hours(48) }),
    seeMatter("desk", "claim1", { state: "进行中", timeline: ["记录进展"] }),
  ],
  figures: { "posts-claimed": 3 },
  full: { times: 48, over: "grid" },
  demo: { ago: 90 },
};

const order = needClaimed({
  id: "order-served",
  title: "群众点单，支部接单",
  about: "居民点单清扫楼道，社区审核后开放，机关党支部接单，居民确认、评价。",
  at: `units-${east}-002`,
  starts: "2025-04-07 09:00",
  thing: { kind: "order", title: "楼道堆物清理", words: "三单元楼道堆了旧家具，老人上下不方便。" },
  claimant: { role: "unit-secretary" },
  body: "@.",
  did: "支部八名党员清理了两个小时，旧家具拉走了。",
  figures: { "orders-served": 1 },
  full: { times: 120, over: "unit-branch" },
  demo: { ago: 50 },
});

const classes = turnsOut({
  id: "community-class",
  title: "书法课堂、老年大学、抖音小站",
  about: "社区开课，居民报名听课，课后报成果。",
  at: `${east}-c02`,
  starts: "2025-05-12 09:00",
  gathering: {
    kind: "class",
    title: "{pick:书法课堂|老年大学养生课|抖音小站剪辑课}",
    words: "零基础也能学，自带纸笔。",
    venue: "党群服务中心活动室",
    shifts: [2],
    capacity: 30,
  },
  hands: { residents: 3 },
  checksIn: false,
  result: "讲了一节课，大家交了作业。",
  figures: { activities: 1 },
  full: { times: 83, over: "compound" },
  demo: { ago: 70 },
});

const visit: Story = {
  id: "visit-by-appointment",
  title: "预约上门，全程代理",
  about: "行动不便的居民预约，社区干部上门；地址只有去的人看得到，看了要留原因。",
  at: `${east}-c01`,
  starts: "2025-05-14 09:00",
  cast: {
    desk: { role: "community-desk" },
    other: { role: "community-secretary" },
    resident: { resident: true },
    neighbour: { resident: true },
  },
  steps: [
    call(
      "desk",
      "bookings.addBookable",
      { kind: "visit", nodeId: "@~community", name: "两委干部上门", people: ["person:desk"] },
      { name: "visits" },
    ),
    call(
      "resident",
      "bookings.book",
      {
        placeId: "#visits",
        startsAt: "2025-05-15 09:30",
        slots: 1,
        address: "人民东路 12 号 3 单元",
        data: { what: "办高龄补贴" },
      },
      { name: "booked" },
    ),
    call(
      "neighbour",
      "bookings.book",
      { placeId: "#visits", startsAt: "2025-05-15 09:30", address: "同院", data: { what: "看看" } },
      { refused: "already-taken" },
    ),
    call("desk", "bookings.actOnBooking", {
      bookingId: "#booked.items.0.id",
      action: "confirm",
      version: "#booked.items.0.version",
      workerId: "person:desk",
    }),
    look("neighbour", "bookings.booking", { bookingId: "#booked.items.0.id" }, {}, { refused: "not-found" }),
    call(
      "desk",
      "bookings.revealHome",
      { bookingId: "#booked.items.0.id", reason: "上门办高龄补贴" },
      { says: { address: "人民东路" } },
    ),
  ],
  demo: { ago: 20 },
};

const linked = agreed({
  id: "linked",
  title: "机关党支部与社区签订联系服务协议",
  about: "写明一年里做几件事、谁来做。",
  unit: `units-${east}-003`,
  starts: "2025-03-05 09:00",
  what: "联系服务协议书",
  items: ["每月清扫一次楼道", "每季度讲一次政策"],
  demo: { ago: 150 },
});

const open = stillOpen({
  at: "610431001002-c01",
  starts: "2025-06-09 09:00",
  gathering: { kind: "talk", title: "防诈骗宣讲", words: "民警来讲三个真事。", venue: "党群服务中心" },
  registration: "member",
});

export const takingPart: readonly Story[] = [branches, byProfession, order, classes, visit, linked, open];
