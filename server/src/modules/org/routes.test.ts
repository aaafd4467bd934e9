import { orgApi } from "@ginkgo/shared/api/org.ts";
import type { FastifyInstance } from "fastify";
import { afterEach, beforeEach, expect, it } from "vitest";
import { testlandTree } from "../../../test/fixture-pack.ts";
import { readSheetRows, writeSheet, xlsxMime } from "../../platform/excel.ts";
import { mount } from "../../platform/http/mount.ts";
import { createHttp } from "../../platform/http/server.ts";
import type { Actor } from "../authority/index.ts";
import { useOrg, type World } from "./harness.ts";
import { orgFileRoutes, orgHandlers } from "./index.ts";

const setup = useOrg();
let world: World;
let app: FastifyInstance;

beforeEach(async () => {
  world = setup.world;
  const actors: Record<string, Actor> = { admin: world.callOf("county").actor, resident: world.callOf().actor };
  const sessions = { resolve: async (token: string) => actors[token], accountIdOf: (actor: Actor) => actor.accountId };
  app = await createHttp({ log: world.log, apps: [], behindTls: false, requestsPerMinute: 1000 });
  mount(app, orgApi, orgHandlers(world.org), sessions, false, 1000);
  orgFileRoutes(app, world.org, sessions);
});
afterEach(() => app.close());

const as = (who: string) => ({ authorization: `Bearer ${who}` });

const upload = (who: string, file: Buffer, { field = "file", query = "", key = "" } = {}) =>
  app.inject({
    method: "POST",
    url: `/api/v1/nodes/import${query}`,
    headers: {
      ...as(who),
      "content-type": "multipart/form-data; boundary=xx",
      ...(key ? { "idempotency-key": key } : {}),
    },
    payload: Buffer.concat([
      Buffer.from(
        `--xx\r\ncontent-disposition: form-data; name="${field}"; filename="a.xlsx"\r\ncontent-type: ${xlsxMime}\r\n\r\n`,
      ),
      file,
      Buffer.from("\r\n--xx--\r\n"),
    ]),
  });

it("sends the tree as a file and takes it back", async () => {
  const answer = await app.inject({ url: "/api/v1/nodes/export.xlsx", headers: as("admin") });
  expect(answer.statusCode).toBe(200);
  expect(answer.headers["content-type"]).toBe(xlsxMime);
  expect(answer.headers["content-disposition"]).toContain("filename*=UTF-8''%E7%BB%84%E7%BB%87%E6%A0%91.xlsx");
  expect(await readSheetRows(answer.rawPayload)).toHaveLength(testlandTree.length + 1);
  const taken = await upload("admin", answer.rawPayload, { query: "?dryRun=yes" });
  expect(taken.json()).toMatchObject({ dryRun: true, unchanged: testlandTree.length, problems: [] });
  const part = await app.inject({ url: `/api/v1/nodes/export.xlsx?under=${world.id("b1")}`, headers: as("admin") });
  expect(await readSheetRows(part.rawPayload)).toHaveLength(2);
});

it("answers the same upload once", async () => {
  const headers = ["编码", "名称", "层级", "上级编码", "上级名称"].map((header) => ({ header, width: 9 }));
  const file = await writeSheet("x", headers, [[null, "南苑", "小区", "990001001001", null]]);
  const once = await upload("admin", file, { key: "import-0001" });
  const again = await upload("admin", file, { key: "import-0001" });
  expect(once.json()).toMatchObject({ dryRun: false, created: 1 });
  expect(again.json()).toEqual(once.json());
  expect((await upload("admin", file)).json()).toMatchObject({ created: 0, unchanged: 1 });
});

it("refuses what it cannot take with words that help", async () => {
  const problem = async (work: ReturnType<typeof upload>) => {
    const answer = await work;
    return [answer.statusCode, answer.json().code];
  };
  const get = (url: string, who?: string) => app.inject({ url, headers: who ? as(who) : {} });
  expect(await problem(upload("nobody", Buffer.from("x")))).toEqual([401, "unauthenticated"]);
  expect(await problem(upload("resident", Buffer.from("x")))).toEqual([403, "forbidden"]);
  expect(await problem(upload("admin", Buffer.from("x")))).toEqual([415, "unsupported-file"]);
  expect(await problem(upload("admin", Buffer.from("x"), { field: "photo" }))).toEqual([400, "invalid-input"]);
  expect(await problem(upload("admin", Buffer.from("x"), { query: "?dryRun=maybe" }))).toEqual([400, "invalid-input"]);
  expect(await problem(upload("admin", Buffer.alloc(10 * 1024 * 1024 + 1)))).toEqual([413, "too-large"]);
  const json = app.inject({ method: "POST", url: "/api/v1/nodes/import", headers: as("admin"), payload: { rows: [] } });
  expect(await problem(json)).toEqual([415, "unsupported-file"]);
  expect(await problem(get("/api/v1/nodes/export.xlsx"))).toEqual([401, "unauthenticated"]);
  expect(await problem(get("/api/v1/nodes/export.xlsx?under=x", "admin"))).toEqual([400, "invalid-input"]);
  expect(await problem(get("/api/v1/nodes/not-an-id", "admin"))).toEqual([400, "invalid-input"]);
});

it("serves the contract", async () => {
  const answer = await app.inject({
    url: "/api/v1/addresses?q=%E9%94%A6%E7%BB%A3%E8%8A%B1%E5%9B%AD",
    headers: as("resident"),
  });
  expect(answer.json().items[0]).toMatchObject({ trail: "东街社区 · 锦绣花园" });
  const added = await app.inject({
    method: "POST",
    url: "/api/v1/nodes",
    headers: as("resident"),
    payload: { parent: world.id("garden"), tier: "grid", name: "第三网格" },
  });
  expect([added.statusCode, added.json().code]).toEqual([403, "forbidden"]);
});
