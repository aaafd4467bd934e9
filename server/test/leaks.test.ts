/** What the handlers record among themselves is nowhere else: not with desks, in lists, files, messages, outcomes or refusals. */
import { casesApi } from "@ginkgo/shared/api/cases.ts";
import { notifyApi } from "@ginkgo/shared/api/notify.ts";
import pg from "pg";
import readExcel from "read-excel-file/node";
import sharp from "sharp";
import { expect, it } from "vitest";
import { type Caller, useApp } from "./app.ts";
import { hardPlace, hardPeople as people } from "./fixture-hard.ts";
import { handsOf } from "./hands.ts";

const world = useApp(hardPlace());
const { view, submit, act, mustAct, bodies } = handsOf(world);

const secret = "密不外传的家事";
const everyone = Object.values(people);
const handlers: readonly string[] = [people.law, people.volunteer];
/** Besides, who speaks for the bodies through which they handle it. */
const insiders: readonly string[] = [...handlers, people.water, people.both];

const photoOf = async ({ token }: Caller): Promise<string> => {
  const image = await sharp({ create: { width: 40, height: 30, channels: 3, background: "red" } })
    .jpeg()
    .toBuffer();
  const head = `--b\r\nContent-Disposition: form-data; name="file"; filename="a.jpg"\r\nContent-Type: image/jpeg\r\n\r\n`;
  const response = await world.app.http.inject({
    method: "POST",
    url: "/api/v1/files",
    headers: { authorization: `Bearer ${token}`, "content-type": "multipart/form-data; boundary=b" },
    payload: Buffer.concat([Buffer.from(head), image, Buffer.from("\r\n--b--\r\n")]),
  });
  expect(response.statusCode).toBe(200);
  return response.json<{ id: string }>().id;
};

const messages = async (work: () => Promise<void>): Promise<string[]> => {
  const client = new pg.Client({ connectionString: world.urls.owner });
  await client.connect();
  const heard: string[] = [];
  client.on("notification", ({ payload }) => heard.push(payload ?? ""));
  for (const channel of ["ginkgo_cases", "ginkgo_inbox"]) await client.query(`listen ${channel}`);
  try {
    await work();
    await world.settle();
    await client.query("select 1");
    return heard;
  } finally {
    await client.end();
  }
};

it("stays among them", async () => {
  const { id } = await submit(people.resident, "meeting", { visibility: "public", words: "公开的一件事" });
  await mustAct(people.desk, id, "call", { to: await bodies("volunteers") });
  await mustAct(people.desk, id, "askLaw", { to: await bodies("law", "water") });
  for (const who of handlers) await mustAct(who, id, "join");
  const photo = await photoOf(await world.as(people.law));
  const heard = await messages(async () => {
    await mustAct(people.law, id, "record", { words: secret, photos: [photo] });
  });
  expect(heard.length).toBeGreaterThan(0);
  expect(heard.join("\n")).not.toContain(secret);
  // A message between servers names nobody.
  for (const name of ["志愿", "律师", "自来水"]) expect(heard.join("\n")).not.toContain(name);

  const wrong = await act(people.law, id, "record", { words: "", photos: [photo] });
  expect(JSON.stringify(wrong.problem)).not.toContain(secret);
  await mustAct(people.water, id, "join");
  for (const who of [people.law, people.water]) await mustAct(who, id, "part");
  await mustAct(people.volunteer, id, "close", { words: "谈好了", agreed: true });
  await world.settle();

  for (const who of everyone) {
    const caller = await world.as(who);
    const page = JSON.stringify((await view(who, id)).body);
    const inside = insiders.includes(who);
    expect([who, page.includes(secret), page.includes(photo)]).toEqual([who, inside, inside]);
    const boxes = ["reported", "mine", "team", "desk", "neighbours"] as const;
    const lists = await Promise.all(
      boxes.flatMap((box) => [
        caller(casesApi.list, { box, limit: 200 }),
        caller(casesApi.list, { box, q: secret, limit: 200 }),
      ]),
    );
    expect(lists.map(({ body }) => JSON.stringify(body.items)).join("\n")).not.toContain(secret);
    expect(lists.filter((_one, i) => i % 2 === 1).flatMap(({ body }) => body.items)).toEqual([]);
    expect(JSON.stringify((await caller(notifyApi.inbox, { limit: 200 })).body)).not.toContain(secret);
    const outcomes = (await caller(casesApi.outcomes, { limit: 200 })).body.items;
    expect(outcomes.find((one) => one.id === id)).toMatchObject({ outcome: "谈好了", photos: [] });
    expect(JSON.stringify(outcomes)).not.toContain(secret);
  }
});

it("nor does a neighbour learn who handles a public case, nor who could", async () => {
  const { id } = await submit(people.resident, "meeting", { visibility: "public" });
  await mustAct(people.desk, id, "call", { to: await bodies("volunteers") });
  await mustAct(people.volunteer, id, "join");
  const page = (await view(people.resident2, id)).body;
  expect(page.trail).toEqual([]);
  expect(JSON.stringify(page)).not.toContain('志愿"');
  expect(page.waiting).not.toContain("志愿，");
  expect(page.waiting).toMatch(/^等待/);
  const neighbour = await world.as(people.resident2);
  expect((await neighbour(casesApi.candidates, { caseId: id, tiers: "team" })).problem.code).toBe("forbidden");
});

it("nor does the export hold more than the list", async () => {
  const { id, no } = await submit(people.resident, "meeting");
  await mustAct(people.desk, id, "call", { to: await bodies("volunteers") });
  await mustAct(people.volunteer, id, "join");
  await mustAct(people.volunteer, id, "record", { words: secret });
  const { token } = await world.as(people.leader);
  const response = await world.app.http.inject({
    url: "/api/v1/cases/export.xlsx",
    headers: { authorization: `Bearer ${token}` },
  });
  expect(response.statusCode).toBe(200);
  const text = JSON.stringify(await readExcel(response.rawPayload));
  expect(text).toContain(no);
  expect(text).not.toContain(secret);
});

it("and who sent a case reads what is for them also when they work on it themselves", async () => {
  const { id } = await submit(people.volunteer, "dispute");
  await mustAct(people.desk, id, "convene", {
    lead: await bodies("volunteers"),
    law: await bodies("law"),
    police: await bodies("roads"),
  });
  await mustAct(people.volunteer, id, "join");
  await mustAct(people.desk, id, "toReporter", { words: "只说给反映人" });
  const texts = async (who: string) => JSON.stringify((await view(who, id)).body.timeline);
  expect(await texts(people.volunteer)).toContain("只说给反映人");
  expect(await texts(people.law)).not.toContain("只说给反映人");
});
