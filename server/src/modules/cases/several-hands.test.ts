import { casesApi } from "@ginkgo/shared/api/cases.ts";
import { notifyApi } from "@ginkgo/shared/api/notify.ts";
import { describe, expect, it } from "vitest";
import { useApp } from "../../../test/app.ts";
import { jointPlace, jointPeople as people } from "../../../test/fixture-joint.ts";

const world = useApp(jointPlace());

const submit = async (who: string, category: string, more: object = {}) => {
  const node = await world.node("east-1");
  return (await world.as(who))(casesApi.submit, { category, words: "东街的一件事", node, ...more });
};
const view = async (who: string, caseId: string) => (await world.as(who))(casesApi.view, { caseId });
const act = async (who: string, caseId: string, action: string, data: object = {}) => {
  world.clock.advance(1000);
  const caller = await world.as(who);
  const { body } = await caller(casesApi.view, { caseId });
  return caller(casesApi.act, { caseId, action, version: body.version ?? 1, data: { ...data } });
};
const mustAct = async (who: string, caseId: string, action: string, data: object = {}) => {
  const result = await act(who, caseId, action, data);
  expect([action, result.status, result.problem.detail]).toEqual([action, 200, undefined]);
  return result.body;
};
const bodies = (...codes: string[]) => Promise.all(codes.map((code) => world.node(code)));

const whistle = async () => {
  const { status, body } = await submit(people.caller, "whistle", {
    data: { to: await bodies("roads", "water"), task: "抢修路面" },
  });
  expect(status).toBe(200);
  return body;
};
const partOf = (one: Awaited<ReturnType<typeof whistle>>, name: string) =>
  one.children.find(({ assignedTo }) => assignedTo === name)?.id ?? "";

describe("a case with parts", () => {
  it("opens one for each body, numbered after it, and goes on by itself when the last has ended", async () => {
    const parent = await whistle();
    expect(parent.children.map(({ no, words, assignedTo }) => [no, words, assignedTo])).toEqual([
      [`${parent.no}-1`, "抢修路面", "住建局"],
      [`${parent.no}-2`, "抢修路面", "自来水公司"],
    ]);
    await world.settle();
    const inbox = await (await world.as(people.roads))(notifyApi.inbox, { limit: 50 });
    expect(inbox.body.items.some(({ caseNo }) => caseNo === `${parent.no}-1`)).toBe(true);

    const [roads, water] = [partOf(parent, "住建局"), partOf(parent, "自来水公司")];
    expect((await view(people.roads, roads)).body.parent).toBeNull();
    expect((await view(people.roads, water)).status).toBe(404);
    await mustAct(people.roads, roads, "report");
    await mustAct(people.roads, roads, "done", { words: "路面已修" });
    expect((await act(people.caller, parent.id, "close")).problem.code).toBe("not-allowed-now");
    await mustAct(people.water, water, "report");
    await mustAct(people.water, water, "done", { words: "水管已换" });
    const after = (await view(people.caller, parent.id)).body;
    expect(after.stateLabel).toBe("待验收");
    expect(after.timeline.map(({ label }) => label)).toEqual([
      "提交",
      "一项分办事项已结束",
      "一项分办事项已结束",
      "各方已办完",
    ]);
    expect((await view(people.caller, roads)).body.parent?.no).toBe(parent.no);
  });

  it("counts right when all parts end in the same instant", async () => {
    const parent = await whistle();
    const parts = [
      [people.roads, partOf(parent, "住建局")],
      [people.water, partOf(parent, "自来水公司")],
    ] as const;
    for (const [who, id] of parts) await mustAct(who, id, "report");
    const versions = await Promise.all(parts.map(async ([who, id]) => (await view(who, id)).body.version));
    const ends = await Promise.all(
      parts.map(async ([who, caseId], i) =>
        (await world.as(who))(casesApi.act, {
          caseId,
          action: "done",
          version: versions[i] ?? 0,
          data: { words: "完成" },
        }),
      ),
    );
    expect(ends.map(({ status }) => status)).toEqual([200, 200]);
    expect((await view(people.caller, parent.id)).body.stateLabel).toBe("待验收");
  });

  it("takes further parts, and waits again for one that is opened anew", async () => {
    const parent = await whistle();
    const roads = partOf(parent, "住建局");
    const more = await mustAct(people.caller, parent.id, "more", { to: await bodies("law"), task: "法律意见" });
    expect(more.children.map(({ no }) => no)).toEqual([`${parent.no}-1`, `${parent.no}-2`, `${parent.no}-3`]);
    await mustAct(people.roads, roads, "report");
    await mustAct(people.roads, roads, "done", { words: "完成" });
    await mustAct(people.caller, roads, "again");
    for (const [who, name] of [
      [people.water, "自来水公司"],
      [people.law, "律师事务所"],
    ] as const) {
      const id = partOf(more, name);
      await mustAct(who, id, "report");
      await mustAct(who, id, "done", { words: "完成" });
    }
    expect((await view(people.caller, parent.id)).body.stateLabel).toBe("各方报到中");
    await mustAct(people.roads, roads, "done", { words: "这次真的完成" });
    expect((await view(people.caller, parent.id)).body.stateLabel).toBe("待验收");
  });

  it("is begun by whoever may, and its parts by nobody", async () => {
    const data = { to: await bodies("roads"), task: "修路" };
    expect((await submit(people.resident, "whistle", { data })).problem.code).toBe("forbidden");
    expect((await submit(people.caller, "report-in")).problem.code).toBe("forbidden");
  });
});

describe("several who handle one case", () => {
  const convened = async (more: object = {}) => {
    const { body } = await submit(people.resident, "dispute", more);
    const [lead, law, police] = await bodies("volunteers", "law", "roads");
    await mustAct(people.desk, body.id, "convene", { lead: [lead], law: [law], police: [police] });
    return body.id;
  };

  it("shows who is asked, who has come in which part, and who has done theirs", async () => {
    const id = await convened();
    const asked = (await view(people.desk, id)).body;
    expect(asked.invited).toEqual([
      { name: "住建局", plays: "民警" },
      { name: "律师事务所", plays: "律师" },
    ]);
    await mustAct(people.law, id, "join");
    const done = await mustAct(people.law, id, "opinion", { words: "双方各让一步" });
    expect(done.handlers).toMatchObject([{ name: "律师", plays: "律师", lead: false }]);
    expect(done.handlers[0]?.doneAt).not.toBeNull();
  });

  it("keeps the handlers' record among the handlers, a desk's note among desks, an answer from the handlers", async () => {
    const id = await convened();
    await mustAct(people.law, id, "join");
    await mustAct(people.law, id, "record", { words: "当事人的隐私" });
    await mustAct(people.desk, id, "deskNote", { words: "反映人情绪激动" });
    await mustAct(people.desk, id, "toReporter", { words: "已约周三调解" });
    const texts = async (who: string) => JSON.stringify((await view(who, id)).body.timeline);
    const [law, desk, resident] = [await texts(people.law), await texts(people.desk), await texts(people.resident)];
    expect([law, desk, resident].map((text) => text.includes("当事人的隐私"))).toEqual([true, false, false]);
    expect([law, desk, resident].map((text) => text.includes("反映人情绪激动"))).toEqual([false, true, false]);
    expect([law, desk, resident].map((text) => text.includes("已约周三调解"))).toEqual([false, true, true]);
  });

  it("publishes the outcome, and persons only with their consent", async () => {
    const publish = async (mayPublish: boolean) => {
      const id = await convened({ words: "楼上漏水的纠纷" });
      for (const who of [people.law, people.roads]) {
        await mustAct(who, id, "join");
        if (who === people.roads)
          expect((await act(people.volunteer, id, "agree", { words: "和解", mayPublish })).status).not.toBe(200);
        await mustAct(who, id, "opinion", { words: "同意" });
      }
      await mustAct(people.volunteer, id, "join");
      await mustAct(people.volunteer, id, "agree", { words: "各自维修", mayPublish });
      const { body } = await (await world.as(people.resident2))(casesApi.outcomes, { limit: 50 });
      return body.items.find((one) => one.id === id);
    };
    expect(await publish(true)).toMatchObject({ outcome: "各自维修", words: "楼上漏水的纠纷", reporter: "居民" });
    expect(await publish(false)).toMatchObject({
      outcome: "各自维修",
      community: "东街社区",
      words: null,
      reporter: null,
      address: null,
      stars: null,
      photos: [],
    });
  });
});

describe("a step that needs one of several answers", () => {
  it("is refused without any, naming them, and taken with either", async () => {
    const { body } = await submit(people.resident, "dispute");
    const [lead, law, police] = await bodies("volunteers", "law", "roads");
    await mustAct(people.desk, body.id, "convene", { lead: [lead], law: [law], police: [police] });
    const { problem } = await act(people.desk, body.id, "hint");
    expect(problem).toMatchObject({ code: "invalid-input", detail: "“谁知道”、“在哪里”请至少填一项。" });
    await mustAct(people.desk, body.id, "hint", { where: "东街口" });
  });
});

describe("the list of what may be pushed down", () => {
  it("takes what is on it and refuses what is not, naming the field", async () => {
    const onIt = await submit(people.desk, "task", { data: { item: "census", until: "2026-12-31" } });
    expect(onIt.status).toBe(200);
    const off = await submit(people.desk, "task", { data: { item: "door-plates" } });
    expect(off.problem).toMatchObject({ code: "invalid-input", errors: [{ path: "data.item" }] });
    expect(off.problem.detail).toContain("事项清单");
    const none = await submit(people.desk, "task", { data: {} });
    expect(none.problem.errors?.[0]?.path).toBe("data.item");
  });
});

describe("parts of a state that run at once", () => {
  it("are shown together, each with its limit, and the case goes on when both are done", async () => {
    const { body } = await submit(people.desk, "check");
    expect(body.stateLabel).toBe("消防检查／环保检查");
    expect(body.limits.map(({ label }) => label)).toEqual(["消防检查", "检查中"]);
    await mustAct(people.desk, body.id, "airOk");
    const done = await mustAct(people.desk, body.id, "fireOk");
    expect(done).toMatchObject({ stateLabel: "检查结束", limits: [], actions: [] });
  });

  it("run out one by one: the part's limit rings, its own step follows, the whole's goes on", async () => {
    const { body } = await submit(people.desk, "check");
    world.clock.advance(4 * 3_600_000 + 1000);
    await world.app.services.cases.alarms.sweep();
    const late = (await view(people.desk, body.id)).body;
    expect(late.stateLabel).toBe("书面检查／环保检查");
    expect(late.limits.map(({ label, time }) => [label, time])).toEqual([
      ["书面检查", "ok"],
      ["检查中", "ok"],
    ]);
    world.clock.advance(24 * 3_600_000);
    await world.app.services.cases.alarms.sweep();
    const again = (await view(people.desk, body.id)).body;
    expect(again.limits.map(({ label, time }) => [label, time])).toEqual([
      ["书面检查", "late"],
      ["检查中", "ok"],
    ]);
    world.clock.advance(24 * 3_600_000);
    await world.app.services.cases.alarms.sweep();
    expect((await view(people.desk, body.id)).body.timeline.map(({ label }) => label).slice(-2)).toEqual([
      "已超过时限：书面检查",
      "已超过时限：检查中",
    ]);
  });

  it("stand on the list of the state each of them is in", async () => {
    const { body } = await submit(people.desk, "check");
    const inState = async (state: string) =>
      (await (await world.as(people.desk))(casesApi.list, { box: "desk", state, limit: 200 })).body.items.some(
        ({ id }) => id === body.id,
      );
    expect(await inState("check:checking.fire.looking")).toBe(true);
    expect(await inState("check:checking.air.looking")).toBe(true);
    expect(await inState("check:checking")).toBe(true);
    expect(await inState("check:checking.fire.passed")).toBe(false);
  });
});
