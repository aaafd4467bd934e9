import { claimsApi } from "@ginkgo/shared/api/claims.ts";
import type { Problem } from "@ginkgo/shared/api/problem.ts";
import { expect, it } from "vitest";
import { useApp } from "../../../test/app.ts";
import { useClaims } from "./harness.ts";

const world = useApp();
const { need, crowd } = useClaims(world);

it("of 200 people who claim the last place at once exactly one gets it; the others are told what is free nearby", async () => {
  const wanted = await need({ title: "最后一个名额", lng: 108.84, lat: 34.53 });
  const near = await need({ title: "就在旁边", lng: 108.841, lat: 34.53, places: 3 });
  const far = await need({ title: "远一些", lng: 108.9, lat: 34.6 });
  const tokens = await crowd(200);
  expect(tokens).toHaveLength(200);
  const origin = await world.app.listen(0, "127.0.0.1");
  const answers = await Promise.all(
    tokens.map(async (token) => {
      const response = await fetch(`${origin}/api/v1${claimsApi.claim.path.replace(":claimableId", wanted.id)}`, {
        method: "POST",
        headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
        body: "{}",
      });
      return { status: response.status, body: (await response.json()) as Problem };
    }),
  );
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  const late = answers.filter(({ status }) => status !== 200);
  for (const { status, body } of late) {
    expect(status).toBe(409);
    expect(body.code).toBe("already-taken");
    expect(body.alternatives?.slice(0, 2)).toMatchObject([
      { id: near.id, title: "就在旁边", free: 3 },
      { id: far.id, free: 1 },
    ]);
    expect(body.alternatives?.[0]?.meters).toBeLessThan(200);
  }
  const [row] = await world.query<{ taken: number; claims: number }>(
    `select taken, (select count(*)::int from claims k where k.claimable_id = c.id) as claims from claimables c where id = '${wanted.id}'`,
  );
  expect(row).toEqual({ taken: 1, claims: 1 });
}, 120_000);

it("one person who presses several times at once holds one place", async () => {
  const wanted = await need({ places: 10 });
  const [token = ""] = await crowd(1);
  const statuses = await Promise.all(
    Array.from({ length: 8 }, async () => {
      const response = await world.app.http.inject({
        method: "POST",
        url: `/api/v1/claimables/${wanted.id}/claims`,
        headers: { authorization: `Bearer ${token}` },
        payload: {},
      });
      return response.statusCode;
    }),
  );
  expect(statuses.filter((status) => status === 200)).toHaveLength(1);
  expect(statuses.filter((status) => status === 409)).toHaveLength(7);
});
