import { activitiesApi } from "@ginkgo/shared/api/activities.ts";
import { addDays, dayOf } from "@ginkgo/shared/day.ts";
import { beforeAll, describe, expect, it } from "vitest";
import { useApp } from "../../../test/app.ts";
import { activityPlace, createHelp, hours, minutes, people, volunteer } from "../../../test/fixture-activities.ts";

const world = useApp(activityPlace(4));
const help = createHelp(world);

/** Someone did forty minutes; the notice is over. */
const served = async (phone: string) => {
  const activity = await help.open({ title: "助老服务" });
  const shiftId = activity.shifts[0]?.id ?? "";
  await help.signUp(phone, shiftId);
  world.clock.advance(hours(1));
  await help.check(phone, shiftId, "in");
  world.clock.advance(minutes(40));
  await help.check(phone, shiftId, "out");
  await help.step(people.desk, activity.id, "finish");
  return activity.id;
};

const span = () => {
  const today = dayOf(world.clock.now());
  return { from: addDays(today, -30), to: today };
};

describe("a certificate", () => {
  let activityId = "";
  beforeAll(async () => {
    activityId = await served(volunteer(0));
  });

  const verify = async (code: string) => {
    const response = await world.app.http.inject({ url: `/api/v1/public/verify/${code}` });
    return { status: response.statusCode, body: response.json() };
  };

  it("is issued of final hours, checked by anyone, and tells nobody's name", async () => {
    const own = await world.as(volunteer(0));
    expect((await own(activitiesApi.issue, span())).problem.code).toBe("conflict");
    world.clock.advance(hours(24 * 7));
    const { body } = await own(activitiesApi.issue, span());
    expect(body).toMatchObject({ minutes: 40, name: "志愿者0", lines: [{ title: "助老服务", minutes: 40 }] });
    const { body: seen } = await verify(body.code.toUpperCase());
    expect(seen).toMatchObject({ state: "valid", maskedName: "志***", minutes: 40, minutesNow: 40 });
    expect(JSON.stringify(seen)).not.toContain("志愿者0");
    expect((await verify(`${body.code}x`)).status).toBe(404);
    expect((await verify("000000-abcdefghjkmn")).status).toBe(404);
    const stranger = await world.as(volunteer(1));
    expect((await stranger(activitiesApi.certificate, { code: body.code })).status).toBe(404);
  });

  it("says when hours have been corrected since, and when what is kept is not what was sealed", async () => {
    const own = await world.as(volunteer(0));
    const { body } = await own(activitiesApi.issue, span());
    const { id, version } = await help.mine(volunteer(0), activityId);
    await own(activitiesApi.askCorrection, { signUpId: id, version, minutes: 20, reason: "中途离开了一会" });
    const desk = await world.as(people.desk);
    const [asked] = (await desk(activitiesApi.corrections, {})).body.items;
    await desk(activitiesApi.decideCorrection, { correctionId: asked?.id ?? "", accept: true, answer: "同意" });
    expect((await verify(body.code)).body).toMatchObject({ state: "corrected", minutes: 40, minutesNow: 20 });
    await world.query(`update service_certificates set minutes = 4000 where code = '${body.code}' returning code`);
    expect((await verify(body.code)).body.state).toBe("broken");
  });
});

describe("the calendar feed", () => {
  const feed = async (path: string) => world.app.http.inject({ url: path });

  it("has one event for each place one has, at its moment, counting up when it changes or falls away", async () => {
    const phone = volunteer(2);
    const own = await world.as(phone);
    expect((await own(activitiesApi.feed, {})).body.path).toBeNull();
    const activity = await help.open({ title: "读书会，第一期" });
    const shift = activity.shifts[0];
    await help.signUp(phone, shift?.id ?? "");
    const { body } = await own(activitiesApi.renewFeed, {});
    const text = async () => (await feed(body.path)).body.replaceAll("\r\n ", "");
    const first = await text();
    expect(first).toContain("SUMMARY:读书会，第一期");
    expect(first).toContain(`DTSTART:${(shift?.startsAt ?? "").slice(0, 19).replaceAll(/[-:]/g, "")}Z`);
    expect(first).toContain("SEQUENCE:0");
    expect(first).toContain("STATUS:CONFIRMED");
    const { id, version } = await help.mine(phone, activity.id);
    await own(activitiesApi.withdraw, { signUpId: id, version });
    const second = await text();
    expect(second).toContain("STATUS:CANCELLED");
    expect(second).toContain("SEQUENCE:1");
    expect(second.match(/UID:.*/)?.[0]).toBe(first.match(/UID:.*/)?.[0]);
  });

  it("is answered at its newest address alone, and no longer once it is dropped", async () => {
    const own = await world.as(volunteer(3));
    const { body: one } = await own(activitiesApi.renewFeed, {});
    const { body: two } = await own(activitiesApi.renewFeed, {});
    expect((await feed(one.path)).statusCode).toBe(404);
    expect((await feed(two.path)).statusCode).toBe(200);
    expect((await feed(two.path.replace("/990001/", "/990002/"))).statusCode).toBe(404);
    await own(activitiesApi.dropFeed, {});
    expect((await feed(two.path)).statusCode).toBe(404);
  });
});
