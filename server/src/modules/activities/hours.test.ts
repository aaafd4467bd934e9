import { activitiesApi } from "@ginkgo/shared/api/activities.ts";
import { mattersApi } from "@ginkgo/shared/api/matters.ts";
import { pointsApi } from "@ginkgo/shared/api/points.ts";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { monday, useApp } from "../../../test/app.ts";
import {
  activityLand,
  activityPlace,
  createHelp,
  hours,
  minutes,
  people,
  volunteer,
} from "../../../test/fixture-activities.ts";
import { codeFor, windowAt } from "./codes.ts";
import { lengthOf, recordedMinutes } from "./model.ts";

const world = useApp(activityPlace(12));
const help = createHelp(world);
const tenant = activityLand.code;

/** An activity with someone signed up, its shift beginning in an hour. */
const signedUp = async (...phones: string[]) => {
  const activity = await help.open({
    title: `服务 ${phones.join()}`,
    shifts: [
      {
        startsAt: new Date(world.clock.now().getTime() + hours(1)).toISOString(),
        endsAt: new Date(world.clock.now().getTime() + hours(3)).toISOString(),
        capacity: 10,
      },
    ],
  });
  const shift = activity.shifts[0];
  if (!shift) throw new Error("the shift is there");
  for (const phone of phones) await help.signUp(phone, shift.id, { overlapConfirmed: true });
  return { activity, shift };
};

const check = async (phone: string, shiftId: string, way: "in" | "out", code: string) =>
  (await world.as(phone))(activitiesApi.check, { shiftId, way, code });
const codeNow = (shiftId: string, way: "in" | "out", windowsAgo = 0) =>
  codeFor(world.app.foundation.sealer, tenant, shiftId, way, windowAt(world.clock.now()) - windowsAgo);
const finish = async (activityId: string) => help.step(people.desk, activityId, "finish");

describe("minutes of a record", () => {
  it("never exceed the shift nor the time between coming and going, and never go below zero", () => {
    const at = fc.integer({ min: 0, max: 48 * 60 * 60 }).map((seconds) => new Date(monday.getTime() + seconds * 1000));
    fc.assert(
      fc.property(at, at, at, at, (a, b, inAt, outAt) => {
        const span = a < b ? { startsAt: a, endsAt: b } : { startsAt: b, endsAt: a };
        const made = recordedMinutes(span, inAt, outAt);
        expect(Number.isInteger(made) && made >= 0).toBe(true);
        expect(made).toBeLessThanOrEqual(lengthOf(span));
        expect(made).toBeLessThanOrEqual(Math.max(0, (outAt.getTime() - inAt.getTime()) / 60_000));
      }),
    );
  });
});

describe("the code", () => {
  it("counts for its own shift and way, now and half a minute before, and once for a person", async () => {
    const { shift } = await signedUp(volunteer(0), volunteer(1), volunteer(2));
    const { shift: other } = await signedUp(volunteer(0));
    world.clock.advance(minutes(30));
    expect((await check(volunteer(0), shift.id, "in", codeNow(other.id, "in"))).problem.code).toBe("not-allowed-now");
    expect((await check(volunteer(0), shift.id, "in", codeNow(shift.id, "out"))).problem.code).toBe("not-allowed-now");
    expect((await check(volunteer(0), shift.id, "in", codeNow(shift.id, "in", 2))).status).toBe(409);
    expect((await check(volunteer(0), shift.id, "in", codeNow(shift.id, "in"))).status).toBe(200);
    expect((await check(volunteer(0), shift.id, "in", codeNow(shift.id, "in"))).problem.code).toBe("already-taken");
    expect((await check(volunteer(1), shift.id, "in", codeNow(shift.id, "in", 1))).status).toBe(200);
    // What the same person has used before does not count again, whatever the code is good for.
    await world.query(
      `update sign_ups set status = 'signed', in_at = null, in_by = null where shift_id = '${shift.id}' and in_at is not null returning id`,
    );
    expect((await check(volunteer(0), shift.id, "in", codeNow(shift.id, "in"))).problem.detail).toContain("用过");
    world.clock.advance(30_000);
    expect((await check(volunteer(0), shift.id, "in", codeNow(shift.id, "in"))).status).toBe(200);
  });

  it("is for those who signed up, in time, and is not guessed", async () => {
    const { shift } = await signedUp(volunteer(3));
    expect((await check(volunteer(3), shift.id, "in", codeNow(shift.id, "in"))).status).toBe(200);
    expect((await check(volunteer(4), shift.id, "in", codeNow(shift.id, "in"))).problem.detail).toContain("没有报名");
    const { shift: guarded } = await signedUp(volunteer(4));
    const right = codeNow(guarded.id, "in");
    for (let i = 0; i < 8; i++) await check(volunteer(4), guarded.id, "in", right === "000000" ? "111111" : "000000");
    expect((await check(volunteer(4), guarded.id, "in", right)).status).toBe(429);
    world.clock.advance(minutes(11));
    expect((await check(volunteer(4), guarded.id, "in", codeNow(guarded.id, "in"))).status).toBe(200);
    const { shift: later } = await signedUp(volunteer(5));
    world.clock.advance(hours(4));
    expect((await check(volunteer(5), later.id, "in", codeNow(later.id, "in"))).status).toBe(409);
  });

  it("is on the organiser's screen alone", async () => {
    const { shift } = await signedUp(volunteer(0));
    const ask = async (phone: string) => (await world.as(phone))(activitiesApi.code, { shiftId: shift.id, way: "in" });
    expect((await ask(volunteer(0))).status).toBe(404);
    expect((await ask(people.leader)).status).toBe(404);
    expect((await ask(people.desk)).body.code).toMatch(/^\d{6}$/);
  });

  it("keeps how far away someone was where they agreed, never where", async () => {
    const now = world.clock.now().getTime();
    const activity = await help.open({
      pin: [110.002, 30.002],
      shifts: [{ startsAt: new Date(now).toISOString(), endsAt: new Date(now + hours(1)).toISOString(), capacity: 3 }],
    });
    const shiftId = activity.shifts[0]?.id ?? "";
    await help.signUp(volunteer(0), shiftId, { overlapConfirmed: true });
    const call = await world.as(volunteer(0));
    await call(activitiesApi.check, { shiftId, way: "in", code: codeNow(shiftId, "in"), at: [110.0031, 30.0019] });
    const [row] = await world.query<Record<string, unknown>>(`select * from sign_ups where shift_id = '${shiftId}'`);
    expect(row?.meters).toBe(100);
    expect(JSON.stringify(row)).not.toContain("110.00");
  });
});

describe("hours", () => {
  it("come of coming and going within the shift; who stays unrecorded gets none, and takes part all the same", async () => {
    const { activity, shift } = await signedUp(volunteer(0), volunteer(1), volunteer(2));
    world.clock.advance(minutes(40));
    await help.check(volunteer(0), shift.id, "in");
    await help.check(volunteer(1), shift.id, "in");
    world.clock.advance(minutes(80) + 59_000);
    expect((await help.check(volunteer(0), shift.id, "out")).status).toBe(200);
    world.clock.advance(minutes(120));
    await finish(activity.id);
    expect(await help.mine(volunteer(0), activity.id)).toMatchObject({
      minutes: 60,
      minutesBy: "record",
      status: "done",
    });
    expect(await help.mine(volunteer(1), activity.id)).toMatchObject({ minutes: null, status: "done" });
    expect(await help.mine(volunteer(2), activity.id)).toMatchObject({ minutes: null, status: "signed" });
    expect(await help.view(people.desk, activity.id)).toMatchObject({ present: 2, minutes: 60 });
    const [matter] = await world.query<{ facts: object }>(`select facts from matters where id = '${activity.id}'`);
    expect(matter?.facts).toMatchObject({ present: 2, minutes: 60, places: 10 });
  });

  it("are granted only without a record, after the end, capped and marked, and to nobody by themselves", async () => {
    const { activity, shift } = await signedUp(volunteer(0), volunteer(1), people.desk);
    world.clock.advance(minutes(60));
    for (const phone of [volunteer(0), volunteer(1)]) await help.check(phone, shift.id, "in");
    const desk = await world.as(people.desk);
    const grant = async (phone: string, n: number, as = desk) => {
      const { id, version } = await help.mine(phone, activity.id);
      return as(activitiesApi.grant, { signUpId: id, version, minutes: n, reason: "忘记签退，全程在场" });
    };
    expect((await grant(volunteer(1), 30)).problem.code).toBe("not-allowed-now");
    world.clock.advance(minutes(60));
    await help.check(volunteer(0), shift.id, "out");
    world.clock.advance(hours(2));
    await finish(activity.id);
    expect((await grant(volunteer(0), 100)).problem.detail).toContain("记录为准");
    expect((await grant(volunteer(1), 121)).problem.detail).toContain("120");
    expect((await grant(volunteer(1), 120, await world.as(volunteer(1)))).status).toBe(404);
    expect((await grant(people.desk, 60)).status).toBe(403);
    expect((await grant(volunteer(1), 120)).body).toMatchObject({ minutes: 120, minutesBy: "granted" });
    expect(await help.view(people.desk, activity.id)).toMatchObject({ minutes: 180 });
  });

  it("are corrected when the person asks and another decides; what was stays to be read", async () => {
    const { activity, shift } = await signedUp(people.desk2, volunteer(0));
    world.clock.advance(minutes(90));
    await help.check(people.desk2, shift.id, "in");
    world.clock.advance(minutes(30));
    await help.check(people.desk2, shift.id, "out");
    world.clock.advance(hours(2));
    await finish(activity.id);
    const own = await world.as(people.desk2);
    const { id, version } = await help.mine(people.desk2, activity.id);
    const ask = (n: number) =>
      own(activitiesApi.askCorrection, { signUpId: id, version, minutes: n, reason: "早到半小时，没来得及签" });
    expect((await ask(500)).status).toBe(400);
    expect((await ask(60)).status).toBe(200);
    expect((await ask(70)).problem.code).toBe("conflict");
    const desk = await world.as(people.desk);
    const { body } = await desk(activitiesApi.corrections, { status: "open" });
    const [asked] = body.items;
    expect(asked).toMatchObject({ had: 30, minutes: 60, name: "二号派单员" });
    const decide = (call: typeof desk, accept: boolean) =>
      call(activitiesApi.decideCorrection, { correctionId: asked?.id ?? "", accept, answer: "看过照片，属实" });
    expect((await decide(own, true)).status).toBe(403);
    expect((await decide(await world.as(volunteer(0)), true)).status).toBe(404);
    expect((await decide(desk, true)).body.status).toBe("accepted");
    expect((await decide(desk, false)).problem.code).toBe("not-allowed-now");
    expect(await help.mine(people.desk2, activity.id)).toMatchObject({ minutes: 60, minutesBy: "corrected" });
    const trace = await world.query<{ type: string; actor_name: string; minutes: number | null }>(
      `select type, actor_name, (data ->> 'minutes')::int as minutes from events where subject_id = '${id}' order by seq`,
    );
    expect(trace.map(({ type, minutes }) => `${type} ${minutes}`)).toEqual([
      "sign-up null",
      "check-in null",
      "check-out 30",
      "settled 30",
      "corrected 60",
    ]);
    expect(trace.at(-1)?.actor_name).toBe("派单员");
  });

  it("are credited once they are settled, and anew when they change, to those who take part in points", async () => {
    const own = await world.as(volunteer(7));
    await own(pointsApi.join, {});
    const { activity, shift } = await signedUp(volunteer(7), volunteer(8));
    world.clock.advance(minutes(60));
    for (const phone of [volunteer(7), volunteer(8)]) await help.check(phone, shift.id, "in");
    world.clock.advance(minutes(45));
    await help.check(volunteer(7), shift.id, "out");
    const balance = async () => (await own(pointsApi.mine, {})).body.balance;
    expect(await balance()).toBe(0);
    world.clock.advance(hours(2));
    await finish(activity.id);
    expect(await balance()).toBe(45);
    const { id, version } = await help.mine(volunteer(7), activity.id);
    await own(activitiesApi.askCorrection, { signUpId: id, version, minutes: 30, reason: "多记了一刻钟" });
    const desk = await world.as(people.desk);
    const asked = (await desk(activitiesApi.corrections, {})).body.items.find(({ name }) => name === "志愿者7");
    await desk(activitiesApi.decideCorrection, { correctionId: asked?.id ?? "", accept: true, answer: "属实" });
    expect(await balance()).toBe(30);
  });

  it("an activity does not end before its last shift has begun, nor is a place given back after it", async () => {
    const { activity } = await signedUp(volunteer(9));
    await expect(finish(activity.id)).rejects.toThrow("没开始的场次");
    world.clock.advance(hours(4));
    await finish(activity.id);
    const { id, version } = await help.mine(volunteer(9), activity.id);
    const call = await world.as(volunteer(9));
    expect((await call(activitiesApi.withdraw, { signUpId: id, version })).problem.code).toBe("not-allowed-now");
  });

  it("by name, staff say that someone is there now; not themselves, and it stays marked", async () => {
    const { activity, shift } = await signedUp(volunteer(0), people.desk);
    world.clock.advance(minutes(60));
    const desk = await world.as(people.desk);
    const attend = async (phone: string, what: "in" | "out" | "was-there" | "absent") => {
      const { id, version } = await help.mine(phone, activity.id, shift.id);
      return desk(activitiesApi.attend, { signUpId: id, version, what, reason: "手机没电" });
    };
    expect((await attend(people.desk, "in")).status).toBe(403);
    expect((await attend(volunteer(0), "in")).body).toMatchObject({ inBy: "staff", status: "present" });
    world.clock.advance(minutes(45));
    expect((await attend(volunteer(0), "out")).body).toMatchObject({
      outBy: "staff",
      minutes: 45,
      minutesBy: "record",
    });
    expect((await attend(volunteer(0), "absent")).problem.code).toBe("not-allowed-now");
  });

  it("lie open to those who took part, names masked, until they are final", async () => {
    const { activity, shift } = await signedUp(volunteer(0), volunteer(1));
    world.clock.advance(minutes(60));
    for (const phone of [volunteer(0), volunteer(1)]) await help.check(phone, shift.id, "in");
    world.clock.advance(minutes(31));
    for (const phone of [volunteer(0), volunteer(1)]) await help.check(phone, shift.id, "out");
    await finish(activity.id);
    const notice = async (phone: string) => (await world.as(phone))(activitiesApi.notice, { activityId: activity.id });
    expect((await notice(volunteer(0))).body.items.map(({ name }) => name)).toEqual(["志愿者0", "志***"]);
    expect((await notice(volunteer(5))).status).toBe(404);
    const own = await (await world.as(volunteer(0)))(activitiesApi.hours, {});
    expect(own.body.items[0]).toMatchObject({ minutes: 31, final: false });
    expect(own.body.minutes).toBeGreaterThan(own.body.finalMinutes);
  });

  it("are rated by both sides; the volunteer reads what was written of them", async () => {
    const { activity, shift } = await signedUp(volunteer(6));
    world.clock.advance(minutes(60));
    await help.check(volunteer(6), shift.id, "in");
    world.clock.advance(minutes(30));
    await help.check(volunteer(6), shift.id, "out");
    const desk = await world.as(people.desk);
    const before = await help.mine(volunteer(6), activity.id);
    await desk(activitiesApi.note, { signUpId: before.id, version: before.version, note: "认真负责" });
    const after = await help.mine(volunteer(6), activity.id);
    expect(after.note).toBe("认真负责");
    const own = await world.as(volunteer(6));
    await own(activitiesApi.evaluate, { signUpId: after.id, version: after.version, stars: 4, words: "组织得好" });
    expect((await help.view(people.desk, activity.id)).stars).toBe(4);
  });
});

describe("an activity's own time", () => {
  it("begins it, and ends it two hours after its last shift", async () => {
    const { activity } = await signedUp(volunteer(0));
    const { activities } = world.app.services;
    const state = async () => {
      await activities.tick();
      return (await (await world.as(people.desk))(mattersApi.view, { matterId: activity.id })).body.stateLabel;
    };
    expect(await state()).toBe("招募中");
    world.clock.advance(hours(1));
    expect(await state()).toBe("进行中");
    world.clock.advance(hours(3));
    expect(await state()).toBe("进行中");
    world.clock.advance(hours(1));
    expect(await state()).toBe("待报成果");
  });
});
