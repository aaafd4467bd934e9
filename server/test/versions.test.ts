/** A case begun under a version whose workflow, states and steps the next version no longer has goes on in every list and to its end. */
import { casesApi } from "@ginkgo/shared/api/cases.ts";
import type { PackInput } from "@ginkgo/shared/pack/schema.ts";
import readExcel from "read-excel-file/node";
import { beforeAll, expect, it } from "vitest";
import { useApp } from "./app.ts";
import { hardPack, hardPlace, hardPeople as people } from "./fixture-hard.ts";
import { handsOf } from "./hands.ts";

const world = useApp(hardPlace());
const { view, submit, mustAct, bodies } = handsOf(world);

/** Without the ballot: neither its category nor its workflow nor the states in which it waits for a right. */
const without = (): PackInput => {
  const { ballot: _ballot, ...workflows } = hardPack().workflows;
  return { ...hardPack(), workflows, categories: hardPack().categories.filter(({ id }) => id !== "ballot") };
};

const ids: Record<string, string> = {};
beforeAll(async () => {
  for (const name of ["vote", "bulk", "carry"]) ids[name] = (await submit(people.resident, "ballot")).id;
  await mustAct(people.delegate, ids.carry ?? "", "pass");
  ids.part = (await submit(people.resident, "joint-work")).id;
  await mustAct(people.desk, ids.part, "divide", { to: await bodies("roads"), words: "一部分" });
  await world.prepare(hardPlace(without()));
  expect((await world.app.services.packs.current("990001")).version).toBe(2);
});

const listed = async (who: string, query: object) =>
  (await (await world.as(who))(casesApi.list, { box: "desk", limit: 200, ...query })).body.items.map(({ id }) => id);

it("stands in every box, under every filter, and is counted", async () => {
  const all = [ids.vote, ids.bulk, ids.carry].sort();
  const waiting = [ids.vote, ids.bulk].sort();
  for (const box of ["desk", "open"] as const)
    expect((await listed(people.desk, { box, workflow: "ballot" })).sort()).toEqual(all);
  expect((await listed(people.desk, { category: "ballot" })).sort()).toEqual(all);
  expect((await listed(people.desk, { state: "ballot:voting" })).sort()).toEqual(waiting);
  expect((await listed(people.desk, { q: "东街", tone: "working", workflow: "ballot" })).sort()).toEqual(all);
  expect((await listed(people.resident, { box: "reported", workflow: "ballot" })).sort()).toEqual(all);
  expect((await listed(people.delegate, { box: "mine" })).sort()).toEqual(all);
  const counts = (await (await world.as(people.delegate))(casesApi.counts, {})).body;
  expect(counts).toMatchObject({ mine: 3, open: 3 });
});

it("is in the export by its own words", async () => {
  const { token } = await world.as(people.leader);
  const response = await world.app.http.inject({
    url: "/api/v1/cases/export.xlsx?workflow=ballot",
    headers: { authorization: `Bearer ${token}` },
  });
  expect(response.statusCode).toBe(200);
  const text = JSON.stringify(await readExcel(response.rawPayload));
  for (const word of ["表决中", "落实中", "ballot"]) expect(text).toContain(word);
});

it("is worked on, one by one and many at once, and rings its limit", async () => {
  const delegate = await world.as(people.delegate);
  expect((await delegate(casesApi.bulkAction, { action: "pass" })).body.label).toBe("通过");
  const { version } = (await view(people.delegate, ids.bulk ?? "")).body;
  const many = await delegate(casesApi.actOnMany, {
    action: "pass",
    cases: [{ id: ids.bulk ?? "", version }],
    data: {},
  });
  expect(many.body).toEqual({ done: [ids.bulk], failed: [] });
  world.clock.advance(25 * 3_600_000);
  await world.app.services.cases.alarms.sweep();
  expect(await listed(people.delegate, { box: "late" })).toContain(ids.vote);
  await mustAct(people.delegate, ids.vote ?? "", "pass");
  const ended = await mustAct(people.delegate, ids.vote ?? "", "carried");
  expect(ended.stateLabel).toBe("已表决");
  await mustAct(people.delegate, ids.carry ?? "", "carried");
});

it("is not begun anew", async () => {
  const { problem } = await (await world.as(people.resident))(casesApi.submit, {
    category: "ballot",
    words: "再来一次",
  });
  expect(problem.code).toBe("unknown-category");
});

it("goes on with its parts", async () => {
  const [part] = (await view(people.desk, ids.part ?? "")).body.children;
  await mustAct(people.roads, part?.id ?? "", "report");
  await mustAct(people.roads, part?.id ?? "", "done");
  expect((await view(people.desk, ids.part ?? "")).body.stateLabel).toBe("待验收");
});
