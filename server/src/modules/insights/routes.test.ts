import { casesApi } from "@ginkgo/shared/api/cases.ts";
import { figuresApi } from "@ginkgo/shared/api/figures.ts";
import readExcel from "read-excel-file/node";
import { beforeAll, expect, it } from "vitest";
import { people, tenant, useApp } from "../../../test/app.ts";

const world = useApp();

const act = async (who: string, caseId: string, action: string, data: Record<string, unknown> = {}) => {
  world.clock.advance(60_000);
  const caller = await world.as(who);
  const { body } = await caller(casesApi.view, { caseId });
  const result = await caller(casesApi.act, { caseId, action, version: body.version, data });
  expect([action, result.status, result.problem.detail]).toEqual([action, 200, undefined]);
};

const submit = async () => {
  const draft = { category: "repairs", words: "楼道灯坏了，请来看看。", address: "锦绣花园" };
  const { body } = await (await world.as(people.resident))(casesApi.submit, draft);
  return body.id;
};

const figures = async (who: string, query: object = {}) => (await world.as(who))(figuresApi.figures, query);

beforeAll(async () => {
  const taken = await submit();
  await submit();
  await act(people.desk, taken, "accept");
  await act(people.desk, taken, "dispatch", { to: [await world.node(`team-${tenant}001008-convenience`)] });
  await act(people.lead, taken, "take");
});

it("steps are counted as they are taken", async () => {
  const { status, body } = await figures(people.desk);
  expect(status).toBe(200);
  expect(body.node.name).toBe("东街社区");
  expect(body.totals.values).toMatchObject({ received: 2, dispatched: 1, "took-in-time": 1, rated: 0 });
  expect(body.totals.rates.response).toMatchObject({ numerator: 1, denominator: 1, value: 1, small: true });
  expect(body.rates.map(({ label }) => label)).toEqual(["响应率", "解决率", "满意率"]);
});

it("whoever opens a number gets its cases", async () => {
  const { body } = await (await world.as(people.desk))(figuresApi.cases, { rate: "response", part: "numerator" });
  expect(body.items.map(({ stateLabel }) => stateLabel)).toEqual(["办理中"]);
});

it("residents and other communities are refused, in words", async () => {
  expect((await figures(people.resident)).problem).toMatchObject({ status: 403, code: "forbidden" });
  const south = await world.node(`${tenant}001009`);
  expect((await figures(people.desk, { under: south })).problem).toMatchObject({ status: 403 });
  expect((await (await world.as(people.desk))(figuresApi.cases, { under: south })).status).toBe(403);
});

it("what cannot be asked is answered with what to mend", async () => {
  const path = async (query: object) => (await figures(people.desk, query)).problem.errors?.[0]?.path;
  expect(await path({ from: "2026-02-30" })).toBe("from");
  expect(await path({ from: "gestern" })).toBe("from");
  expect(await path({ by: "nonsense" })).toBe("by");
  expect(await path({ from: "2026-03-01", to: "2026-02-01" })).toBe("from");
  expect(await path({ under: "11111111-1111-4111-8111-111111111111" })).toBe("under");
});

it("the sheet says where, when, how much and by which definition", async () => {
  const { token } = await world.as(people.desk);
  const download = (query: string) =>
    world.app.http.inject({
      url: `/api/v1/figures/export.xlsx?${query}`,
      headers: { authorization: `Bearer ${token}` },
    });
  const response = await download("by=category&from=2026-01-01&to=2027-01-01");
  expect(response.statusCode).toBe(200);
  const sheets = await readExcel(response.rawPayload);
  const [table, meanings] = sheets.map(({ data }) => data as unknown[][]);
  expect(table?.[0]?.[0]).toBe("东街社区 2026-01-01 至 2026-12-31（按提交日期）");
  expect(table?.[1]?.slice(0, 5)).toEqual(["类别", "响应率", "响应率·分子", "响应率·分母", "解决率"]);
  expect(table?.at(-1)?.slice(0, 4)).toEqual(["合计", "100.0%（样本少）", 1, 1]);
  expect(meanings?.[1]?.slice(0, 3)).toEqual([
    "响应率",
    "按时接单数 ÷ 已派单数。按时指在接单时限内接单。",
    "未予受理 0 件",
  ]);
  const refused = await download("from=2026-03-01&to=2026-02-01");
  expect(refused.json()).toMatchObject({ status: 400, errors: [{ path: "from" }] });
  expect((await download("by=nonsense")).json()).toMatchObject({ status: 400, errors: [{ path: "by" }] });
});
