/** Through the claims themselves: put up, claimed, done, confirmed. */

import { claimsApi } from "@ginkgo/shared/api/claims.ts";
import { mattersApi } from "@ginkgo/shared/api/matters.ts";
import { pointsApi } from "@ginkgo/shared/api/points.ts";
import { describe, expect, it } from "vitest";
import { useApp } from "../../../test/app.ts";
import { folk, pointsPlace, volunteers } from "../../../test/fixture-points.ts";

const world = useApp(pointsPlace());
const [asker = "", helper = "", outsider = ""] = volunteers;

const join = async (phone: string) => (await world.as(phone))(pointsApi.join, {});
const balance = async (phone: string) => (await (await world.as(phone))(pointsApi.mine, {})).body.balance;

const step = async (phone: string, matterId: string, action: string, data: Record<string, unknown> = {}) => {
  const call = await world.as(phone);
  const { version } = (await call(mattersApi.view, { matterId })).body;
  const { status, problem } = await call(mattersApi.act, { matterId, action, version, data });
  expect(status, `${action}: ${JSON.stringify(problem)}`).toBe(200);
};

const claimed = async (kind: string, by: string): Promise<string> => {
  const put = await (await world.as(asker))(claimsApi.putUp, {
    kind,
    title: "帮忙换灯泡",
    words: "厨房的灯坏了",
    nodeId: await world.node("990001001001"),
  });
  expect(put.status, JSON.stringify(put.problem)).toBe(200);
  const taken = await (await world.as(by))(claimsApi.claim, { claimableId: put.body.id });
  expect(taken.status, JSON.stringify(taken.problem)).toBe(200);
  return taken.body.id;
};

describe("a claim", () => {
  it("that is confirmed thanks who did it, once, and leads back to it", async () => {
    await join(helper);
    const id = await claimed("wish", helper);
    await step(helper, id, "deliver", { words: "换好了" });
    expect(await balance(helper)).toBe(0);
    await step(asker, id, "confirm");
    expect(await balance(helper)).toBe(10);
    const [entry] = (await (await world.as(helper))(pointsApi.entries, {})).body.items;
    expect(entry).toMatchObject({
      words: "帮忙换灯泡",
      subject: { type: "claim", id },
      by: "志愿者0",
      recognised: [{ side: "home", node: "西街社区" }],
    });
    await step(asker, id, "rate", { stars: 5 });
    expect(await balance(helper)).toBe(10);
  });

  it("that turns out not to have been done takes them back, and may earn them anew", async () => {
    const before = await balance(helper);
    const id = await claimed("wish", helper);
    await step(helper, id, "deliver", { words: "换好了" });
    await step(asker, id, "confirm");
    await step(folk.eastDesk, id, "undo");
    expect(await balance(helper)).toBe(before);
    await step(helper, id, "deliver", { words: "这回真换好了" });
    await step(asker, id, "confirm");
    expect(await balance(helper)).toBe(before + 10);
  });

  it("of someone who does not take part, or did it before they did, earns nothing", async () => {
    const id = await claimed("wish", outsider);
    await step(outsider, id, "deliver", { words: "换好了" });
    world.clock.advance(60_000);
    await join(outsider);
    await step(asker, id, "confirm");
    expect(await balance(outsider)).toBe(0);
  });

  it("on something that is offered thanks who offered it", async () => {
    await join(asker);
    const before = await balance(helper);
    const id = await claimed("offer", helper);
    await step(asker, id, "deliver", { words: "教室借给了他们" });
    await step(helper, id, "confirm");
    expect(await balance(asker)).toBe(10);
    expect(await balance(helper)).toBe(before);
  });
});
