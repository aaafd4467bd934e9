import type { ClaimableImport } from "@ginkgo/shared/api/claims.ts";
import { claimsApi } from "@ginkgo/shared/api/claims.ts";
import { beforeAll, expect, it } from "vitest";
import { type Caller, people, useApp } from "../../../test/app.ts";
import { readSheetRows, writeSheet } from "../../platform/excel.ts";
import { postOf, useClaims } from "./harness.ts";
import { columnNames, columns } from "./sheet.ts";

const world = useApp();
const { desk } = useClaims(world);

let here = "";
beforeAll(async () => {
  here = (await postOf(await desk())).name;
});

const sheet = (rows: readonly (readonly (string | number | null)[])[]) =>
  writeSheet(
    "清单",
    columnNames.map((name) => columns[name]),
    rows,
  );

const send = async (who: Caller, file: Buffer, dryRun: boolean, key?: string) => {
  const boundary = "y".repeat(20);
  const response = await world.app.http.inject({
    method: "POST",
    url: `/api/v1/claimables/import?dryRun=${dryRun ? "yes" : "no"}`,
    headers: {
      authorization: `Bearer ${who.token}`,
      "content-type": `multipart/form-data; boundary=${boundary}`,
      ...(key ? { "idempotency-key": key } : {}),
    },
    payload: Buffer.concat([
      Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="a.xlsx"\r\n\r\n`),
      file,
      Buffer.from(`\r\n--${boundary}--\r\n`),
    ]),
  });
  return { status: response.statusCode, body: response.json() as ClaimableImport };
};

const good = (title: string, place = here) => [
  "社区需求",
  title,
  "一起来做",
  place,
  null,
  3,
  "电工、水暖维修",
  "2026-12-01 09:00",
  "2026-12-01 11:30",
  "2026-11-30",
];

it("names every mistake with its line and column, and then writes nothing", async () => {
  const file = await sheet([
    good("好的一行"),
    ["没有这一类", "二", "", "无此社区"],
    ["社区需求", "时间写错", "说明", here, null, 0, "没有的技能"],
    ["社区需求", "时间倒了", "说明", here, null, 1, "", "2026-12-02 09:00", "2026-12-01 09:00"],
    ["社区需求", "日期读不出", "说明", here, null, 1, "", "下周三"],
  ]);
  const { status, body } = await send(await desk(), file, false);
  expect(status).toBe(200);
  expect(body).toMatchObject({ rows: 5, created: 0 });
  expect(body.problems.map(({ line, path }) => `${line} ${path}`)).toEqual([
    "3 类型",
    "4 技能要求",
    "5 结束时间",
    "6 开始时间",
  ]);
  expect((await (await desk())(claimsApi.claimables, { q: "好的一行" })).body.items).toEqual([]);
});

it("is tried first, then written once, and comes back out as it went in", async () => {
  const staff = await desk();
  const file = await sheet(Array.from({ length: 130 }, (_, i) => good(`导入的需求 ${i + 1}`)));
  expect((await send(staff, file, true)).body).toMatchObject({ dryRun: true, created: 130, problems: [] });
  expect((await send(staff, file, false, "import-once")).body.created).toBe(130);
  expect((await send(staff, file, false, "import-once")).body.created, "the same again").toBe(130);
  const [row] = await world.query<{ count: number }>("select count(*)::int as count from claimables");
  expect(row?.count).toBe(130);
  const out = await world.app.http.inject({
    method: "GET",
    url: `/api/v1/claimables/export.xlsx?q=${encodeURIComponent("导入的需求 130")}`,
    headers: { authorization: `Bearer ${staff.token}` },
  });
  const [head, one] = await readSheetRows(out.rawPayload);
  expect(head).toContain("已认领");
  expect(one?.slice(0, 3)).toEqual(["社区需求", "导入的需求 130", "一起来做"]);
  expect((await send(await world.as(people.resident), file, true)).status).toBe(403);
}, 60_000);
