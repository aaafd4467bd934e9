/** Several who come to one case: invited twice, joined twice, done twice, speaking for two bodies; and who holds only one right. */
import { casesApi } from "@ginkgo/shared/api/cases.ts";
import { describe, expect, it } from "vitest";
import { useApp } from "./app.ts";
import { hardPlace, hardPeople as people } from "./fixture-hard.ts";
import { handsOf } from "./hands.ts";

const world = useApp(hardPlace());
const { view, submit, act, mustAct, atOnce, bodies } = handsOf(world);

const called = async (lead: string) => {
  const { id } = await submit(people.resident, "meeting");
  await mustAct(people.desk, id, "call", { to: await bodies(lead) });
  return id;
};
const handlersOf = async (id: string) =>
  (await view(people.desk, id)).body.handlers.map(({ name, lead, plays, doneAt }) => [
    name,
    lead,
    plays,
    doneAt !== null,
  ]);
const close = { words: "谈好了", agreed: true };

describe("an invitation", () => {
  it("of a body that leads, has come or is asked already is refused by its name", async () => {
    const id = await called("volunteers");
    const [volunteers, law] = await bodies("volunteers", "law");
    const refused = async (action: string, to: (string | undefined)[], name: string) => {
      const { problem } = await act(people.desk, id, action, { to });
      expect(problem).toMatchObject({ code: "invalid-input", errors: [{ path: "data.to" }] });
      expect(problem.detail).toContain(name);
    };
    await refused("askLaw", [volunteers], "东街志愿服务队");
    await mustAct(people.desk, id, "askLaw", { to: [law] });
    await refused("askPolice", [law], "律师事务所");
    await mustAct(people.law, id, "join");
    await refused("askPolice", [law], "律师事务所");
    await mustAct(people.volunteer, id, "join");
    await refused("askLaw", [volunteers], "东街志愿服务队");
  });

  it("is answered by who speaks for two invited bodies, both of them, and the case can end", async () => {
    const id = await called("volunteers");
    await mustAct(people.volunteer, id, "join");
    const [law, water] = await bodies("law", "water");
    await mustAct(people.desk, id, "askLaw", { to: [law] });
    await mustAct(people.desk, id, "askPolice", { to: [water] });
    await mustAct(people.both, id, "join");
    await mustAct(people.both, id, "part");
    expect((await act(people.volunteer, id, "close", close)).problem.code).toBe("not-allowed-now");
    await mustAct(people.both, id, "join");
    expect((await view(people.desk, id)).body.invited).toEqual([]);
    expect((await act(people.volunteer, id, "close", close)).problem.code).toBe("not-allowed-now");
    await mustAct(people.both, id, "part");
    await mustAct(people.volunteer, id, "close", close);
  });

  it("does not keep who speaks for the leading body too from leading", async () => {
    const id = await called("water");
    await mustAct(people.desk, id, "askLaw", { to: await bodies("law") });
    await mustAct(people.both, id, "join");
    expect(await handlersOf(id)).toEqual([["两头", true, null, false]]);
    await mustAct(people.both, id, "join");
    expect((await view(people.desk, id)).body.invited).toEqual([]);
    await mustAct(people.both, id, "close", close);
  });

  it("lets one who came to help lead, when nobody does", async () => {
    const id = await called("water");
    await mustAct(people.desk, id, "askLaw", { to: await bodies("law") });
    await mustAct(people.law, id, "join");
    await mustAct(people.both, id, "join");
    expect((await handlersOf(id)).map(([name, lead]) => [name, lead])).toEqual([
      ["两头", true],
      ["律师", false],
    ]);
  });
});

describe("taking part", () => {
  it("at once with another, or twice, makes one of each", async () => {
    const id = await called("volunteers");
    await mustAct(people.desk, id, "askLaw", { to: await bodies("law", "water") });
    await atOnce([
      [people.law, id, "join"],
      [people.water, id, "join"],
      [people.volunteer, id, "join"],
    ]);
    for (const who of [people.law, people.water, people.volunteer]) await act(who, id, "join");
    expect((await handlersOf(id)).map(([name, lead, plays]) => [name, lead, plays])).toEqual([
      ["志愿", true, null],
      ["供水", false, "律师"],
      ["律师", false, "律师"],
    ]);
  });

  it("is done once; the lead has no part to finish, and finishing twice is not finishing a colleague's", async () => {
    const id = await called("volunteers");
    await mustAct(people.desk, id, "askLaw", { to: await bodies("law") });
    for (const who of [people.volunteer, people.law]) await mustAct(who, id, "join");
    await mustAct(people.volunteer, id, "part");
    expect((await handlersOf(id)).map(([, , , done]) => done)).toEqual([false, false]);
    await mustAct(people.law, id, "part");
    const { doneAt } = (await view(people.desk, id)).body.handlers[1] ?? {};
    await mustAct(people.law, id, "part");
    expect((await view(people.desk, id)).body.handlers[1]?.doneAt).toBe(doneAt);
  });
});

describe("who holds only the right a case waits for", () => {
  const listed = async (who: string, id: string, box: "mine" | "desk" | "open" = "mine") =>
    (await (await world.as(who))(casesApi.list, { box, limit: 200 })).body.items.find((one) => one.id === id);

  it("sees what a worker sees while it waits, on the list as on the page, and nothing once it does not", async () => {
    const { id } = await submit(people.resident, "ballot", { address: "三号楼二单元", visibility: "confidential" });
    const seen = (await view(people.delegate, id)).body;
    expect(seen).toMatchObject({ reporter: { name: "（不公开）", phone: null }, mayReveal: false });
    expect(await listed(people.delegate, id)).toMatchObject({ place: seen.place, bulkActions: ["pass"] });
    const caller = await world.as(people.delegate);
    expect((await caller(casesApi.revealContact, { caseId: id, reason: "想联系" })).problem.code).toBe("forbidden");

    await mustAct(people.delegate, id, "pass");
    // Kept as the one who called it, the same person is awaited now; another delegate would not be.
    expect((await view(people.delegate, id)).status).toBe(200);
    expect(await listed(people.delegate, id)).toBeDefined();
    await mustAct(people.delegate, id, "carried");
    expect((await view(people.delegate, id)).status).toBe(404);
    for (const box of ["mine", "desk", "open"] as const) expect(await listed(people.delegate, id, box)).toBeUndefined();
  });

  it("does not see what a colleague of the same body handles, on the list as on the page", async () => {
    const id = await called("water");
    await mustAct(people.desk, id, "askLaw", { to: await bodies("volunteers") });
    expect((await view(people.member, id)).status).toBe(200);
    await mustAct(people.volunteer, id, "join");
    expect((await view(people.member, id)).status).toBe(404);
    for (const box of ["mine", "desk", "open"] as const) expect(await listed(people.member, id, box)).toBeUndefined();
    const caller = await world.as(people.member);
    const team = (await caller(casesApi.list, { box: "team", limit: 200 })).body.items.map((one) => one.id);
    expect(team).not.toContain(id);
  });
});
