/** A database of its own for each test file, and tenants to put into it. */
import { randomBytes } from "node:crypto";
import type { PackInput } from "@ginkgo/shared/pack/schema.ts";
import pg from "pg";
import { afterAll, beforeAll, inject } from "vitest";
import { shipPack } from "../src/modules/packs/index.ts";
import type { DatabaseUrls } from "../src/platform/db/provision.ts";
import { adminQuery, databaseUrl } from "./cluster.ts";

const nameIn = (url: string): string => new URL(url).pathname.slice(1);

/** Rights on a database are the one thing that is not cloned. */
const clone = async (): Promise<DatabaseUrls> => {
  const [ownerUrl, template] = [inject("ownerUrl"), inject("templateUrls")];
  const name = `ginkgo_test_${randomBytes(6).toString("hex")}`;
  await adminQuery(ownerUrl, `create database ${name} template ${nameIn(template.owner)}`);
  await adminQuery(ownerUrl, `grant create on database ${name} to ginkgo_jobs`);
  return {
    owner: databaseUrl(template.owner, name),
    app: databaseUrl(template.app, name),
    jobs: databaseUrl(template.jobs, name),
  };
};

/** Call at the top of a test file; the addresses can be read from the first hook or test on. */
export const useDatabase = (): { readonly urls: DatabaseUrls } => {
  let urls: DatabaseUrls | undefined;
  beforeAll(async () => {
    urls = await clone();
  });
  afterAll(async () => {
    if (urls) await adminQuery(inject("ownerUrl"), `drop database if exists ${nameIn(urls.owner)} with (force)`);
  });
  return {
    get urls() {
      if (!urls) throw new Error("the test database is there from the first hook on");
      return urls;
    },
  };
};

/** Makes a tenant that runs on the pack, or ships the pack to the tenant there is. */
export const createTenant = async (ownerUrl: string, tenant: string, pack: PackInput): Promise<void> => {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await shipPack(client, tenant, pack);
  } finally {
    await client.end();
  }
};
