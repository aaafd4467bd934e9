import { places } from "@ginkgo/packs/index.ts";
import { claimsApi } from "@ginkgo/shared/api/claims.ts";
import { expect, it } from "vitest";
import { people, tenant, useApp } from "../../../test/app.ts";
import { postOf, useClaims } from "./harness.ts";

const world = useApp();
const { need, putUp, must, desk, mustClaim } = useClaims(world);

const open = async (path: string) => {
  const response = await world.app.http.inject({ method: "GET", url: `/api/v1/public/${path}` });
  return { status: response.statusCode, text: response.body, headers: response.headers, body: response.json() };
};

it("tells everyone of open needs, and of nobody's name, number or door", async () => {
  const owner = await world.as(people.resident);
  const wish = await putUp(owner, {
    kind: "wish",
    title: "找人修灯 13912345678",
    words: "家里灯坏了，联系 139-1234-5678 或 029-36221111，证件 99000119500101123X。",
    address: "锦绣花园三号楼二单元 501",
    lng: 108.84,
    lat: 34.53,
  });
  expect((await open(`${tenant}/claimables/${wish.code}`)).status, "not before it is vetted").toBe(404);
  await must(await desk(), wish.id, "approve");
  const list = await open(`${tenant}/claimables?limit=50`);
  expect(list.status).toBe(200);
  expect(list.headers["cache-control"]).toBe("public, max-age=60");
  const one = await open(`${tenant}/claimables/${wish.code}`);
  for (const { text } of [list, one]) {
    for (const secret of [
      "13912345678",
      "1234-5678",
      "36221111",
      "19500101",
      "501",
      "owner",
      "holder",
      wish.id,
      wish.owner?.name ?? "?",
    ])
      expect(text, secret).not.toContain(secret);
  }
  expect(one.body).toMatchObject({ free: 1, address: null, lng: null });
  expect((await open(`${tenant}/claimables?q=13912345678`)).body.items, "nor is a number found").toHaveLength(1);

  await mustClaim(await world.as(people.neighbour), wish.id);
  expect((await open(`${tenant}/claimables?q=找人修灯`)).body.items).toEqual([]);
  expect((await open(`${tenant}/claimables/${wish.code}`)).body.free).toBe(0);
});

it("leaves out what is not public, and answers alike for places that are not there", async () => {
  const staff = await desk();
  const post = await putUp(staff, { kind: "post", title: "不公开的岗位" });
  expect((await open(`${tenant}/claimables?q=不公开的岗位`)).body.items).toEqual([]);
  expect((await open(`${tenant}/claimables/${post.code}`)).status).toBe(404);
  expect((await open("990099/claimables")).status).toBe(404);
  const one = await need({ title: "这里的需求" });
  const other = places[1];
  if (!other) throw new Error("a second place is shipped");
  await world.prepare(other);
  expect((await open(`${other.pack.code}/claimables/${one.code}`)).status).toBe(404);
  const stranger = await world.as(people.desk, other.pack.code);
  expect((await stranger(claimsApi.claimable, { claimableId: one.id })).status).toBe(404);
  expect((await stranger(claimsApi.claimableByCode, { code: one.code })).status).toBe(404);
});

it("shows an address where whoever put it up agreed, and a station by its code", async () => {
  const one = await need({ address: "社区服务站门口", lng: 108.84, lat: 34.53, addressPublic: true });
  expect((await open(`${tenant}/claimables/${one.code}`)).body).toMatchObject({
    address: "社区服务站门口",
    lng: 108.84,
  });
  const node = await open(`${tenant}/nodes/${(await postOf(await desk())).id}`);
  expect(node.body).toMatchObject({ tierLabel: "社区" });
  expect(node.text).not.toContain("phone");
});
