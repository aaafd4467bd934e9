/** 银杏社区: what is everyone's is looked after by somebody: flower boxes, benches, stairs; patrols walk in the evening. */
import { call, claim, look, putUp, step, toldOf } from "../../base/part-steps.ts";
import { stillOpen, takenOn, turnsOut, unitsRegister } from "../../base/part-stories.ts";
import { days } from "../../base/story-steps.ts";
import type { Story } from "../../story.ts";

const community = "510682001008";

const flowerBoxes = takenOn({
  id: "flower-box",
  title: "花箱有人认领了",
  about: "社区把公共设施划片分区，居民认领花箱，浇水换花，记下做了什么。",
  at: `${community}-b001`,
  starts: "2025-04-14 09:00",
  thing: {
    kind: "flower-box",
    title: "{telling}号花箱",
    words: "每周浇两次水，花谢了换花，坏了上报。",
    lng: 104.1671,
    lat: 31.1271,
  },
  claimant: { resident: true },
  note: "换了一箱三角梅。",
  figures: { "flower-boxes": 1 },
  full: { times: 45, over: "building" },
  demo: { ago: 130 },
});

const benches = takenOn({
  id: "bench-adopted",
  title: "广场休闲椅有人管了",
  about: "居民认领广场上的休闲椅，擦拭、检查、劝导爱护。",
  at: `${community}-b002`,
  starts: "2025-04-15 09:00",
  thing: {
    kind: "bench",
    title: "广场休闲椅{telling}号",
    words: "每周擦一次，螺丝松了上报。",
    lng: 104.1669,
    lat: 31.1268,
  },
  claimant: { resident: true },
  note: "擦干净了，紧了两颗螺丝。",
  figures: { benches: 1 },
  full: { times: 83, over: "building" },
  demo: { ago: 110 },
});

const givenBack: Story = {
  id: "given-back",
  title: "搬走了，花箱让给邻居",
  about: "认领的人退出，名额马上空出来，邻居接手；不在期限里的事自然提醒。",
  at: `${community}-c02`,
  starts: "2025-05-12 09:00",
  cast: { desk: { role: "community-desk" }, first: { resident: true }, second: { resident: true } },
  steps: [
    putUp("desk", "box", { kind: "flower-box", title: "二号院花箱", words: "门口那一箱。", lng: 104.168, lat: 31.127 }),
    claim("first", "box", "mine"),
    call("second", "claims.claim", { claimableId: "#box" }, { refused: "already-taken" }),
    step("first", "mine", "withdraw", { reason: "搬家了" }, { after: days(40) }),
    toldOf("desk", "mine", "搬家了"),
    claim("second", "box", "theirs"),
    look("second", "claims.claimable", { claimableId: "#box" }, { taken: 1, claimedByMe: true }),
  ],
  figures: { "flower-boxes": 1 },
};

const drives = turnsOut({
  id: "civility-drive",
  title: "文明理念宣传",
  about: "社区和文明小分队办宣传活动，居民报名参加。",
  at: `${community}-c03`,
  starts: "2025-03-10 09:00",
  gathering: {
    kind: "drive",
    title: "{pick:三无文明楼幢评选动员|垃圾不落地宣传|家风家教课堂}",
    words: "以楼栋为单位，大家一起来。",
    venue: "小区广场",
    shifts: [1],
    capacity: 60,
  },
  hands: { residents: 3 },
  checksIn: false,
  result: "发了倡议书，现场答了大家的问题。",
  figures: { drives: 1 },
  full: { times: 22, over: "compound" },
  demo: { ago: 60 },
});

const patrol: Story = {
  id: "red-sleeves",
  title: "红袖标巡防",
  about: "在重点时间走重点地方，到一处扫一处的码；没走完的点看得出来。",
  at: `${community}-c01`,
  starts: "2025-06-16 09:00",
  cast: { desk: { role: "community-desk" }, one: { resident: true }, two: { resident: true } },
  steps: [
    call(
      "desk",
      "patrols.addSquad",
      { nodeId: "@~community", name: "白果小区一组", teamId: null, people: ["person:one", "person:two"] },
      { name: "squad" },
    ),
    call(
      "desk",
      "patrols.addRoute",
      {
        kind: "redsleeve",
        nodeId: "@~community",
        name: "白果小区一圈",
        times: [],
        points: [{ name: "东门" }, { name: "车棚" }, { name: "广场" }],
      },
      { name: "route" },
    ),
    call("one", "patrols.begin", { routeId: "#route", squadId: "#squad.id" }, { name: "round", after: { hours: 11 } }),
    call("two", "patrols.join", { roundId: "#round" }, { after: { hours: 0 } }),
    ...[0, 1, 2].map((point) =>
      call("one", "patrols.tick", { roundId: "#round", code: `#route.points.${point}.code` }, { after: { hours: 0 } }),
    ),
    call(
      "one",
      "patrols.end",
      { roundId: "#round", note: "车棚有一处电线裸露，已上报" },
      { after: { hours: 1 }, says: { status: "done" } },
    ),
  ],
  figures: { "patrol-rounds": 1 },
  demo: { ago: 24 },
};

const rota: Story = {
  id: "cleaning-rota",
  title: "轮班共治",
  about: "居民轮流打扫，排出班来，谁哪天一看就知道。",
  at: `${community}-c04`,
  starts: "2025-06-09 09:00",
  cast: {
    desk: { role: "community-desk" },
    one: { resident: true },
    two: { resident: true },
    three: { resident: true },
  },
  steps: [
    call(
      "desk",
      "duties.addRota",
      {
        kind: "cleaning",
        nodeId: "@~compound",
        cycle: "weekly",
        startsOn: "2025-06-10",
        name: "楼道院落打扫",
        signUp: false,
        turns: ["person:one", "person:two", "person:three"],
        lines: [{ onDay: 6, from: "08:00", minutes: 60, label: "周六", needed: 1 }],
      },
      { name: "rota" },
    ),
    look("one", "duties.myShifts", {}, {}),
  ],
  demo: { ago: 20 },
};

const units = unitsRegister({
  id: "units-register",
  title: "共建单位报到",
  about: "驻区单位党组织到社区报到，一起管好院落。",
  unit: `units-${community}-001`,
  starts: "2025-03-03 09:00",
  figures: { "registered-units": 1 },
  demo: { ago: 200 },
});

const open = stillOpen({
  at: "510682001008-c02",
  starts: "2025-07-07 09:00",
  gathering: { kind: "service", title: "花箱换季大扫除", words: "一起把花箱换上夏花。", venue: "白果广场" },
  registration: "neighbour",
  registersWith: "@.",
});

export const takingPart: readonly Story[] = [flowerBoxes, benches, givenBack, drives, patrol, rota, units, open];
