/** Request keys and page marks: each belongs to one request, one list, and to nobody else. */
import { describe, expect, it } from "vitest";
import { useApp } from "./app.ts";
import { jointPlace, jointPeople as people } from "./fixture-joint.ts";
import { hostileIn, nobody } from "./hostile.ts";

const world = useApp(jointPlace());
const { answered, refused, leavesNothing, draft, begun } = hostileIn(world);

describe("a request key", () => {
  it("belongs to one request: another address or body with it is refused and does nothing", async () => {
    const key = "one-key-for-everything";
    const { id, version } = await begun(people.resident);
    const first = await answered(people.desk, {
      url: `/cases/${id}/actions/reject`,
      payload: { version, data: { reason: "不属于" } },
      key,
    });
    expect(first.status).toBe(200);
    const again = await answered(people.desk, {
      url: `/cases/${id}/actions/reject`,
      payload: { version, data: { reason: "不属于" } },
      key,
    });
    expect(again.body.version).toBe(first.body.version);
    const { id: other } = await begun(people.resident2);
    await leavesNothing(async () => {
      for (const sent of [
        { url: "/cases", payload: await draft() },
        { url: `/cases/${id}/actions/reject`, payload: { version, data: { reason: "另一个理由" } } },
        { url: `/cases/${other}/actions/reject`, payload: { version: 1, data: { reason: "不属于" } } },
      ]) {
        const answer = await refused(people.desk, { ...sent, key });
        expect(answer.body.code).toBe("key-reused");
      }
    });
  });

  it("may be used by two people for two things", async () => {
    const key = "the-same-for-two";
    const [one, two] = await Promise.all(
      [people.resident, people.resident2].map(async (who) =>
        answered(who, { url: "/cases", payload: await draft(), key }),
      ),
    );
    expect([one?.status, two?.status]).toEqual([200, 200]);
    expect(one?.body.id).not.toBe(two?.body.id);
  });
});

describe("a page mark", () => {
  const mark = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
  it("of another list, another sort or of one's own making is refused", async () => {
    const lists: Record<string, unknown[]> = {
      "/cases?box=desk": [null, 5, "abc", "infinity", "2026", "2026-99-99T00:00:00Z"],
      "/cases?box=desk&sort=due": [null, 5, "abc", "2026"],
      "/cases?box=desk&sort=nearest&lng=110&lat=30": [null, "abc", "infinity", "2026-11-23T01:00:00.000Z"],
      "/outcomes?limit=5": [null, 5, "abc", "infinity"],
      "/pack/versions?limit=5": [null, "abc", "2026-11-23T01:00:00.000Z"],
      "/inbox?limit=5": [5, "abc"],
    };
    for (const [url, values] of Object.entries(lists)) {
      for (const value of values) {
        const answer = await refused(people.admin, { method: "GET", url: `${url}&cursor=${mark([value, nobody])}` });
        expect([url, value, answer.status]).toEqual([url, value, 400]);
      }
      for (const cursor of [
        "x",
        mark([]),
        mark({}),
        mark(null),
        mark(["2026-11-23T01:00:00.000Z", "-".repeat(36)]),
        mark(["2026-11-23T01:00:00.000Z", 5]),
        "%F0%9F",
      ])
        await refused(people.admin, { method: "GET", url: `${url}&cursor=${cursor}` });
    }
  });

  it("of the list itself goes on where it ended, in every sort", async () => {
    for (const more of ["", "&sort=due", "&sort=nearest&lng=110&lat=30"]) {
      const first = await answered(people.desk, { method: "GET", url: `/cases?box=desk&limit=2${more}` });
      const next = await answered(people.desk, {
        method: "GET",
        url: `/cases?box=desk&limit=2${more}&cursor=${first.body.nextCursor}`,
      });
      const ids = [...first.body.items, ...next.body.items].map(({ id }: { id: string }) => id);
      expect(new Set(ids).size).toBe(4);
    }
  });
});
