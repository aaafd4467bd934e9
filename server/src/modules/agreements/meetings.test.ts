import { agreedItemsApi } from "@ginkgo/shared/api/agreed-items.ts";
import { agreementsApi } from "@ginkgo/shared/api/agreements.ts";
import { meetingsApi } from "@ginkgo/shared/api/meetings.ts";
import { beforeEach, describe, expect, it } from "vitest";
import { monday, people, tenant, useApp } from "../../../test/app.ts";

const world = useApp();
beforeEach(() => world.clock.set(monday));

const housing = () => world.node(`dept-${tenant}-housing`);
const team = () => world.node(`team-${tenant}001008-convenience`);
const east = () => world.node(`${tenant}001008`);
const accountOf = async (who: string) => (await world.app.services.identity.actorByPhone(tenant, who))?.accountId ?? "";

const planOf = async (more: object = {}) => ({
  title: "党建联席会议",
  place: "社区二楼会议室",
  startsAt: "2026-11-25T01:00:00Z",
  endsAt: "2026-11-25T03:00:00Z",
  agenda: "商量冬季安全",
  bodies: [await housing()],
  people: [await accountOf(people.resident)],
  others: "县人大代表一名",
  everyMonths: 3,
  ...more,
});
const planned = async (more: object = {}) => {
  const { body, status, problem } = await (await world.as(people.desk))(meetingsApi.plan, {
    node: await east(),
    ...(await planOf(more)),
  });
  expect([status, problem.detail]).toEqual([200, undefined]);
  return body;
};
const view = async (who: string, meetingId: string) => (await world.as(who))(meetingsApi.view, { meetingId });
const answer = async (who: string, meetingId: string, index: number, comes: boolean) => {
  const { body } = await view(people.desk, meetingId);
  const attendeeId = body.attendees[index]?.id ?? "";
  return (await world.as(who))(meetingsApi.answer, { meetingId, attendeeId, comes });
};
const told = async (who: string, id: string) => {
  await world.settle();
  const rows = await world.query<{ title: string }>(
    `select title from inbox where account_id = '${await accountOf(who)}' and matter_id = '${id}' order by at, id`,
  );
  return rows.map(({ title }) => title.split("：")[0]);
};
const held = async (more: object = {}) => {
  const { id } = await planned();
  world.clock.set(new Date("2026-11-25T04:00:00Z"));
  const { body: before } = await view(people.desk, id);
  const { body, status, problem } = await (await world.as(people.desk))(meetingsApi.record, {
    meetingId: id,
    version: before.version,
    minutes: "会上商定两件事。",
    present: before.attendees.slice(0, 1).map((one) => one.id),
    items: [
      { what: "检查燃气管线", owner: { node: await housing() }, due: "2026-12-10" },
      { what: "整理楼道杂物", owner: { person: await accountOf(people.resident) }, due: "2026-12-05" },
    ],
    ...more,
  });
  expect([status, problem.detail]).toEqual([200, undefined]);
  return body;
};

describe("a joint meeting", () => {
  it("is seen and answered by those it was called for, and by nobody else", async () => {
    const { id } = await planned();
    expect(await told(people.housing, id)).toEqual(["请参加"]);
    for (const stranger of [people.lead, people.neighbour]) {
      expect((await view(stranger, id)).status).toBe(404);
      const list = await (await world.as(stranger))(meetingsApi.list, {});
      expect(list.body.items.map((one) => one.id)).not.toContain(id);
    }
    expect((await answer(people.lead, id, 0, true)).status).toBe(404);
    expect((await answer(people.resident, id, 0, true)).status).toBe(403);
    expect((await answer(people.housing, id, 0, true)).body).toMatchObject({ accepted: 1, mine: "accepted" });
    expect((await answer(people.resident, id, 1, false)).body).toMatchObject({ declined: 1, mine: "declined" });
    expect(await told(people.desk, id)).toContain("不能参加");
    const resident = await world.as(people.resident);
    const waiting = (await resident(agreementsApi.standing, {})).body.waiting;
    expect(waiting.meetings).toBeGreaterThan(0);
    expect((await resident(meetingsApi.cancel, { meetingId: id, version: 3, reason: "不开了" })).status).toBe(403);
  });

  it("asks everyone anew at another time, and those who come are reminded once", async () => {
    const one = await planned({ bodies: [await housing(), await team()], people: [] });
    await answer(people.housing, one.id, 0, true);
    const { version } = (await view(people.desk, one.id)).body;
    const changed = await (await world.as(people.desk))(meetingsApi.change, {
      meetingId: one.id,
      version,
      ...(await planOf({ startsAt: "2026-11-26T01:00:00Z", endsAt: "2026-11-26T02:00:00Z", people: [] })),
    });
    expect(changed.body.attendees.map((attendee) => attendee.answer)).toEqual(["invited"]);
    expect(await told(people.housing, one.id)).toEqual(["请参加", "会议改期"]);
    expect(await told(people.lead, one.id)).toEqual(["请参加", "不必参加"]);
    expect((await view(people.lead, one.id)).status).toBe(404);
    world.clock.set(new Date("2026-11-25T02:00:00Z"));
    for (let i = 0; i < 3; i++) await world.app.services.agreements.sweep();
    expect(await told(people.housing, one.id)).toEqual(["请参加", "会议改期", "会议提醒"]);
  });

  it("is recorded after it began; what was agreed on is owed by body or person", async () => {
    const early = await planned();
    const record = { meetingId: early.id, version: early.version, minutes: "还没开", present: [] };
    expect((await (await world.as(people.desk))(meetingsApi.record, record)).problem.code).toBe("not-allowed-now");
    const meeting = await held();
    expect(meeting).toMatchObject({ status: "held", items: 2, itemsDone: 0 });
    expect(meeting.attendees.map(({ present }) => present)).toEqual([true, false]);
    const mine = (await (await world.as(people.resident))(agreedItemsApi.list, {})).body.items;
    const [item] = mine.filter(({ source }) => source.id === meeting.id);
    expect(item).toMatchObject({ what: "整理楼道杂物", may: { report: true, change: false } });
    const done = await (await world.as(people.resident))(agreedItemsApi.report, {
      itemId: item?.id ?? "",
      version: 1,
      progress: 100,
      note: "都清走了",
    });
    expect(done.body.state).toBe("done");
    expect((await view(people.housing, meeting.id)).body).toMatchObject({ items: 2, itemsDone: 1 });
    const foreign = await (await world.as(people.lead))(agreedItemsApi.list, {});
    expect(foreign.body.items.filter(({ source }) => source.id === meeting.id)).toEqual([]);
  });

  it("counts its rounds up, one after the other", async () => {
    const meeting = await held();
    const next = { meetingId: meeting.id, startsAt: "2027-02-24T01:00:00Z", endsAt: "2027-02-24T03:00:00Z" };
    const desk = await world.as(people.desk);
    const all = await Promise.all([1, 2, 3].map(() => desk(meetingsApi.next, next)));
    expect(all.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    const second = all.find(({ status }) => status === 200)?.body;
    expect(second).toMatchObject({ round: 2, invited: 2, status: "planned" });
    expect(second?.rounds.map(({ round }) => round)).toEqual([1]);
    expect((await view(people.resident, second?.id ?? "")).body.rounds).toEqual([]);
  });

  it("tells the place once when the next round is due and nobody called it", async () => {
    const meeting = await held();
    world.clock.set(new Date("2027-02-01T02:00:00Z"));
    await world.app.services.agreements.sweep();
    expect(await told(people.desk, meeting.id)).not.toContain("该召集第 2 次会议了");
    world.clock.set(new Date("2027-02-15T02:00:00Z"));
    for (let i = 0; i < 3; i++) await world.app.services.agreements.sweep();
    const titles = await told(people.desk, meeting.id);
    expect(titles.filter((title) => title === "该召集第 2 次会议了")).toHaveLength(1);
  });

  it("refuses what cannot be", async () => {
    const desk = await world.as(people.desk);
    const path = async (more: object) =>
      (await desk(meetingsApi.plan, { node: await east(), ...(await planOf(more)) })).problem.errors?.[0]?.path;
    expect(await path({ endsAt: "2026-11-25T00:00:00Z" })).toBe("endsAt");
    expect(await path({ startsAt: "1926-11-25T00:00:00Z" })).toBe("startsAt");
    expect(await path({ bodies: [], people: [] })).toBe("bodies");
    expect(await path({ people: [await east()] })).toBe("people[0]");
    const resident = await world.as(people.resident);
    expect((await resident(meetingsApi.plan, { node: await east(), ...(await planOf()) })).status).toBe(403);
  });
});
