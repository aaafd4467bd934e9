import { places } from "@ginkgo/packs/index.ts";
import { claimsApi } from "@ginkgo/shared/api/claims.ts";
import { matchingApi } from "@ginkgo/shared/api/matching.ts";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { monday, people, tenant, useApp } from "../../../../test/app.ts";
import { useClaims } from "../harness.ts";

const world = useApp();
const { putUp, need, view, mustClaim, register } = useClaims(world);
beforeEach(() => world.clock.set(monday));

const east = () => world.node(`${tenant}001008`);
const account = async (phone: string) =>
  (await world.app.services.identity.actorByPhone(tenant, phone))?.accountId ?? "";

const begun = async (more: object = {}) => {
  const desk = await world.as(people.desk);
  const { status, body, problem } = await desk(matchingApi.begin, { node: await east(), ...more });
  expect([status, problem.detail]).toEqual([200, undefined]);
  return body.id;
};
const round = async (more: object = {}) => {
  const roundId = await begun(more);
  const desk = await world.as(people.desk);
  for (let i = 0; i < 400; i++) {
    const { body } = await desk(matchingApi.round, { roundId });
    if (body.status === "done" || body.status === "failed") {
      expect([body.status, body.problem]).toEqual(["done", null]);
      return body;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error("the round does not end");
};
const mine = async (phone: string) =>
  (await (await world.as(phone))(matchingApi.mine, { open: "yes", limit: 100 })).body.items;
const answer = async (phone: string, proposalId: string, said: "accept" | "refuse" | "refuse-for-good") =>
  (await world.as(phone))(matchingApi.answer, { proposalId, answer: said, confirmed: ["age", "skills", "health"] });

/** Every test has the needs of the community to itself. */
const quiet = () =>
  world.query(
    "update claimables set open = false; update match_proposals set status = 'expired' where status = 'proposed'",
  );

beforeAll(async () => {
  await register(people.resident, { skills: ["hairdressing"] });
  await register(people.neighbour);
});

describe("a round", () => {
  it("proposes what fits, says why, and assigns nothing until the person says yes", async () => {
    const cut = await need({ title: "上门理发", skills: ["hairdressing"] });
    const done = await round();
    expect(done.result).toMatchObject({ needs: 1, served: 1, gap: 0 });
    const [proposal] = await mine(people.resident);
    expect(proposal?.need.id).toBe(cut.id);
    expect(proposal?.why.join()).toMatch(/理发/);
    expect(await mine(people.neighbour)).toEqual([]);
    expect((await view(await world.as(people.desk), cut.id)).taken).toBe(0);
    expect((await answer(people.neighbour, proposal?.id ?? "", "accept")).status).toBe(404);
    const accepted = await answer(people.resident, proposal?.id ?? "", "accept");
    expect(accepted.body).toMatchObject({ status: "accepted", mayAnswer: false });
    expect((await view(await world.as(people.desk), cut.id)).taken).toBe(1);
    const again = await answer(people.resident, proposal?.id ?? "", "accept");
    expect(again.problem.code).toBe("not-allowed-now");
    expect((await view(await world.as(people.desk), cut.id)).taken).toBe(1);
    await world.settle();
    const told = await world.query<{ title: string }>(
      `select title from inbox where account_id = '${await account(people.resident)}' and matter_id = '${proposal?.id}'`,
    );
    expect(told).toHaveLength(1);
  });

  it("gives the last place to one of two who say yes at once, and tells the other", async () => {
    await quiet();
    const one = await need({ title: "搬书", places: 2 });
    await round();
    const offers = [
      { phone: people.resident, id: (await mine(people.resident))[0]?.id ?? "" },
      { phone: people.neighbour, id: (await mine(people.neighbour))[0]?.id ?? "" },
    ];
    expect(offers.every(({ id }) => id !== "")).toBe(true);
    await mustClaim(await world.as(people.gridWorker), one.id);
    const answers = await Promise.all(offers.map(({ phone, id }) => answer(phone, id, "accept")));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(answers.find(({ status }) => status === 409)?.problem.code).toBe("already-taken");
    expect(await view(await world.as(people.desk), one.id)).toMatchObject({ taken: 2, places: 2 });
  });

  it("never asks again who refused for good, and not at once who only refused", async () => {
    await quiet();
    const one = await need({ title: "陪护老人", places: 2 });
    await round();
    const [a] = await mine(people.resident);
    const [b] = await mine(people.neighbour);
    expect((await answer(people.resident, a?.id ?? "", "refuse-for-good")).body).toMatchObject({ forGood: true });
    expect((await answer(people.neighbour, b?.id ?? "", "refuse")).body).toMatchObject({ status: "refused" });
    const next = await round({ budget: 50 });
    expect(next.answers).toMatchObject({ proposed: 0, unserved: 1 });
    world.clock.set(new Date("2026-12-05T01:00:00Z"));
    await world.app.services.matching.answering.expire();
    const later = await begunAt(one.id);
    expect(later).toEqual([await account(people.neighbour)]);
  });

  it("keeps to the budget over several rounds, and says why needs go without", async () => {
    await quiet();
    world.clock.set(new Date("2027-02-01T01:00:00Z"));
    const first = await begunNeeds(5);
    await world.query(`update claimables set until = null where id in (${first.map((id) => `'${id}'`).join()})`);
    for (let i = 0; i < 3; i++) await decided({ budget: 2 });
    const asked = await world.query<{ account_id: string; count: number }>(
      "select account_id, count(*)::int as count from match_proposals where created_at >= '2027-02-01' and account_id is not null group by 1",
    );
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.every(({ count }) => count <= 2)).toBe(true);
    const reasons = await world.query<{ reason: { fitting: number } }>(
      "select reason from match_unserved where reason ->> 'fitting' <> '0'",
    );
    expect(reasons.length).toBeGreaterThan(0);
  });

  it("runs one at a time, and only where one may", async () => {
    await quiet();
    const desk = await world.as(people.desk);
    const all = await Promise.all([1, 2, 3].map(async () => desk(matchingApi.begin, { node: await east() })));
    expect(all.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(all.filter(({ problem }) => problem.code === "conflict")).toHaveLength(2);
    const other = await desk(matchingApi.begin, { node: await world.node(`${tenant}001009`) });
    expect(other.status).toBe(403);
    const resident = await world.as(people.resident);
    expect((await resident(matchingApi.begin, { node: await east() })).status).toBe(403);
    const roundId = all.find(({ status }) => status === 200)?.body.id ?? "";
    expect((await resident(matchingApi.round, { roundId })).status).toBe(404);
    expect((await resident(matchingApi.roundProposals, { roundId })).status).toBe(404);
    expect((await resident(matchingApi.rounds, {})).body.items).toEqual([]);
  });

  it("is nothing to another place", async () => {
    const elsewhere = places[1];
    if (!elsewhere) throw new Error("a second place is shipped");
    await world.prepare(elsewhere);
    const [one] = await world.query<{ id: string; round_id: string }>(
      "select id, round_id from match_proposals limit 1",
    );
    const stranger = await world.as(people.countyDesk, elsewhere.pack.code);
    expect((await stranger(matchingApi.proposal, { proposalId: one?.id ?? "" })).status).toBe(404);
    expect((await stranger(matchingApi.round, { roundId: one?.round_id ?? "" })).status).toBe(404);
    expect((await stranger(matchingApi.rounds, {})).body.items).toEqual([]);
  });
});

describe("without a round", () => {
  it("a need shows who fits and why, to staff only; an ability shows its needs", async () => {
    world.clock.set(monday);
    await quiet();
    const one = await need({ title: "剪头发", skills: ["hairdressing"] });
    const desk = await world.as(people.desk);
    const { body } = await desk(matchingApi.fitsNeed, { claimableId: one.id });
    const resident = await account(people.resident);
    expect(body.items.map((fit) => fit.account)).toContain(resident);
    expect(body.items.find((fit) => fit.account === resident)?.why.join()).toMatch(/理发/);
    expect(body.others.length).toBeGreaterThan(0);
    expect((await (await world.as(people.resident))(matchingApi.fitsNeed, { claimableId: one.id })).status).toBe(404);
    const me = (await (await world.as(people.resident))(matchingApi.fitsMe, {})).body;
    expect(me.registered).toBe(true);
    expect(me.items.map((fit) => fit.need.id)).toContain(one.id);
    expect(
      (await (await world.as(people.neighbour))(matchingApi.fitsMe, {})).body.items.map((fit) => fit.need.id),
    ).not.toContain(one.id);
    const offered = await putUp(await world.as(people.housing), {
      kind: "resource",
      title: "理发志愿队",
      skills: ["hairdressing"],
      bodyId: await world.node(`dept-${tenant}-housing`),
    });
    const found = await (await world.as(people.housing))(matchingApi.fitsAbility, { claimableId: offered.id });
    expect(found.body.items.map((fit) => fit.need.id)).toContain(one.id);
    expect(
      (await (await world.as(people.neighbour))(matchingApi.fitsAbility, { claimableId: offered.id })).status,
    ).toBe(404);
    expect((await desk(claimsApi.claimable, { claimableId: one.id })).body.taken).toBe(0);
  });
});

/** Sessions do not outlive the weeks that pass: the job is called by hand. */
const decided = async (more: { budget?: number } = {}) => {
  const id = crypto.randomUUID();
  const node = await east();
  await world.query(
    `insert into match_rounds (tenant_id, id, node_id, area_id, begun_by, begun_name, created_at, status, stage, budget, answer_days)
     select '${tenant}', '${id}', '${node}', '${node}', '${await account(people.desk)}', 'x', now(), 'waiting', '', ${more.budget ?? 50}, 3`,
  );
  await world.app.services.matching.running.decide({ tenant, roundId: id });
  return id;
};
const begunAt = async (needId: string) => {
  const id = await decided();
  const rows = await world.query<{ account_id: string }>(
    `select account_id from match_proposals where round_id = '${id}' and need_id = '${needId}'`,
  );
  return rows.map((row) => row.account_id);
};
const begunNeeds = async (count: number) => {
  const now = world.clock.now();
  world.clock.set(monday);
  const made: string[] = [];
  for (let i = 0; i < count; i++) made.push((await need({ title: `打扫第 ${i + 1} 栋` })).id);
  world.clock.set(now);
  return made;
};
