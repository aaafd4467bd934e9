/** Published packs: every version is kept, because a case stays on the one it began under. */
import { createHash } from "node:crypto";
import { checkPack, type PackProblem } from "@ginkgo/shared/pack/check.ts";
import { Pack } from "@ginkgo/shared/pack/schema.ts";
import { upgradePack } from "@ginkgo/shared/pack/upgrade.ts";
import { sql } from "kysely";
import type pg from "pg";
import type { Database } from "../../platform/db/database.ts";

export interface TenantInfo {
  readonly tenant: string;
  readonly name: string;
  readonly packId: string;
  readonly packVersion: number;
}

export class PackRefused extends Error {
  readonly problems: readonly PackProblem[];
  constructor(id: string, problems: readonly PackProblem[]) {
    super(
      `pack "${id}" cannot be published:\n${problems.map(({ path, message }) => `  ${path}: ${message}`).join("\n")}`,
    );
    this.problems = problems;
  }
}

/** Keys in one order, so that the same content has the same hash wherever it came from. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, one) =>
    one && typeof one === "object" && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one as object).sort(([a], [b]) => (a < b ? -1 : 1)))
      : one,
  );

/** Publishes a pack if it has changed and answers with its version. Runs as the owner: the server's role only reads packs. */
export const publishPack = async (
  client: pg.Client,
  input: unknown,
): Promise<{ id: string; version: number; changed: boolean }> => {
  const checked = checkPack(input);
  if (!checked.ok) throw new PackRefused(String((input as { id?: string }).id), checked.problems);
  const { pack } = checked;
  // Order of keys is meaning in a pack (buttons, categories), so the content is stored as text order-preserving JSON.
  const content = JSON.stringify(pack);
  const hash = createHash("sha256").update(canonical(pack)).update(content).digest("hex");
  const latest = await client.query<{ version: number; hash: string }>(
    "select version, hash from packs where pack_id = $1 order by version desc limit 1",
    [pack.id],
  );
  const known = latest.rows[0];
  if (known?.hash === hash) return { id: pack.id, version: known.version, changed: false };
  const version = (known?.version ?? 0) + 1;
  await client.query("insert into packs (pack_id, version, hash, content) values ($1, $2, $3, $4)", [
    pack.id,
    version,
    hash,
    JSON.stringify({ text: content }),
  ]);
  return { id: pack.id, version, changed: true };
};

export interface PackRegistry {
  tenants(): Promise<readonly TenantInfo[]>;
  tenant(tenant: string): Promise<TenantInfo | undefined>;
  /** The pack a tenant runs on now. */
  current(tenant: string): Promise<{ pack: Pack; version: number }>;
  /** The version a subject began under. */
  at(tenant: string, version: number): Promise<Pack>;
  forget(): void;
}

/** A tenant's pack changes only by publishing, which drops the cache through `forget`. */
export const createPackRegistry = (db: Database): PackRegistry => {
  const packs = new Map<string, Promise<Pack>>();
  let tenants: Promise<readonly TenantInfo[]> | undefined;

  const loadTenants = async (): Promise<readonly TenantInfo[]> => {
    const rows = await db.shared
      .selectFrom("tenants")
      .select(["tenant_id", "name", "pack_id", "pack_version"])
      .orderBy("tenant_id")
      .execute();
    return rows.map((row) => ({
      tenant: row.tenant_id,
      name: row.name,
      packId: row.pack_id,
      packVersion: row.pack_version,
    }));
  };

  const load = async (packId: string, version: number): Promise<Pack> => {
    const row = await db.shared
      .selectFrom("packs")
      .select(sql<string>`content ->> 'text'`.as("text"))
      .where("pack_id", "=", packId)
      .where("version", "=", version)
      .executeTakeFirstOrThrow();
    return Pack.parse(upgradePack(JSON.parse(row.text)));
  };

  const pack = (packId: string, version: number): Promise<Pack> => {
    const key = `${packId}@${version}`;
    let found = packs.get(key);
    if (!found) {
      found = load(packId, version);
      packs.set(key, found);
      found.catch(() => packs.delete(key));
    }
    return found;
  };

  const all = () => {
    if (!tenants) {
      tenants = loadTenants();
      tenants.catch(() => {
        tenants = undefined;
      });
    }
    return tenants;
  };

  const find = async (tenant: string): Promise<TenantInfo> => {
    const info = (await all()).find((one) => one.tenant === tenant);
    if (!info) throw new Error(`no tenant "${tenant}"`);
    return info;
  };

  return {
    tenants: all,
    tenant: async (tenant) => (await all()).find((one) => one.tenant === tenant),
    current: async (tenant) => {
      const info = await find(tenant);
      return { pack: await pack(info.packId, info.packVersion), version: info.packVersion };
    },
    at: async (tenant, version) => pack((await find(tenant)).packId, version),
    forget: () => {
      tenants = undefined;
    },
  };
};
