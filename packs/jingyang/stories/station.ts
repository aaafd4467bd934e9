/** 泾阳县's stations and compounds day by day: rooms lent by the hour, who is on duty, rounds through a compound, visits. */
import { call, look } from "../../base/part-steps.ts";
import { days } from "../../base/story-steps.ts";
import type { Story } from "../../story.ts";

const community = "610423001008";

const room: Story = {
  id: "room-by-the-hour",
  title: "议事厅按时段预约",
  about: "社区开放议事厅，居民预约两个小时，社区确认；同一时段第二个人约不到，会看到别的空档。",
  at: `${community}-c02`,
  starts: "2025-05-20 09:00",
  cast: { desk: { role: "community-desk" }, one: { resident: true }, two: { resident: true } },
  steps: [
    call("desk", "bookings.addBookable", { kind: "room", nodeId: "@~community", name: "议事厅" }, { name: "room" }),
    call(
      "one",
      "bookings.book",
      { placeId: "#room", startsAt: "2025-05-23 14:00", slots: 2, data: { purpose: "楼栋议事", people: 12 } },
      { name: "mine" },
    ),
    call(
      "two",
      "bookings.book",
      { placeId: "#room", startsAt: "2025-05-23 15:00", data: { purpose: "合唱排练", people: 8 } },
      { refused: "already-taken" },
    ),
  ],
  demo: { ago: 8 },
};

const onDuty: Story = {
  id: "station-duty",
  title: "驿站志愿岗",
  about: "社区排出驿站每天的志愿岗，居民自己报名，谁在岗大家看得到。",
  at: `${community}-c03`,
  starts: "2025-06-09 09:00",
  cast: { desk: { role: "community-desk" }, one: { resident: true }, two: { resident: true } },
  steps: [
    call(
      "desk",
      "duties.addRota",
      {
        kind: "volunteers",
        nodeId: "@~community",
        cycle: "weekly",
        startsOn: "2025-06-10",
        name: "东街驿站志愿岗",
        place: "东街驿站",
        signUp: true,
        lines: [1, 2, 3, 4, 5, 6, 7].map((onDay) => ({
          onDay,
          from: "09:00",
          minutes: 180,
          label: "上午",
          needed: 2,
        })),
      },
      { name: "rota" },
    ),
    call("desk", "duties.shifts", { rotaId: "#rota", from: "2025-06-10", to: "2025-06-24" }, { name: "shifts" }),
    call("one", "duties.signUp", { shiftId: "#shifts.items.0.id" }, { says: { mine: true } }),
    call("two", "duties.signUp", { shiftId: "#shifts.items.1.id" }, { says: { mine: true } }),
  ],
  demo: { ago: 12 },
};

const rounds: Story = {
  id: "compound-rounds",
  title: "小区巡查走完三个点",
  about: "巡查小队走一圈，到一处扫一处的码；只记到了哪个点、几点到，不记人的位置。",
  at: `${community}-c01`,
  starts: "2025-06-16 09:00",
  cast: { desk: { role: "community-desk" }, one: { resident: true }, two: { resident: true } },
  steps: [
    call(
      "desk",
      "patrols.addSquad",
      { nodeId: "@~community", name: "东街巡查一组", teamId: null, people: ["person:one", "person:two"] },
      { name: "squad" },
    ),
    call(
      "desk",
      "patrols.addRoute",
      {
        kind: "compound",
        nodeId: "@~community",
        name: "院内一圈",
        times: [],
        points: [{ name: "东门" }, { name: "充电车棚" }, { name: "中心花园" }],
      },
      { name: "route" },
    ),
    call("one", "patrols.begin", { routeId: "#route", squadId: "#squad.id" }, { name: "round", after: { hours: 1 } }),
    call("two", "patrols.join", { roundId: "#round" }, { after: { hours: 0 } }),
    ...[0, 1, 2].map((point) =>
      call("one", "patrols.tick", { roundId: "#round", code: `#route.points.${point}.code` }, { after: { hours: 0 } }),
    ),
    call("one", "patrols.end", { roundId: "#round" }, { after: { hours: 1 }, says: { status: "done" } }),
  ],
  demo: { ago: 10 },
};

const visits: Story = {
  id: "regular-visits",
  title: "独居老人每周走访",
  about: "社区登记走访对象，志愿服务队上门，写下情况；姓名和住址打码，别人打不开。",
  at: `${community}-c04`,
  starts: "2025-04-14 09:00",
  cast: {
    desk: { role: "community-desk" },
    lead: { role: "team-lead", on: "team/volunteer" },
    other: { resident: true },
  },
  steps: [
    call(
      "desk",
      "care.addPlan",
      {
        kind: "alone",
        nodeId: "@~community",
        person: { name: "周桂兰", phone: "19900000778", address: "机械厂家属院 3 号楼", health: "高血压" },
        visitors: ["person:lead"],
        teamId: null,
      },
      { name: "plan" },
    ),
    look("other", "care.plan", { planId: "#plan" }, {}, { refused: "not-found" }),
    call(
      "lead",
      "care.visit",
      { planId: "#plan", met: true, data: { health: "good", home: "safe", did: "量了血压，换了灯泡" } },
      { after: days(2) },
    ),
    look("desk", "care.plan", { planId: "#plan" }, { due: "ok", name: "周**" }),
  ],
  demo: { ago: 40 },
};

export const stationDays: readonly Story[] = [room, onDuty, rounds, visits];
