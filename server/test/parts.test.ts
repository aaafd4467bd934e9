/** Cases with parts while several act at once: nothing hangs, nothing is counted twice, nothing is lost. */
import { orgApi } from "@ginkgo/shared/api/org.ts";
import { afterEach, describe, expect, it } from "vitest";
import { useApp } from "./app.ts";
import { hardPlace, hardPeople as people } from "./fixture-hard.ts";
import { handsOf } from "./hands.ts";

const world = useApp(hardPlace());
const { view, submit, mustAct, atOnce, bodies, query } = handsOf(world);

const divided = async (...codes: string[]) => {
  const { id } = await submit(people.resident, "joint-work");
  return mustAct(people.desk, id, "divide", { to: await bodies(...codes), words: "各做一部分" });
};
type Divided = Awaited<ReturnType<typeof divided>>;
const takers = { 住建局: people.roads, 自来水公司: people.water, 律师事务所: people.law } as const;
const partsOf = ({ children }: Pick<Divided, "children">) =>
  children.map(({ id, assignedTo }) => ({ id, who: takers[assignedTo as keyof typeof takers] }));
const report = async (one: Pick<Divided, "children">) => {
  const parts = partsOf(one);
  for (const { id, who } of parts) await mustAct(who, id, "report");
  return parts;
};

afterEach(async () => {
  const wrong = await query(`
    select p.no, p.open_sub_cases, count(c.id)::int as open from cases p
    left join cases c on c.tenant_id = p.tenant_id and c.parent_id = p.id and not c.ended
    group by p.tenant_id, p.id having p.open_sub_cases <> count(c.id)`);
  expect(wrong, "every case knows how many of its parts are open").toEqual([]);
});

describe("while parts end", () => {
  it("the case itself may be acted on: one of both comes first, and the count is right", async () => {
    for (let i = 0; i < 4; i++) {
      const one = await divided("roads", "water");
      const [roads, water] = await report(one);
      const to = await bodies("law");
      const answers = await atOnce([
        [people.roads, roads?.id ?? "", "done"],
        [people.desk, one.id, "divide", { to, words: "再来一家" }],
        [people.water, water?.id ?? "", "done"],
      ]);
      for (const { status, problem } of answers)
        if (status !== 200) expect(["stale", "not-allowed-now"]).toContain(problem.code);
      const after = (await view(people.desk, one.id)).body;
      const open = after.children.filter(({ stateLabel }) => stateLabel !== "已办完").length;
      expect(after.stateLabel).toBe(open === 0 ? "待验收" : "联办中");
    }
  });

  it("two who divide it at once divide it once", async () => {
    const { id } = await submit(people.resident, "joint-work");
    const to = await bodies("roads", "water");
    const answers = await atOnce([
      [people.desk, id, "divide", { to, words: "一" }],
      [people.desk, id, "divide", { to, words: "二" }],
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const { body } = await view(people.desk, id);
    expect(body.children.map(({ no }) => no)).toEqual([`${body.no}-1`, `${body.no}-2`]);
  });

  it("two sweeps and a person on the same case do not get into each other's way", async () => {
    const cases = await Promise.all(Array.from({ length: 12 }, () => submit(people.resident, "joint-work")));
    world.clock.advance(24 * 3_600_000 + 1000);
    const to = await bodies("roads");
    const sweeps = Promise.all([1, 2, 3].map(() => world.app.services.cases.alarms.sweep()));
    const answers = await atOnce(
      cases.map(({ id }) => [people.desk, id, "divide", { to, words: "现在就办" }] as const),
    );
    await sweeps;
    for (const { status, problem } of answers) expect([200, 409], problem.detail).toContain(status);
    await world.app.services.cases.alarms.sweep();
    for (const { id } of cases) {
      const { timeline } = (await view(people.desk, id)).body;
      expect(timeline.filter(({ label }) => label.startsWith("已超过时限"))).toHaveLength(1);
    }
  });
});

describe("a case that has ended before its parts", () => {
  it("lets them go on, stays ended, and keeps the time of its end", async () => {
    const one = await divided("roads", "water");
    const parts = await report(one);
    await mustAct(people.desk, one.id, "close");
    const endOf = async () =>
      (await query<{ ended_at: Date; ended: boolean }>(`select ended, ended_at from cases where id = '${one.id}'`))[0];
    const ended = await endOf();
    expect(ended?.ended).toBe(true);
    for (const { id, who } of parts) await mustAct(who, id, "done");
    expect((await view(people.desk, one.id)).body).toMatchObject({ stateLabel: "已结束" });
    const [first] = parts;
    await mustAct(people.desk, first?.id ?? "", "again");
    expect((await view(people.desk, one.id)).body.timeline.map(({ label }) => label).slice(-3)).toEqual([
      "一项分办事项已结束",
      "一项分办事项已结束",
      "一项分办事项重新打开",
    ]);
    expect(await endOf()).toEqual(ended);
    await mustAct(people.desk, one.id, "reopen");
    await mustAct(first?.who ?? "", first?.id ?? "", "done");
    expect((await view(people.desk, one.id)).body.stateLabel).toBe("待验收");
  });

  it("is the same when its reporter withdraws it or it is merged into another", async () => {
    const other = await submit(people.resident2, "joint-work");
    for (const [who, action, data] of [
      [people.resident, "withdraw", {}],
      [people.desk, "merge", { into: other.id }],
    ] as const) {
      const one = await divided("roads");
      const [part] = await report(one);
      await mustAct(who, one.id, action, data);
      const still = (await view(people.roads, part?.id ?? "")).body;
      expect(still.actions.map(({ action: name }) => name)).toContain("done");
      await mustAct(people.roads, part?.id ?? "", "done");
    }
  });
});

describe("parts of parts", () => {
  it("end from the inside out, each case going on after its last part", async () => {
    const one = await divided("roads");
    const [part] = await report(one);
    const inner = await mustAct(people.roads, part?.id ?? "", "divide", {
      to: await bodies("water", "law"),
      words: "再分",
    });
    expect(inner.children.map(({ no }) => no)).toEqual([`${one.no}-1-1`, `${one.no}-1-2`]);
    const innerParts = await report(inner);
    const ends = await atOnce(innerParts.map(({ id, who }) => [who, id, "done", { words: "完成" }] as const));
    expect(ends.map(({ status }) => status)).toEqual([200, 200]);
    expect((await view(people.desk, part?.id ?? "")).body.stateLabel).toBe("已办完");
    expect((await view(people.desk, one.id)).body.stateLabel).toBe("待验收");
  });
});

describe("merging", () => {
  it("two into each other at the same moment leaves one of them open", async () => {
    for (let i = 0; i < 3; i++) {
      const [a, b] = [await submit(people.resident, "joint-work"), await submit(people.resident2, "joint-work")];
      const answers = await atOnce([
        [people.desk, a.id, "merge", { into: b.id }],
        [people.desk, b.id, "merge", { into: a.id }],
      ]);
      expect(answers.map(({ status }) => status < 500)).toEqual([true, true]);
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    }
  });

  it("a case into its own part while that ends neither hangs nor fails", async () => {
    for (let i = 0; i < 3; i++) {
      const one = await divided("roads");
      const [part] = await report(one);
      const answers = await atOnce([
        [people.desk, one.id, "merge", { into: part?.id }],
        [people.roads, part?.id ?? "", "done"],
      ]);
      for (const { status, problem } of answers) expect([200, 400, 409], problem.detail).toContain(status);
      expect(answers.some(({ status }) => status === 200)).toBe(true);
    }
  });

  it("of two bodies to which a case is offered leaves it offered once", async () => {
    const admin = await world.as(people.admin);
    const parent = await world.node("990001001001");
    const team = (await admin(orgApi.addNode, { parent, tier: "team", kind: "volunteer", name: "新队" })).body;
    const volunteers = await world.node("volunteers");
    const { id } = await submit(people.resident, "road");
    await mustAct(people.desk, id, "grab", { to: [team.id, volunteers] });
    const merged = await admin(orgApi.mergeNode, { nodeId: team.id, version: team.version, into: volunteers });
    expect([merged.status, merged.problem.detail]).toEqual([200, undefined]);
    expect((await view(people.desk, id)).body.assignedTo).toBe("东街志愿服务队");
  });
});

describe("a timer", () => {
  it("that was put off rings for the limit the case has then, and not before", async () => {
    const { id } = await submit(people.resident, "joint-work");
    await query(`update timers set at = now() - interval '1 year' where subject_id = '${id}'`);
    await world.app.services.cases.alarms.sweep();
    const { body } = await view(people.desk, id);
    expect(body.timeline.map(({ label }) => label)).toEqual(["提交"]);
    expect(body.time).toBe("ok");
    world.clock.advance(24 * 3_600_000 + 1000);
    await world.app.services.cases.alarms.sweep();
    expect((await view(people.desk, id)).body.time).toBe("late");
  });
});
