/** What no contract and no form asks for, and what belongs to others: refused, and nothing is half-written. */
import { describe, expect, it } from "vitest";
import { useApp } from "./app.ts";
import { jointPlace, jointPeople as people } from "./fixture-joint.ts";
import { hostileIn, nobody } from "./hostile.ts";

const world = useApp(jointPlace());
const { send, answered, refused, leavesNothing, draft, begun } = hostileIn(world);

describe("what was not asked for", () => {
  it("does not get from the address into the body or past the contract", async () => {
    const { id, version } = await begun(people.resident);
    const sent = await answered(people.resident, {
      url: "/cases?words=a&words=b&photos=1&data=x&visibility=public",
      payload: await draft(),
    });
    expect(sent.body).toMatchObject({ words: "路上有个坑", visibility: "private", photoCount: 0 });
    await refused(people.desk, {
      url: `/cases/${id}/actions/reject?version=${version}`,
      payload: { version: 99, data: { reason: "不属于" } },
    });
    for (const more of ["within=x", "within=a&within=b", "box[]=desk", "__proto__=1", "constructor=1"]) {
      const list = await answered(people.desk, { method: "GET", url: `/cases?${more}` });
      expect(list.status, more).toBe(200);
    }
    expect(
      (
        await answered(people.resident, {
          url: `/cases/${id}/actions/withdraw?caseId=${nobody}&action=reject`,
          payload: { version, data: {} },
        })
      ).status,
    ).toBe(200);
  });

  it("is refused in a form, and so is data for a step without one", async () => {
    const { id, version } = await begun(people.resident);
    const { body } = await send(people.desk, { url: "/cases", payload: await draft({ category: "check" }) });
    await leavesNothing(async () => {
      await refused(
        people.desk,
        { url: `/cases/${body.id}/actions/airOk`, payload: { version: body.version, data: { words: "x" } } },
        "data.words",
      );
      await refused(
        people.desk,
        { url: `/cases/${id}/actions/reject`, payload: { version, data: { reason: "不属于", more: 1 } } },
        "data.more",
      );
      await refused(people.resident, { url: "/cases", payload: await draft({ data: { nothing: 1 } }) }, "data.nothing");
      await refused(people.resident, { url: "/cases", payload: await draft({ more: 1 }) }, "more");
      const names = Object.fromEntries(Array.from({ length: 3000 }, (_, i) => [`field${i}`, i]));
      await refused(people.resident, { url: "/cases", payload: await draft({ data: names }) });
      await refused(
        people.resident,
        { url: "/cases", payload: await draft({ photos: Array(2000).fill(nobody) }) },
        "photos",
      );
      for (const reason of ["长".repeat(501), 5, {}, ["x"], true, Array(10_000).fill("x")])
        await refused(
          people.desk,
          { url: `/cases/${id}/actions/reject`, payload: { version, data: { reason } } },
          "data.reason",
        );
      await refused(people.desk, {
        url: "/case-actions/dispatch",
        payload: { cases: Array(201).fill({ id, version }), data: {} },
      });
      await refused(people.desk, { url: "/case-actions/dispatch", payload: { cases: [], data: {} } });
    });
  });

  it("is refused when it nests without end, with a request key and without", async () => {
    const deep = `${'{"a":'.repeat(20_000)}1${"}".repeat(20_000)}`;
    const list = `${"[".repeat(20_000)}${"]".repeat(20_000)}`;
    const { id, version } = await begun(people.resident);
    await leavesNothing(async () => {
      for (const nested of [deep, list])
        for (const key of ["a-deep-request", undefined]) {
          const at = key ? { key } : {};
          await refused(people.resident, {
            url: "/cases",
            payload: `{"category":"road","words":"很深","data":{"x":${nested}}}`,
            ...at,
          });
          await refused(people.desk, {
            url: `/cases/${id}/actions/reject`,
            payload: `{"version":${version},"data":{"reason":${nested}}}`,
            ...at,
          });
          await refused(people.desk, {
            url: "/case-actions/reject",
            payload: `{"cases":[{"id":"${id}","version":${version}}],"data":{"reason":${nested}}}`,
            ...at,
          });
        }
    });
  });
});

describe("someone else's things", () => {
  it("cannot be handed a case, merged or shown", async () => {
    const { id, version } = await begun(people.resident);
    const [water, street, closed] = [await world.node("water"), await world.node("990001001"), nobody];
    const dispatch = (to: unknown) => ({ url: `/cases/${id}/actions/dispatch`, payload: { version, data: { to } } });
    await leavesNothing(async () => {
      for (const to of [
        [closed],
        [street],
        [water, water],
        "x",
        [],
        [1],
        {},
        [id],
        Array(21).fill(water),
        [[water]],
        null,
        water,
      ])
        await refused(people.desk, dispatch(to), "data.to");
      await refused(people.resident, { url: "/cases", payload: await draft({ photos: [nobody] }) }, "photos");
      await refused(people.resident, { url: "/cases", payload: await draft({ node: nobody }) }, "node");
      await refused(people.resident2, { method: "GET", url: `/cases/${id}` });
      await refused(people.resident2, { url: `/cases/${id}/contact`, payload: { reason: "想看看" } });
      await refused(people.resident2, { method: "GET", url: `/case-candidates?caseId=${id}&tiers=team` });
      await refused(people.resident2, {
        url: `/cases/${id}/actions/reject`,
        payload: { version, data: { reason: "不行" } },
      });
    });
  });
});
