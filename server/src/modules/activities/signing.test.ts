import { activitiesApi } from "@ginkgo/shared/api/activities.ts";
import { notifyApi } from "@ginkgo/shared/api/notify.ts";
import { checkPack } from "@ginkgo/shared/pack/check.ts";
import { describe, expect, it } from "vitest";
import { monday, useApp } from "../../../test/app.ts";
import {
  activityLand,
  activityPlace,
  agreed,
  createHelp,
  hours,
  people,
  volunteer,
} from "../../../test/fixture-activities.ts";

const crowd = 200;
const world = useApp(activityPlace(crowd));
const help = createHelp(world);
const tenant = activityLand.code;

const firstShift = (view: { shifts: readonly { id: string }[] }): string => {
  const [shift] = view.shifts;
  if (!shift) throw new Error("an activity has a shift");
  return shift.id;
};

const toldOf = async (phone: string, id: string): Promise<string[]> => {
  await world.settle();
  const { body } = await (await world.as(phone))(notifyApi.inbox, {});
  return body.items.filter(({ matterId }) => matterId === id).map(({ title }) => title);
};

it("stands on a pack that is sound", () => {
  const checked = checkPack(activityLand);
  expect(checked.ok ? [] : checked.problems).toEqual([]);
});

describe("the last places", () => {
  it("go to exactly as many of 200 as there are; the others wait in order, and none stands twice", async () => {
    const capacity = 7;
    const activity = await help.open({
      title: "植树",
      shifts: [
        {
          startsAt: new Date(monday.getTime() + hours(48)).toISOString(),
          endsAt: new Date(monday.getTime() + hours(50)).toISOString(),
          capacity,
        },
      ],
    });
    const shiftId = firstShift(activity);
    const callers = await Promise.all(Array.from({ length: crowd }, (_, i) => world.as(volunteer(i))));
    const answers = await Promise.all(callers.map((call) => call(activitiesApi.signUp, { shiftId, ...agreed })));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    const rows = await world.query<{ status: string; place_no: number }>(
      `select status, place_no from sign_ups where shift_id = '${shiftId}' order by place_no`,
    );
    expect(rows.map(({ place_no }) => place_no)).toEqual(Array.from({ length: crowd }, (_, i) => i + 1));
    expect(rows.map(({ status }) => status)).toEqual(rows.map((_, i) => (i < capacity ? "signed" : "waiting")));
    const shown = await help.view(people.desk, activity.id);
    expect(shown.shifts[0]).toMatchObject({ taken: capacity, waiting: crowd - capacity });
  }, 60_000);

  it("that become free go to those who have waited longest, who are told; all at once, none is lost", async () => {
    const activity = await help.open({ title: "擦玻璃" });
    const shiftId = firstShift(activity);
    for (const i of [0, 1, 2, 3, 4]) await help.signUp(volunteer(i), shiftId, { overlapConfirmed: true });
    expect((await help.mine(volunteer(4), activity.id)).queue).toBe(3);
    const leaving = await Promise.all(
      [0, 1].map(async (i) => {
        const { id, version } = await help.mine(volunteer(i), activity.id);
        return (await world.as(volunteer(i)))(activitiesApi.withdraw, { signUpId: id, version });
      }),
    );
    expect(leaving.map(({ status }) => status)).toEqual([200, 200]);
    expect((await help.mine(volunteer(2), activity.id)).status).toBe("signed");
    expect((await help.mine(volunteer(3), activity.id)).status).toBe("signed");
    expect(await help.mine(volunteer(4), activity.id)).toMatchObject({ status: "waiting", queue: 1 });
    expect(await toldOf(volunteer(2), activity.id)).toEqual(["候补成功：擦玻璃"]);
    expect((await help.view(people.desk, activity.id)).shifts[0]).toMatchObject({ taken: 2, waiting: 1 });
  });

  it("are not taken below the number who have them; more of them call those who wait", async () => {
    const activity = await help.open({ title: "洗车" });
    const shiftId = firstShift(activity);
    for (const i of [10, 11, 12]) await help.signUp(volunteer(i), shiftId, { overlapConfirmed: true });
    const call = await world.as(people.desk);
    const edit = async (capacity: number) => {
      const now = await help.view(people.desk, activity.id);
      const [shift] = now.shifts;
      if (!shift) throw new Error("the shift is there");
      return call(activitiesApi.edit, {
        activityId: activity.id,
        version: now.version,
        title: now.title,
        words: now.words,
        venue: now.venue,
        shifts: [{ id: shift.id, startsAt: shift.startsAt, endsAt: shift.endsAt, place: "", capacity }],
      });
    };
    expect((await edit(1)).problem.code).toBe("conflict");
    expect((await edit(3)).body.shifts[0]).toMatchObject({ taken: 3, waiting: 0 });
    expect((await help.mine(volunteer(12), activity.id)).status).toBe("signed");
  });
});

describe("signing up", () => {
  it("warns of another shift at that time, and lets whoever knows do it", async () => {
    const one = await help.open({ title: "值守" });
    const other = await help.open({ title: "送餐" });
    await help.signUp(volunteer(20), firstShift(one));
    const warned = await help.signUp(volunteer(20), firstShift(other));
    expect(warned.problem).toMatchObject({ code: "conflict", errors: [{ path: "overlapConfirmed" }] });
    expect((await help.view(volunteer(20), other.id)).shifts[0]?.overlaps).toMatchObject([{ title: "值守" }]);
    expect((await help.signUp(volunteer(20), firstShift(other), { overlapConfirmed: true })).status).toBe(200);
    expect((await help.signUp(volunteer(20), firstShift(other))).problem.code).toBe("already-taken");
  });

  it("asks for what the activity needs, and keeps no age", async () => {
    const activity = await help.open({
      title: "防汛",
      kind: "outdoor",
      insurance: "由社区统一投保意外险",
      minAge: 18,
      maxAge: 60,
      health: "身体健康，会游泳",
      skills: ["medicine"],
    });
    const shiftId = firstShift(activity);
    const call = await world.as(volunteer(30));
    const bare = await call(activitiesApi.signUp, { shiftId });
    expect(bare.problem.errors?.map(({ path }) => path)).toEqual([
      "birthYear",
      "skillsConfirmed",
      "healthConfirmed",
      "insuranceConfirmed",
    ]);
    expect((await call(activitiesApi.signUp, { shiftId, ...agreed, birthYear: 2015 })).status).toBe(400);
    expect((await call(activitiesApi.signUp, { shiftId, ...agreed, birthYear: 1990 })).status).toBe(200);
    const [row] = await world.query<{ consents: Record<string, string> }>(
      `select consents from sign_ups where shift_id = '${shiftId}'`,
    );
    expect(Object.keys(row?.consents ?? {}).toSorted()).toEqual(["ageAt", "healthAt", "insuranceAt", "skillsAt"]);
    expect(JSON.stringify(row)).not.toContain("1990");
  });

  it("refuses a risky activity without an insurance note", async () => {
    await expect(help.open({ kind: "outdoor" })).rejects.toThrow("insurance");
  });

  it("tells everyone who has or awaits a place why it is cancelled, and lets nobody sign up", async () => {
    const activity = await help.open({ title: "联欢" });
    const shiftId = firstShift(activity);
    for (const i of [40, 41, 42]) await help.signUp(volunteer(i), shiftId, { overlapConfirmed: true });
    await help.step(people.desk, activity.id, "cancel", { reason: "天气原因" });
    for (const i of [40, 41, 42]) expect(await toldOf(volunteer(i), activity.id)).toEqual(["活动取消：联欢"]);
    expect((await help.signUp(volunteer(43), shiftId)).problem.code).toBe("not-allowed-now");
    expect((await help.view(volunteer(42), activity.id)).shifts[0]?.cancelled).toBe(true);
  });
});

describe("who sees what", () => {
  it("names stand with the organiser alone; others see counts", async () => {
    const activity = await help.open({ title: "合唱" });
    await help.signUp(volunteer(50), firstShift(activity));
    const desk = await (await world.as(people.desk))(activitiesApi.people, { activityId: activity.id });
    expect(desk.body.items.map(({ name }) => name)).toEqual(["志愿者50"]);
    for (const phone of [volunteer(50), volunteer(51), people.resident]) {
      const call = await world.as(phone);
      expect((await call(activitiesApi.people, { activityId: activity.id })).status).toBe(404);
      const { body } = await call(activitiesApi.view, { activityId: activity.id });
      expect(body.taken).toBe(1);
      expect(JSON.stringify({ ...body, shifts: [] })).not.toContain("志愿者50");
    }
  });

  it("a draft is nobody's but its organiser's and the desk's; a team's is looked at first", async () => {
    const lead = await world.as(people.lead);
    const team = [...(await world.app.services.forest.tree(tenant)).all()].find(
      ({ name }) => name === "东街志愿服务队",
    );
    const now = world.clock.now().getTime();
    const { body } = await lead(activitiesApi.create, {
      kind: "service",
      node: team?.id ?? "",
      body: team?.id ?? "",
      title: "探访",
      words: "探访老人",
      venue: "锦绣花园",
      shifts: [
        {
          startsAt: new Date(now + hours(5)).toISOString(),
          endsAt: new Date(now + hours(6)).toISOString(),
          capacity: 3,
        },
      ],
    });
    const resident = await world.as(people.resident);
    expect((await resident(activitiesApi.view, { activityId: body.id })).status).toBe(404);
    const listed = async () => (await resident(activitiesApi.list, { q: "探访" })).body.items.map(({ title }) => title);
    expect(await listed()).toEqual([]);
    await help.step(people.lead, body.id, "send");
    await help.step(people.desk, body.id, "approve");
    expect(await listed()).toEqual(["探访"]);
    expect((await help.view(people.resident, body.id)).organiser).toBe("东街志愿服务队");
    const open = await world.app.http.inject({ url: `/api/v1/public/${tenant}/activities` });
    expect(JSON.stringify(open.json())).toContain("探访");
    expect(JSON.stringify(open.json())).not.toContain("队长");
  });

  it("another place has nothing of it", async () => {
    await world.prepare({ ...activityPlace(1), pack: { ...activityLand, code: "990002", id: "otherland" } }, "990002");
    const activity = await help.open({ title: "本地" });
    const foreigner = await world.as(people.desk, "990002");
    expect((await foreigner(activitiesApi.view, { activityId: activity.id })).status).toBe(404);
    expect((await foreigner(activitiesApi.signUp, { shiftId: firstShift(activity), ...agreed })).status).toBe(404);
    expect((await foreigner(activitiesApi.list, { box: "desk" })).body.items).toEqual([]);
    const open = await world.app.http.inject({ url: "/api/v1/public/990002/activities" });
    expect(open.json().items).toEqual([]);
  });
});
