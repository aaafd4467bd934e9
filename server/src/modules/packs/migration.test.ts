/** A database from before packs belonged to their places: what was published is still there, and cases can be read. */
import { cpSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Pack } from "@ginkgo/shared/pack/schema.ts";
import pg from "pg";
import { afterAll, expect, inject, it } from "vitest";
import { adminQuery, databaseUrl, migrationsFolder } from "../../../test/cluster.ts";
import { testland } from "../../../test/fixture-pack.ts";
import { openDatabase } from "../../platform/db/database.ts";
import { migrate } from "../../platform/db/migrate.ts";
import { provision } from "../../platform/db/provision.ts";
import { createPackRegistry, shipPack } from "./index.ts";

const name = `ginkgo_test_packs_${process.pid}`;
const folder = mkdtempSync(join(tmpdir(), "ginkgo-migrations-"));
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await adminQuery(inject("ownerUrl"), `drop database if exists ${name} with (force)`);
});

/** As a build of the first format wrote it. */
const oldContent = (label: string): string => {
  const { workflows, mainWorkflow, lists, metrics, rates, indicators, participation, devices, ...rest } =
    Pack.parse(testland);
  return JSON.stringify({
    text: JSON.stringify({ ...rest, formatVersion: 1, name: label, workflow: workflows.order }),
  });
};

it("keeps every published version for each place that ran on it, and goes on from there", async () => {
  await adminQuery(inject("ownerUrl"), `create database ${name}`);
  const urls = await provision(databaseUrl(inject("ownerUrl"), name));
  for (const file of readdirSync(migrationsFolder).filter((one) => one < "0006"))
    cpSync(join(migrationsFolder, file), join(folder, file));
  await migrate(urls.owner, folder);
  const owner = new pg.Client({ connectionString: urls.owner });
  await owner.connect();
  await owner.query(
    "insert into packs (pack_id, version, hash, content) values ('testland', 1, 'a', $1), ('testland', 2, 'b', $2), ('other', 1, 'c', $1)",
    [oldContent("旧县"), oldContent("测试县")],
  );
  await owner.query(
    "insert into tenants (tenant_id, pack_id, pack_version, name) values ('one', 'testland', 2, '甲'), ('two', 'testland', 1, '乙'), ('three', 'other', 1, '丙')",
  );
  await migrate(urls.owner, migrationsFolder);

  const db = openDatabase(urls.app, 2);
  try {
    const registry = createPackRegistry(db);
    expect((await registry.current("one")).version).toBe(2);
    expect((await registry.current("two")).version).toBe(1);
    expect([(await registry.at("one", 1)).name, (await registry.at("one", 2)).name]).toEqual(["旧县", "测试县"]);
    await expect(registry.at("three", 2)).rejects.toThrow(/no version 2/);
    expect((await registry.at("one", 2)).workflows.order?.label).toBe("随手拍");
    expect(await shipPack(owner, "one", testland)).toEqual({ version: 3, fresh: false, held: false });
    registry.forget();
    expect((await registry.current("one")).version).toBe(3);
    expect((await registry.current("two")).version).toBe(1);
  } finally {
    await db.close();
    await owner.end();
  }
});
