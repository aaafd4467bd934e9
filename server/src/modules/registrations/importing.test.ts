import type { RegistrationImport } from "@ginkgo/shared/api/registrations.ts";
import { registrationsApi } from "@ginkgo/shared/api/registrations.ts";
import { beforeAll, describe, expect, it } from "vitest";
import { people, useApp } from "../../../test/app.ts";
import { readSheetRows, writeSheet, xlsxMime } from "../../platform/excel.ts";
import { stageOf } from "./harness.ts";

const world = useApp();
const headers = ["姓名", "手机号", "工作单位", "报到社区", "特长"].map((header) => ({ header, width: 12 }));
type Row = readonly (string | number | null)[];

let unitName = "";
let compoundName = "";
let communityName = "";
let elsewhereName = "";
beforeAll(async () => {
  const stage = await stageOf(world);
  unitName = stage.unit.name;
  compoundName = stage.compound.name;
  communityName = stage.community.name;
  elsewhereName = stage.elsewhere.name;
});

const send = async (phone: string, rows: readonly Row[], query: string, key?: string) => {
  const file = await writeSheet("x", headers, rows);
  const { token } = await world.as(phone);
  const answer = await world.app.http.inject({
    method: "POST",
    url: `/api/v1/registrations/import?kind=member&${query}`,
    headers: {
      authorization: `Bearer ${token}`,
      "content-type": "multipart/form-data; boundary=xx",
      ...(key ? { "idempotency-key": key } : {}),
    },
    payload: Buffer.concat([
      Buffer.from(
        `--xx\r\ncontent-disposition: form-data; name="file"; filename="a.xlsx"\r\ncontent-type: ${xlsxMime}\r\n\r\n`,
      ),
      file,
      Buffer.from("\r\n--xx--\r\n"),
    ]),
  });
  const lines = answer.payload
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  return { status: answer.statusCode, lines, report: lines.at(-1)?.report as RegistrationImport };
};

const kept = async () => (await (await world.as(people.desk))(registrationsApi.counts, {})).body.active;

const right: Row[] = [
  ["张一", "13800000001", "", "", "电工、理发"],
  ["李二", 13800000002, "", "", null],
];

describe("a register from Excel", () => {
  beforeAll(() => {
    right[0] = ["张一", "13800000001", unitName, communityName, "电工、理发"];
    right[1] = ["李二", 13800000002, null, compoundName, null];
  });

  it("says of each row what is wrong and how to mend it, and imports nothing unless asked for the good ones", async () => {
    const wrong: Row[] = [
      ["王三", "12345", unitName, communityName, null],
      ["赵四", "13800000004", "没有的单位", "没有的社区", "飞行"],
      ["张一", "13800000001", unitName, communityName, null],
      ["孙五", "13800000001", unitName, compoundName, null],
      ["钱六", people.resident, unitName, communityName, null],
      ["周七", "13800000007", unitName, elsewhereName, null],
      ["吴八", "13800000008", unitName, null, null],
    ];
    const { report } = await send(people.desk, [...right, ...wrong], "dryRun=yes");
    expect(report).toMatchObject({ dryRun: true, rows: 9, created: 2, people: 2, skipped: 7 });
    const said = report.problems.map(({ line, path, message }) => `${line} ${path} ${message}`);
    expect(said).toEqual([
      expect.stringMatching(/^4 手机号 .*不是 11 位手机号/),
      expect.stringMatching(/^5 单位 没有找到“没有的单位”/),
      expect.stringMatching(/^5 报到社区\/小区 没有找到“没有的社区”/),
      expect.stringMatching(/^5 职业\/技能 清单里没有“飞行”/),
      expect.stringMatching(/^6 手机号 与第 2 行重复/),
      expect.stringMatching(/^7 手机号 第 2 行用了同一个手机号但姓名不同/),
      expect.stringMatching(/^8 姓名 这个手机号是“.\*+”的账号/),
      expect.stringMatching(/^9 报到社区\/小区 “.+”不在您管理的范围内/),
      expect.stringMatching(/^10 报到社区\/小区 请填写报到的社区或小区/),
    ]);
    expect(await kept()).toBe(0);
    expect((await send(people.desk, [...right, ...wrong], "dryRun=no&rows=all")).report).toMatchObject({ created: 0 });
    expect(await kept()).toBe(0);
    const good = await send(people.desk, [...right, ...wrong], "dryRun=no&rows=good");
    expect(good.report).toMatchObject({ created: 2, people: 2, skipped: 7 });
    expect(await kept()).toBe(2);
  });

  it("changes nothing when the same sheet comes again, with the same key or a new one, or twice at once", async () => {
    const more: Row[] = [...right, ["郑九", "13800000009", unitName, communityName, null]];
    const [one, two] = await Promise.all([
      send(people.desk, more, "dryRun=no", "import-key-1"),
      send(people.desk, more, "dryRun=no", "import-key-2"),
    ]);
    expect(one.report.created + two.report.created).toBe(1);
    expect((await send(people.desk, more, "dryRun=no")).report).toMatchObject({ created: 0, unchanged: 3 });
    expect(await kept()).toBe(3);
  });

  it("gives people an account, their unit and skills, confirmed and without consent", async () => {
    const call = await world.as(people.desk);
    const { body } = await call(registrationsApi.list, { q: "13800000001" });
    expect(body.items).toMatchObject([
      { name: "张一", phone: "138****0001", unit: { name: unitName }, active: true, unitSees: false },
    ]);
    expect(body.items[0]?.skills.map(({ label }) => label)).toEqual(["电工", "理发"]);
    const own = await (await world.as("13800000001"))(registrationsApi.list, { box: "mine" });
    expect(own.body.items.map(({ stateLabel }) => stateLabel)).toEqual(["已报到"]);
  });

  it("is refused to who keeps no register, before the file is read", async () => {
    expect((await send(people.resident, right, "dryRun=yes")).status).toBe(403);
    expect((await send(people.desk, right, "dryRun=perhaps")).status).toBe(400);
  });

  it("hands out a template and the list as Excel", async () => {
    const { token } = await world.as(people.desk);
    const get = (path: string) =>
      world.app.http.inject({ url: `/api/v1/registrations/${path}`, headers: { authorization: `Bearer ${token}` } });
    const template = await readSheetRows((await get("template.xlsx?kind=member")).rawPayload);
    expect(template[0]).toEqual(["姓名", "手机号", "单位", "报到社区/小区", "职业/技能"]);
    const list = await readSheetRows((await get("export.xlsx?standing=active")).rawPayload);
    expect(list).toHaveLength(4);
    expect(JSON.stringify(list)).not.toContain("13800000001");
  });
});
