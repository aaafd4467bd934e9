import { claimsApi } from "@ginkgo/shared/api/claims.ts";
import { notifyApi } from "@ginkgo/shared/api/notify.ts";
import { beforeEach, describe, expect, it } from "vitest";
import { type Caller, monday, people, useApp } from "../../../test/app.ts";
import { postOf, useClaims } from "./harness.ts";

const world = useApp();
const { putUp, act, must, need, desk, claim, mustClaim, view, register } = useClaims(world);
const resident = () => world.as(people.resident);
const neighbour = () => world.as(people.neighbour);
const day = 24 * 3_600_000;

const inboxOf = async (who: Caller): Promise<string[]> => {
  await world.settle();
  return (await who(notifyApi.inbox, { limit: 100 })).body.items.map(({ text }) => text);
};

const photo = async (who: Caller): Promise<string> => {
  const sharp = (await import("sharp")).default;
  const file = await sharp({ create: { width: 40, height: 40, channels: 3, background: "#888" } })
    .jpeg()
    .toBuffer();
  const boundary = "x".repeat(20);
  const payload = Buffer.concat([
    Buffer.from(
      `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="a.jpg"\r\ncontent-type: image/jpeg\r\n\r\n`,
    ),
    file,
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ]);
  const response = await world.app.http.inject({
    method: "POST",
    url: "/api/v1/files",
    headers: { authorization: `Bearer ${who.token}`, "content-type": `multipart/form-data; boundary=${boundary}` },
    payload,
  });
  return (response.json() as { id: string }).id;
};

beforeEach(() => world.clock.set(monday));

describe("the life of a wish", () => {
  it("is put up, vetted, claimed, carried out with a photograph, confirmed and rated by both, and is then fulfilled", async () => {
    const owner = await resident();
    const helper = await neighbour();
    const wish = await putUp(owner, { kind: "wish", title: "想学会用智能手机" });
    expect(wish.stateLabel).toBe("待审核");
    expect((await claim(helper, wish.id)).status, "nobody sees it before it is vetted").toBe(404);
    await must(await desk(), wish.id, "approve");
    const open = await view(helper, wish.id);
    expect(open).toMatchObject({ open: true, claiming: { self: true, why: null }, owner: null });

    const mine = await mustClaim(helper, wish.id);
    expect(mine).toMatchObject({ stateLabel: "进行中", mine: "holder", claimable: { id: wish.id } });
    expect(await inboxOf(owner)).toContain(`${mine.holder?.name}认领了“想学会用智能手机”。`);
    expect((await act(helper, mine.id, "deliver", { words: "教了两次" })).status, "a photograph is asked for").toBe(
      400,
    );
    await must(helper, mine.id, "deliver", { words: "教了两次", photos: [await photo(helper)] });
    expect((await act(helper, mine.id, "confirm")).status, "nobody confirms their own").toBe(403);
    await must(owner, mine.id, "confirm");
    await must(owner, mine.id, "rate", { stars: 5, words: "很耐心" });
    const rated = await must(helper, mine.id, "rateBack", { stars: 4 });
    expect(rated.timeline.map(({ label }) => label)).toContain("评价认领人");
    expect(await view(owner, wish.id)).toMatchObject({
      stateLabel: "已完成",
      tone: "done",
      taken: 1,
      carriedThrough: 1,
    });
  });

  it("is the owner's to mend when it is sent back, and not before", async () => {
    const owner = await resident();
    const wish = await putUp(owner, { kind: "wish" });
    const change = (title: string, version: number) =>
      owner(claimsApi.changeClaimable, { claimableId: wish.id, version, title });
    expect((await change("新标题", wish.version)).status).toBe(403);
    const back = await must(await desk(), wish.id, "sendBack", { reason: "请写清时间" });
    const { status, body } = await change("新标题", back.version);
    expect(status).toBe(200);
    expect(body.title).toBe("新标题");
    expect((await change("旧版本", back.version)).status).toBe(409);
    await must(owner, wish.id, "send");
  });
});

describe("places", () => {
  it("are freed when a claim is withdrawn or its holder did not come, and its owner is told", async () => {
    const one = await need();
    const mine = await mustClaim(await resident(), one.id);
    expect(await view(await neighbour(), one.id)).toMatchObject({ taken: 1, claiming: { why: "名额已满。" } });
    await must(await resident(), mine.id, "withdraw", { reason: "时间冲突" });
    expect(await view(await neighbour(), one.id)).toMatchObject({ taken: 0, open: true });
    expect((await inboxOf(await desk())).some((text) => text.includes("退出了对") && text.includes("时间冲突"))).toBe(
      true,
    );
    const again = await mustClaim(await neighbour(), one.id);
    await must(await desk(), again.id, "noShow", { reason: "约好的时间没有来" });
    expect((await view(await resident(), one.id)).taken).toBe(0);
    await mustClaim(await resident(), one.id);
  });

  it("cannot be made fewer than are taken; nothing else changes once it is open", async () => {
    const one = await need({ places: 5 });
    await mustClaim(await resident(), one.id);
    await mustClaim(await neighbour(), one.id);
    const staff = await desk();
    const change = async (more: object) =>
      staff(claimsApi.changeClaimable, { claimableId: one.id, version: (await view(staff, one.id)).version, ...more });
    const fewer = await change({ places: 1 });
    expect(fewer.status).toBe(409);
    expect(fewer.problem.detail).toContain("已有 2 个名额被认领");
    expect((await change({ places: 2 })).status).toBe(200);
    expect((await change({ words: "另一件事" })).problem.code).toBe("not-allowed-now");
    expect((await claim(await world.as(people.member), one.id)).problem.code).toBe("already-taken");
    expect((await change({ places: 201 })).status, "the kind has a most").toBe(400);
  });

  it("a thing that is withdrawn calls its claims off and tells whoever held them; opened again it starts afresh", async () => {
    const one = await need({ places: 2, title: "搬运桌椅" });
    const mine = await mustClaim(await resident(), one.id);
    await must(await desk(), one.id, "withdraw", { reason: "需求已经解决" });
    expect(await inboxOf(await resident())).toContain("您认领的“搬运桌椅”已被撤回，这次认领到此结束。谢谢您。");
    expect((await (await resident())(claimsApi.claimView, { claimId: mine.id })).body).toMatchObject({
      stateLabel: "已被撤回",
      ended: true,
    });
    expect((await (await neighbour())(claimsApi.claimable, { claimableId: one.id })).status).toBe(404);
    expect(await view(await resident(), one.id), "whoever claimed it still sees what it was").toMatchObject({
      taken: 0,
    });
    await must(await desk(), one.id, "reopen");
    await mustClaim(await neighbour(), one.id);
  });
});

describe("the last day", () => {
  it("ends what nobody claimed, and closes what is under way until that is done", async () => {
    const until = "2026-11-25";
    const idle = await need({ until });
    const busy = await need({ until, places: 3 });
    const mine = await mustClaim(await resident(), busy.id);
    world.clock.set(new Date(monday.getTime() + 2 * day));
    expect(await world.app.services.claims.following.sweep(), "the last day still counts").toBe(0);
    await mustClaim(await neighbour(), busy.id);
    world.clock.set(new Date(monday.getTime() + 3 * day));
    expect((await claim(await world.as(people.member), busy.id)).problem.detail).toContain("最后期限已过");
    expect(await world.app.services.claims.following.sweep()).toBe(2);
    expect(await world.app.services.claims.following.sweep()).toBe(0);
    expect(await view(await desk(), idle.id)).toMatchObject({ stateLabel: "到期无人认领", ended: true, open: false });
    expect(await view(await desk(), busy.id)).toMatchObject({ stateLabel: "已截止认领", ended: false, open: false });
    const other = (await view(await desk(), busy.id)).claims.find(({ id }) => id !== mine.id);
    await must(await neighbour(), other?.id ?? "", "withdraw", { reason: "时间冲突" });
    await must(await resident(), mine.id, "deliver", { words: "做完了", photos: [await photo(await resident())] });
    await must(await desk(), mine.id, "confirm");
    expect(await view(await desk(), busy.id), "all that was claimed is done").toMatchObject({ stateLabel: "已完成" });
    const again = await must(await desk(), idle.id, "reopen", { until: "2026-12-10" });
    expect(again.stateLabel).toBe("开放认领");
    expect(await view(await resident(), idle.id)).toMatchObject({ open: true, until: "2026-12-10" });
  });
});

describe("who may claim", () => {
  it("not what one put up oneself, not twice, not for a body one does not speak for", async () => {
    const wish = await putUp(await resident(), { kind: "wish" });
    await must(await desk(), wish.id, "approve");
    expect((await claim(await resident(), wish.id)).problem.detail).toContain("您自己发布的");
    const mine = await mustClaim(await neighbour(), wish.id);
    expect((await claim(await neighbour(), wish.id)).problem.code).toBe("conflict");
    const { id: unit } = await postOf(await world.as(people.housing));
    expect((await claim(await neighbour(), wish.id, { bodyId: unit })).status).toBe(403);
    await must(await neighbour(), mine.id, "withdraw", { reason: "时间冲突" });
    const clerk = await world.as(people.housing);
    expect(await view(clerk, wish.id)).toMatchObject({ claiming: { bodies: [{ id: unit }] } });
    const forUnit = await mustClaim(clerk, wish.id, { bodyId: unit });
    expect(forUnit.holder?.body?.id).toBe(unit);
  });

  it("posts are for those who are registered, projects for units", async () => {
    const staff = await desk();
    const post = await putUp(staff, { kind: "post", places: 2 });
    const project = await putUp(staff, { kind: "project" });
    const secretary = await world.as(people.gridWorker);
    expect((await claim(secretary, post.id)).problem.detail).toContain("请先到社区报到");
    expect((await claim(secretary, project.id)).problem.detail).toContain("由单位认领");
    await register(people.gridWorker);
    await mustClaim(secretary, post.id);
  });

  it("an age that is known not to fit is refused, one that is not known must be confirmed; so must skills and health", async () => {
    const one = await need({ places: 5, minAge: 18, maxAge: 60, skills: ["electrician"], health: "能爬楼梯" });
    const someone = await world.as(people.countyDesk);
    const unsure = await claim(someone, one.id);
    expect(unsure.problem.code).toBe("invalid-input");
    expect(unsure.problem.errors?.map(({ message }) => message)).toHaveLength(3);
    const { confirmed } = await mustClaim(someone, one.id, { confirmed: ["age", "skills", "health"] });
    expect(confirmed).toHaveLength(3);
    await register(people.lead, { birthYear: 1950, skills: ["electrician"] });
    const old = await claim(await world.as(people.lead), one.id, { confirmed: ["age", "skills", "health"] });
    expect(old.problem).toMatchObject({ code: "not-allowed-now" });
    await register(people.member, { birthYear: 1990, skills: ["electrician"] });
    const fit = await view(await world.as(people.member), one.id);
    expect(fit.claiming.confirms.map(({ id }) => id)).toEqual(["health"]);
  });
});

describe("who sees what", () => {
  it("drafts and what waits to be vetted are the owner's and the desk's; names are for those concerned", async () => {
    const owner = await resident();
    const wish = await putUp(owner, { kind: "wish", title: "独有的心愿标题" });
    const find = async (who: Caller) => (await who(claimsApi.claimables, { q: "独有的心愿标题" })).body.items;
    expect(await find(await neighbour())).toEqual([]);
    expect(await find(owner)).toHaveLength(1);
    expect(await find(await desk())).toHaveLength(1);
    const otherDesk = await world.as(people.housing);
    expect(await find(otherDesk)).toEqual([]);
    await must(await desk(), wish.id, "approve");
    expect(await find(await neighbour())).toMatchObject([{ owner: null, holder: null }]);
    const mine = await mustClaim(await neighbour(), wish.id);
    const third = await world.as(people.member);
    expect((await third(claimsApi.claimView, { claimId: mine.id })).status).toBe(404);
    expect((await view(third, wish.id)).claims).toEqual([]);
    expect((await view(owner, wish.id)).claims).toHaveLength(1);
    expect((await third(claimsApi.claims, { box: "desk" })).body.items).toEqual([]);
    expect((await owner(claimsApi.claims, { box: "received" })).body.items.map(({ id }) => id)).toContain(mine.id);
  });

  it("lists are narrowed and sorted: by list, kind, skill, distance and free places", async () => {
    const here = { lng: 108.838, lat: 34.528 };
    const close = await need({ title: "近处的活", ...here, skills: ["plumbing"] });
    const far = await need({ title: "远处的活", lng: 108.9, lat: 34.6, skills: ["plumbing"] });
    const who = await neighbour();
    const ids = async (query: object) =>
      (await who(claimsApi.claimables, { skill: "plumbing", ...query } as never)).body.items.map(({ id }) => id);
    expect(await ids({ sort: "nearest", ...here })).toEqual([close.id, far.id]);
    expect(await ids({ within: 1000, ...here })).toEqual([close.id]);
    expect(await ids({ list: "resource" })).toEqual([]);
    await mustClaim(who, close.id, { confirmed: ["skills"] });
    expect(await ids({ box: "open" })).toEqual([far.id]);
    const first = await who(claimsApi.claimables, { skill: "plumbing", limit: 1, sort: "soonest" });
    const second = await who(claimsApi.claimables, {
      skill: "plumbing",
      limit: 1,
      sort: "soonest",
      cursor: first.body.nextCursor ?? "",
    });
    expect(new Set([...first.body.items, ...second.body.items].map(({ id }) => id)).size).toBe(2);
    const { points } = (await who(claimsApi.claimableMap, { skill: "plumbing" })).body;
    expect(points).toHaveLength(2);
  });
});

describe("assigning", () => {
  it("gives a place to someone who then accepts or declines; no answer gives it back", async () => {
    const one = await need({ title: "指派的活" });
    const staff = await desk();
    const found = await staff(claimsApi.assignees, { claimableId: one.id });
    const [person] = found.body.people;
    expect(person, "people registered by earlier tests").toBeDefined();
    const { body } = await staff(claimsApi.assign, { claimableId: one.id, accountId: person?.id ?? "" });
    expect(body.claims).toMatchObject([{ stateLabel: "待接受" }]);
    expect(body.taken).toBe(1);
    expect(
      (await (await neighbour())(claimsApi.assign, { claimableId: one.id, accountId: person?.id ?? "" })).status,
    ).toBe(403);
    world.clock.set(new Date(monday.getTime() + 5 * day));
    await world.app.services.matters.alarms.sweep();
    expect(await view(staff, one.id)).toMatchObject({ taken: 0, open: true });
  });
});
