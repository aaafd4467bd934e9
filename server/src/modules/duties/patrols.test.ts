import { notifyApi } from "@ginkgo/shared/api/notify.ts";
import { type PatrolRoute, patrolsApi } from "@ginkgo/shared/api/patrols.ts";
import { beforeEach, describe, expect, it } from "vitest";
import { monday, useApp } from "../../../test/app.ts";
import { dutyLand, dutyPlace, dutyPeople as people, resident } from "../../../test/duties-place.ts";
import { codeIn } from "./patrol-model.ts";

const world = useApp(dutyPlace());
const tenant = dutyLand.code;

const nodeNamed = async (name: string): Promise<string> => {
  const tree = await world.app.services.forest.tree(tenant);
  for (const node of tree.all()) if (node.name === name) return node.id;
  throw new Error(`no node ${name}`);
};
const idOf = async (phone: string) => (await world.app.services.identity.actorByPhone(tenant, phone))?.accountId ?? "";

let count = 0;
const setUp = async (times: readonly object[] = []) => {
  const desk = await world.as(people.eastDesk);
  const node = await nodeNamed("东街社区");
  const squad = await desk(patrolsApi.addSquad, {
    nodeId: node,
    name: `巡逻队${count++}`,
    teamId: null,
    people: [await idOf(resident(0)), await idOf(resident(1))],
  });
  const route = await desk(patrolsApi.addRoute, {
    kind: "patrol",
    nodeId: node,
    name: `路线${count++}`,
    points: [{ name: "东门" }, { name: "泵房" }, { name: "河边", lng: 110, lat: 30 }],
    times: times.map((time) => ({ ...time, squadId: squad.body.id })) as never,
  });
  expect(route.status, route.problem.detail).toBe(200);
  return { desk, route: route.body, squad: squad.body };
};
const codes = ({ points }: PatrolRoute) => points.map(({ code }) => code ?? "");

beforeEach(() => world.clock.set(monday));

describe("a round", () => {
  it("is ticked by the codes that stand at its points, each once, and is done from the points its kind asks for", async () => {
    const { route } = await setUp();
    const walker = await world.as(resident(0));
    const seen = (await walker(patrolsApi.routes, {})).body.items.find(({ id }) => id === route.id);
    expect(seen?.mayWalk).toBe(true);
    expect(seen?.points.map(({ code }) => code)).toEqual([null, null, null]);
    const { body: round } = await walker(patrolsApi.begin, { routeId: route.id });
    const [east = "", pump = ""] = codes(route);
    const tick = (code: string) => walker(patrolsApi.tick, { roundId: round.id, code });
    expect((await tick(`https://x.example/m/patrols?code=${east}`)).body.ticked).toBe(1);
    await Promise.all(Array.from({ length: 5 }, () => tick(east.toLowerCase())));
    expect((await tick(east)).body).toMatchObject({ ticked: 1, needed: 2 });
    world.clock.advance(30 * 60_000);
    expect((await tick(pump)).body.ticked).toBe(2);
    const { body } = await walker(patrolsApi.end, { roundId: round.id });
    expect(body.status).toBe("done");
    expect((await tick(pump)).problem.code).toBe("not-allowed-now");
  });

  it("refuses a code of another route, a renewed one and an invented one in the same words", async () => {
    const { route, desk } = await setUp();
    const { route: other } = await setUp();
    const walker = await world.as(resident(0));
    const { body: round } = await walker(patrolsApi.begin, { routeId: route.id });
    const [old = ""] = codes(route);
    const renewed = await desk(patrolsApi.renewCode, { routeId: route.id, pointId: route.points[0]?.id ?? "" });
    const tick = (code: string) => walker(patrolsApi.tick, { roundId: round.id, code });
    const refused = [await tick(codes(other)[0] ?? ""), await tick(old), await tick("AAAAAAAAAA")];
    expect(new Set(refused.map(({ problem }) => problem.detail)).size).toBe(1);
    expect(refused.every(({ status }) => status === 409)).toBe(true);
    expect((await tick(codes(renewed.body)[0] ?? "")).status).toBe(200);
  });

  it("is walked by its squad only; the rest of the squad may join, others do not see it", async () => {
    const { route } = await setUp();
    const { body: round } = await (await world.as(resident(0)))(patrolsApi.begin, { routeId: route.id });
    const mate = await world.as(resident(1));
    const stranger = await world.as(people.westDesk);
    const code = codes(route)[0] ?? "";
    expect((await mate(patrolsApi.begin, { routeId: route.id })).problem.code).toBe("not-allowed-now");
    expect((await mate(patrolsApi.tick, { roundId: round.id, code })).problem.code).toBe("not-allowed-now");
    expect((await mate(patrolsApi.join, { roundId: round.id })).body.people).toEqual(["居民0", "居民1"]);
    expect((await mate(patrolsApi.tick, { roundId: round.id, code })).status).toBe(200);
    expect((await stranger(patrolsApi.round, { roundId: round.id })).status).toBe(404);
    expect((await stranger(patrolsApi.tick, { roundId: round.id, code })).status).toBe(404);
    expect((await stranger(patrolsApi.begin, { routeId: route.id })).status).toBe(404);
  });

  it("writes down point and time, and neither who ticked nor where anyone was", async () => {
    const columns = await world.query<{ column_name: string }>(
      "select column_name from information_schema.columns where table_name = 'patrol_ticks' order by 1",
    );
    expect(columns.map(({ column_name }) => column_name)).toEqual(["at", "point_id", "round_id", "tenant_id"]);
  });

  it("begins once when two of a squad begin the planned one at the same moment", async () => {
    const { route, desk } = await setUp([{ days: [1], at: "09:30" }]);
    const { body } = await desk(patrolsApi.rounds, { route: route.id });
    const [planned] = body.items;
    expect(planned?.status).toBe("planned");
    const begun = await Promise.all(
      [0, 1].map(async (i) =>
        (await world.as(resident(i)))(patrolsApi.begin, { routeId: route.id, roundId: planned?.id ?? "" }),
      ),
    );
    expect(begun.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it("that nobody walks is missed, told to the desk once, and counted", async () => {
    const { route, desk } = await setUp([{ days: [1], at: "09:30" }]);
    await Promise.all(Array.from({ length: 4 }, () => world.app.services.duties.sweep()));
    world.clock.advance(2 * 3_600_000);
    await Promise.all(Array.from({ length: 4 }, () => world.app.services.duties.sweep()));
    await world.app.services.duties.sweep();
    const { body } = await desk(patrolsApi.rounds, { route: route.id });
    expect(body.items.map(({ status }) => status)).toEqual(["missed"]);
    await world.settle();
    const { body: inbox } = await desk(notifyApi.inbox, { limit: 100 });
    expect(inbox.items.filter(({ title }) => title === `漏巡：${route.name}`)).toHaveLength(1);
    const { body: figures } = await desk(patrolsApi.figures, { from: "2026-11-23", to: "2026-11-23" });
    expect(figures.missed).toBeGreaterThanOrEqual(1);
    expect(figures.patrollers).toBe(2);
    expect(figures.neglected.length).toBeGreaterThan(0);
  });

  it("that nobody ends is ended by itself, short of points as it is", async () => {
    const { route } = await setUp();
    const walker = await world.as(resident(0));
    const { body: round } = await walker(patrolsApi.begin, { routeId: route.id });
    world.clock.advance(4 * 3_600_000);
    await world.app.services.duties.sweep();
    expect((await walker(patrolsApi.round, { roundId: round.id })).body).toMatchObject({ status: "short", ticked: 0 });
  });
});

describe("the code in what was scanned", () => {
  it("is found in an address, and in what was typed with gaps and small letters", () => {
    expect(codeIn("https://a.example/m/patrols?code=ABCDE23456&place=990001")).toBe("ABCDE23456");
    expect(codeIn("https://a.example/p/abcde23456")).toBe("ABCDE23456");
    expect(codeIn(" abcde 23456 ")).toBe("ABCDE23456");
  });
});
