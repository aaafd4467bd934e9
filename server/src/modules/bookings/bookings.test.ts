import { type Bookable, bookingsApi } from "@ginkgo/shared/api/bookings.ts";
import { notifyApi } from "@ginkgo/shared/api/notify.ts";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { monday, useApp } from "../../../test/app.ts";
import { dutyLand, dutyPlace, dutyPeople as people, resident, residents } from "../../../test/duties-place.ts";

const place = dutyPlace();
const world = useApp(place);
const tenant = dutyLand.code;

const at = (day: string, time: string) => new Date(`${day}T${time}:00+08:00`).toISOString();
const tuesday = "2026-11-24";

const nodeNamed = async (name: string): Promise<string> => {
  const tree = await world.app.services.forest.tree(tenant);
  for (const node of tree.all()) if (node.name === name) return node.id;
  throw new Error(`no node ${name}`);
};

let count = 0;
const aRoom = async (more: object = {}): Promise<Bookable> => {
  const desk = await world.as(people.eastDesk);
  const { status, body, problem } = await desk(bookingsApi.addBookable, {
    kind: "room",
    nodeId: await nodeNamed("东街社区"),
    name: `议事厅${count++}`,
    ...more,
  });
  expect(status, problem.detail).toBe(200);
  return body;
};
const answers = { purpose: "读书会", people: 12 };

beforeEach(() => world.clock.set(monday));
afterAll(() => world.clock.set(monday));

describe("booking by the hour", () => {
  it("gives one hour to one of a hundred who want it at once, the others are told what else is free", async () => {
    const room = await aRoom();
    const spare = await aRoom();
    const callers = await Promise.all(Array.from({ length: residents }, (_, i) => world.as(resident(i))));
    const wanted = { placeId: room.id, startsAt: at(tuesday, "10:00"), data: answers };
    const answersGot = await Promise.all(
      Array.from({ length: 100 }, (_, i) => callers[i % residents]?.(bookingsApi.book, wanted)),
    );
    const won = answersGot.filter((one) => one?.status === 200);
    expect(won).toHaveLength(1);
    const lost = answersGot.filter((one) => one?.status !== 200);
    expect(new Set(lost.map((one) => one?.problem.code))).toEqual(new Set(["already-taken"]));
    expect(lost[0]?.problem.detail).toContain("11:00");
    expect(lost[0]?.problem.detail).toContain(spare.name);
    const rows = await world.query<{ n: string }>(
      `select count(*) as n from bookings where tenant_id = '${tenant}' and place_id = '${room.id}'`,
    );
    expect(Number(rows[0]?.n)).toBe(1);
  });

  it("lets slots touch and refuses what lies over another by one slot", async () => {
    const room = await aRoom();
    const call = await world.as(resident(0));
    const book = (time: string, slots: number) =>
      call(bookingsApi.book, { placeId: room.id, startsAt: at(tuesday, time), slots, data: answers });
    expect((await book("10:00", 1)).status).toBe(200);
    expect((await book("09:00", 1)).status).toBe(200);
    expect((await book("09:00", 2)).problem.code).toBe("already-taken");
    expect((await book("11:00", 1)).status).toBe(200);
  });

  it("takes slots of the timetable only: none that is past, too far off, between two slots or after closing", async () => {
    const room = await aRoom();
    const call = await world.as(resident(1));
    const refused = async (startsAt: string, slots = 1) => {
      const { status, problem } = await call(bookingsApi.book, { placeId: room.id, startsAt, slots, data: answers });
      expect(status, problem.detail).toBe(400);
    };
    await refused(at(tuesday, "10:30"));
    await refused(at(tuesday, "11:00"), 2);
    await refused(at("2026-11-23", "09:00"));
    await refused(at("2027-03-01", "10:00"));
    const { problem } = await call(bookingsApi.book, { placeId: room.id, startsAt: at(tuesday, "10:00"), data: {} });
    expect(problem.detail).toContain("用来做什么");
  });

  it("answers a repeated request with the first booking", async () => {
    const room = await aRoom();
    const call = await world.as(resident(2));
    const input = { placeId: room.id, startsAt: at(tuesday, "09:00"), data: answers };
    const [a, b] = await Promise.all([1, 2].map(() => call(bookingsApi.book, input, { key: "booking-once-1" })));
    expect(a?.body.items[0]?.id).toBe(b?.body.items[0]?.id);
  });

  it("books weekly and says which weeks are taken", async () => {
    const room = await aRoom();
    const first = await world.as(resident(3));
    await first(bookingsApi.book, { placeId: room.id, startsAt: at("2026-12-01", "10:00"), data: answers });
    const second = await world.as(resident(4));
    const { body } = await second(bookingsApi.book, {
      placeId: room.id,
      startsAt: at(tuesday, "10:00"),
      weeks: 3,
      data: answers,
    });
    expect(body.items).toHaveLength(2);
    expect(body.missed.map(({ startsAt }) => startsAt)).toEqual([at("2026-12-01", "10:00")]);
    const [one] = body.items;
    const { body: mine } = await second(bookingsApi.myBookings, {});
    expect(mine.items.map(({ id }) => id)).toEqual(body.items.map(({ id }) => id));
    await second(bookingsApi.actOnBooking, {
      bookingId: one?.id ?? "",
      action: "cancel",
      version: 1,
      series: true,
    });
    const { body: after } = await second(bookingsApi.myBookings, {});
    expect(after.items.map(({ status }) => status)).toEqual(["cancelled", "cancelled"]);
    expect(
      (await first(bookingsApi.book, { placeId: room.id, startsAt: at(tuesday, "10:00"), data: answers })).status,
    ).toBe(200);
  });

  it("waits for the desk where the place says so; what nobody answers lapses", async () => {
    const room = await aRoom({ confirm: true });
    const call = await world.as(resident(5));
    const ask = async (time: string) =>
      (await call(bookingsApi.book, { placeId: room.id, startsAt: at(tuesday, time), data: answers })).body.items[0];
    const [a, b, c] = [await ask("09:00"), await ask("10:00"), await ask("11:00")];
    const desk = await world.as(people.eastDesk);
    const west = await world.as(people.westDesk);
    const act = (who: typeof desk, id: string | undefined, action: "confirm" | "refuse", words?: string) =>
      who(bookingsApi.actOnBooking, { bookingId: id ?? "", action, version: 1, ...(words ? { words } : {}) });
    expect((await act(west, a?.id, "confirm")).status).toBe(404);
    expect((await act(desk, a?.id, "confirm")).body.status).toBe("confirmed");
    expect((await act(desk, b?.id, "refuse")).problem.detail).toContain("原因");
    expect((await act(desk, b?.id, "refuse", "那天检修")).body.status).toBe("refused");
    world.clock.set(new Date(at(tuesday, "12:30")));
    await world.app.services.bookings.sweep();
    await world.app.services.bookings.sweep();
    const { body } = await call(bookingsApi.myBookings, { when: "past" });
    const status = (id: string | undefined) => body.items.find((one) => one.id === id)?.status;
    expect([status(a?.id), status(b?.id), status(c?.id)]).toEqual(["done", "refused", "refused"]);
    await world.settle();
    const { body: inbox } = await call(notifyApi.inbox, {});
    expect(inbox.items.filter(({ title }) => title === "预约没有得到确认")).toHaveLength(1);
  });

  it("keeps hours free for the desk, and shows names in the week to the desk only", async () => {
    const room = await aRoom();
    const desk = await world.as(people.eastDesk);
    const call = await world.as(resident(6));
    await desk(bookingsApi.block, {
      placeId: room.id,
      startsAt: at(tuesday, "09:00"),
      endsAt: at(tuesday, "10:00"),
      reason: "检修",
    });
    expect(
      (await call(bookingsApi.book, { placeId: room.id, startsAt: at(tuesday, "09:00"), data: answers })).problem.code,
    ).toBe("already-taken");
    await call(bookingsApi.book, { placeId: room.id, startsAt: at(tuesday, "10:00"), data: answers });
    const week = async (who: typeof call) =>
      (await who(bookingsApi.week, { placeId: room.id, day: tuesday })).body.days[1]?.slots;
    expect((await week(call))?.map(({ state }) => state)).toEqual(["taken", "mine", "free"]);
    const neighbour = await week(await world.as(resident(7)));
    expect(neighbour?.map(({ state, by }) => [state, by])).toEqual([
      ["taken", null],
      ["taken", null],
      ["free", null],
    ]);
    expect((await week(desk))?.map(({ by }) => by)).toEqual(["检修", "居民6", null]);
  });
});

describe("visits at home", () => {
  const aVisit = async () => {
    const desk = await world.as(people.eastDesk);
    const lead = await world.app.services.identity.actorByPhone(tenant, people.lead);
    const { body: service } = await desk(bookingsApi.addBookable, {
      kind: "visit",
      nodeId: await nodeNamed("东街社区"),
      name: `代办${count++}`,
      people: [lead?.accountId ?? ""],
    });
    const call = await world.as(resident(8));
    const book = (address?: string) =>
      call(bookingsApi.book, {
        placeId: service.id,
        startsAt: at(tuesday, "09:00"),
        data: { what: "办证" },
        ...(address ? { address, wish: "腿脚不便" } : {}),
      });
    return { desk, call, book, leadId: lead?.accountId ?? "" };
  };

  it("asks for the address, seals it, and shows it to who goes with a reason that is kept", async () => {
    const { desk, call, book, leadId } = await aVisit();
    expect((await book()).problem.errors?.[0]?.path).toBe("address");
    const booked = (await book("秘密路 88 号")).body.items[0];
    const id = booked?.id ?? "";
    const rows = await world.query<{ all: string }>(
      `select row_to_json(k)::text as all from bookings k where k.tenant_id = '${tenant}' and k.id = '${id}'`,
    );
    expect(rows[0]?.all).not.toMatch(/秘密|腿脚/);
    const { body } = await desk(bookingsApi.actOnBooking, {
      bookingId: id,
      action: "confirm",
      version: 1,
      workerId: leadId,
    });
    expect(body.worker?.id).toBe(leadId);
    expect(body.by).toBe("居**");
    const lead = await world.as(people.lead);
    const stranger = await world.as(people.other);
    expect((await stranger(bookingsApi.revealHome, { bookingId: id, reason: "想看看" })).status).toBe(404);
    expect((await stranger(bookingsApi.booking, { bookingId: id })).status).toBe(404);
    const shown = await lead(bookingsApi.revealHome, { bookingId: id, reason: "今天上门" });
    expect(shown.body).toMatchObject({ name: "居民8", address: "秘密路 88 号", wish: "腿脚不便", phone: resident(8) });
    const kept = await world.query<{ reason: string }>(
      `select reason from disclosures where tenant_id = '${tenant}' and subject_id = '${id}'`,
    );
    expect(kept.map(({ reason }) => reason)).toEqual(["今天上门"]);
    world.clock.set(new Date(at(tuesday, "09:30")));
    expect(
      (await lead(bookingsApi.actOnBooking, { bookingId: id, action: "done", version: 2 })).problem.detail,
    ).toContain("做了什么");
    const done = await lead(bookingsApi.actOnBooking, { bookingId: id, action: "done", version: 2, words: "代交材料" });
    expect(done.body).toMatchObject({ status: "done", note: "代交材料" });
    expect((await call(bookingsApi.booking, { bookingId: id })).body.note).toBe("代交材料");
  });
});
