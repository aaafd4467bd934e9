/** The packs tenants run on. Every version is kept, because a case stays on the one it began under. */
import type { Pack } from "@ginkgo/shared/pack/schema.ts";
import type { Database } from "../../platform/db/database.ts";
import { readPack } from "./content.ts";
import { findVersion } from "./repo.ts";

export interface TenantInfo {
  readonly tenant: string;
  readonly name: string;
  readonly packId: string;
  readonly packVersion: number;
}

export interface PackRegistry {
  tenants(): Promise<readonly TenantInfo[]>;
  tenant(tenant: string): Promise<TenantInfo | undefined>;
  /** The pack a tenant runs on now. */
  current(tenant: string): Promise<{ pack: Pack; version: number }>;
  /** The version a subject began under; it never changes, so it is never forgotten. */
  at(tenant: string, version: number): Promise<Pack>;
  /** After publishing, here or on another server: which version is current is asked again. */
  forget(): void;
}

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

  const load = async (tenant: string, version: number): Promise<Pack> => {
    const row = await db.inTenant(tenant, (tx) => findVersion(tx, version));
    if (!row) throw new Error(`the pack of "${tenant}" has no version ${version}`);
    return readPack(row.text);
  };

  const at = (tenant: string, version: number): Promise<Pack> => {
    const key = `${tenant}@${version}`;
    let found = packs.get(key);
    if (!found) {
      found = load(tenant, version);
      packs.set(key, found);
      found.catch(() => packs.delete(key));
    }
    return found;
  };

  const all = () => {
    if (!tenants) {
      const asked = loadTenants();
      tenants = asked;
      asked.catch(() => {
        if (tenants === asked) tenants = undefined;
      });
    }
    return tenants;
  };

  const find = async (tenant: string): Promise<TenantInfo | undefined> =>
    (await all()).find((one) => one.tenant === tenant);

  return {
    tenants: all,
    tenant: find,
    at,
    current: async (tenant) => {
      const info = await find(tenant);
      if (!info) throw new Error(`no tenant "${tenant}"`);
      return { pack: await at(tenant, info.packVersion), version: info.packVersion };
    },
    forget: () => {
      tenants = undefined;
    },
  };
};
