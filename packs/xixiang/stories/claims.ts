/** 西乡县: needs are matched with what units can do, what units have is opened to all, volunteers mind the book house. */
import { call, claim, look, putUp, seeMatter, step } from "../../base/part-steps.ts";
import { agreed, needClaimed, stillOpen, turnsOut } from "../../base/part-stories.ts";
import { days } from "../../base/story-steps.ts";
import type { Story } from "../../story.ts";

const community = "610724001007";

const needMet = needClaimed({
  id: "need-met",
  title: "需求清单上的事，单位党组织认领",
  about: "社区把市场边如厕难列进需求清单，单位党组织认领，办完由社区确认、评价。",
  at: `units-${community}-002`,
  starts: "2025-05-12 09:00",
  thing: {
    kind: "need",
    title: "菜市场旁缺少饮水点",
    words: "摊贩和买菜的老人想有个接热水的地方。",
  },
  claimant: { role: "unit-secretary" },
  body: "@.",
  did: "利用单位临街用房接了饮水机，早七点到晚七点开放。",
  figures: { "needs-met": 1 },
  demo: { ago: 120 },
});

const facilityOpened: Story = {
  id: "facility-opened",
  title: "单位把临街用房开放给大家",
  about: "单位列出能开放的设施，社区审核、点单，单位开放后由社区确认。",
  at: `units-${community}-003`,
  starts: "2025-05-14 09:00",
  cast: { secretary: { role: "unit-secretary" }, desk: { role: "community-desk" }, resident: { resident: true } },
  steps: [
    putUp("secretary", "facility", {
      kind: "facility",
      title: "{pick:户外工作者休息站|临街公共厕所|便民饮水点|智慧书屋阅读角|户外工作者休息站}开放",
      words: "有座椅、微波炉、饮水机，环卫工和快递员随时可以进来歇脚。",
      bodyId: "@.",
      lng: 107.7662,
      lat: 32.9831,
    }),
    seeMatter("resident", "facility", { hidden: true }),
    step("desk", "facility", "approve"),
    claim("desk", "facility", "claim"),
    step("secretary", "claim", "agree"),
    step("secretary", "claim", "deliver", { words: "已经收拾好，挂了牌，每天开放十二个小时。" }, { after: days(5) }),
    step("desk", "claim", "confirm"),
    seeMatter("secretary", "claim", { state: "已完成" }),
    look("resident", "claims.claimable", { claimableId: "#facility" }, { list: "resource" }),
  ],
  figures: { "facilities-opened": 1 },
  full: { times: 10, over: "unit-branch" },
  demo: { ago: 90 },
};

const matched: Story = {
  id: "lists-matched",
  title: "需求清单精准匹配能力清单",
  about: "社区让系统把需求和能力一次配好，说明为什么；被问到的单位同意了才算认领，也可以不再被问。",
  at: "units-610724001006-002",
  starts: "2025-05-26 09:00",
  cast: { unit: { role: "unit-secretary" }, desk: { role: "community-desk" } },
  steps: [
    putUp("unit", "ability", {
      kind: "ability",
      title: "疾控科普和血压筛查",
      words: "两名医生，每月可以出来半天。",
      bodyId: "@.",
      skills: ["medicine"],
    }),
    step("desk", "ability", "approve"),
    putUp("desk", "need", {
      kind: "need",
      title: "东关社区老人血压筛查",
      words: "七十岁以上的四十多位老人，想在家门口查一查。",
      skills: ["medicine"],
    }),
    step("desk", "need", "approve"),
    look("desk", "matching.fitsNeed", { claimableId: "#need" }, { "items.length": 1 }),
    call("desk", "matching.begin", { node: "@~community" }, { name: "round" }),
    look("desk", "matching.round", { roundId: "#round" }, { status: "done", "result.served": 1 }, { soon: true }),
    call("unit", "matching.mine", { open: "yes" }, { name: "asked" }),
    call(
      "unit",
      "matching.answer",
      { proposalId: "#asked.items.0.id", answer: "accept", confirmed: ["skills"] },
      { name: "answered", says: { status: "accepted" } },
    ),
    seeMatter("unit", "answered.claimId", { state: "进行中" }),
  ],
};

const librarians = turnsOut({
  id: "librarians",
  title: "智慧书屋招募义务图书管理员",
  about: "书屋招募周末的图书管理员，党员报名、签到、签退，时长由记录得出。",
  at: `${community}-c02`,
  starts: "2025-06-06 09:00",
  gathering: {
    kind: "service",
    title: "智慧书屋周末值守",
    words: "整理图书、办借还、照看来看书的孩子。",
    venue: "街心广场智慧书屋",
    shifts: [3],
    capacity: 6,
  },
  hands: { residents: 3 },
  result: "接待读者六十多人，整理图书两百册。",
  figures: { activities: 1 },
  demo: { ago: 48 },
});

const joined = agreed({
  id: "joined",
  title: "社区与单位签订联心共建协议书",
  about: "社区起草，单位党组织同意，社区确认，协议生效。",
  unit: `units-${community}-004`,
  starts: "2025-04-22 09:00",
  what: "城内街社区联心共建协议书",
  items: ["开放会议室供居民议事", "每季度组织一次政策咨询"],
  figures: { agreements: 1 },
  demo: { ago: 200 },
});

const librarianRota: Story = {
  id: "librarian-rota",
  title: "书屋排出值班表",
  about: "社区为书屋排一周的值班，党员志愿者自己填上去。",
  at: `${community}-c03`,
  starts: "2025-06-09 09:00",
  cast: { desk: { role: "community-desk" }, volunteer: { resident: true } },
  steps: [
    call(
      "desk",
      "duties.addRota",
      {
        kind: "librarian",
        nodeId: "@~community",
        cycle: "weekly",
        startsOn: "2025-06-10",
        name: "智慧书屋值班",
        place: "街心广场",
        signUp: true,
        lines: [
          { onDay: 6, from: "09:00", minutes: 180, label: "上午", needed: 2 },
          { onDay: 7, from: "09:00", minutes: 180, label: "上午", needed: 2 },
        ],
      },
      { name: "rota" },
    ),
    call("desk", "duties.shifts", { rotaId: "#rota", from: "2025-06-10", to: "2025-07-02" }, { name: "shifts" }),
    call("volunteer", "duties.signUp", { shiftId: "#shifts.items.0.id" }, { says: { mine: true } }),
  ],
  demo: { ago: 30 },
};

const open = stillOpen({
  at: "610724001007-c04",
  starts: "2025-06-16 09:00",
  gathering: {
    kind: "service",
    title: "幼儿园报名实操辅导",
    words: "帮家长把报名系统走一遍。",
    venue: "城内街服务驿站",
  },
  registration: "member",
});

export const takingPart: readonly Story[] = [needMet, matched, facilityOpened, librarians, joined, librarianRota, open];
