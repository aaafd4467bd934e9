/** Packs that come with a build. Runs at start as the owner of the database, before the server serves anyone. */
import { checkPack, type PackProblem } from "@ginkgo/shared/pack/check.ts";
import type { Pack } from "@ginkgo/shared/pack/schema.ts";
import type pg from "pg";
import { newId } from "../../platform/ids.ts";
import { hashOf, storable } from "./content.ts";
import { packSubject, packsChannel } from "./ids.ts";

export class PackRefused extends Error {
  readonly problems: readonly PackProblem[];
  constructor(id: string, problems: readonly PackProblem[]) {
    super(
      `pack "${id}" cannot be published:\n${problems.map(({ path, message }) => `  ${path}: ${message}`).join("\n")}`,
    );
    this.problems = problems;
  }
}

export interface Shipped {
  /** The version the tenant runs on. */
  readonly version: number;
  /** The tenant was made by this call. */
  readonly fresh: boolean;
  /** A newer version was stored but not taken over, because the place has changed its pack. */
  readonly held: boolean;
}

const insertVersion = (client: pg.Client, tenant: string, version: number, pack: Pack, basedOn: number | null) =>
  client.query(
    `insert into pack_versions (tenant_id, version, hash, content, origin, based_on, published_name, note, published_at)
     values ($1, $2, $3, $4, 'shipped', $5, '系统', '随软件提供', now())`,
    [tenant, version, hashOf(pack), storable(pack), basedOn],
  );

/** The event of it, and a word to servers that run already. */
const announce = async (client: pg.Client, tenant: string, version: number, switched: boolean) => {
  await client.query(
    `insert into events (tenant_id, id, subject_type, subject_id, seq, type, actor_name, at, seen_by, data)
     select $1::text, $2::uuid, 'pack', $3::uuid, coalesce(max(seq), 0) + 1, 'shipped', '系统', now(), 'staff', $4::jsonb
     from events where tenant_id = $1 and subject_type = 'pack' and subject_id = $3`,
    [tenant, newId(), packSubject(tenant), JSON.stringify({ version, switched })],
  );
  await client.query("select pg_notify($1, $2)", [packsChannel, tenant]);
};

const first = async (client: pg.Client, tenant: string, pack: Pack): Promise<Shipped> => {
  await client.query("insert into tenants (tenant_id, pack_id, pack_version, name) values ($1, $2, 1, $3)", [
    tenant,
    pack.id,
    pack.name,
  ]);
  await insertVersion(client, tenant, 1, pack, null);
  await announce(client, tenant, 1, true);
  return { version: 1, fresh: true, held: false };
};

const next = async (client: pg.Client, tenant: string, pack: Pack, current: number): Promise<Shipped> => {
  const { rows } = await client.query<{ newest: number; origin: string; hash: string; shipped: number }>(
    `select (select max(version) from pack_versions where tenant_id = $1) as newest, c.origin, s.hash, s.version as shipped
     from pack_versions c,
       (select hash, version from pack_versions where tenant_id = $1 and origin = 'shipped' order by version desc limit 1) s
     where c.tenant_id = $1 and c.version = $2`,
    [tenant, current],
  );
  const known = rows[0];
  if (!known) throw new Error(`the pack of "${tenant}" has no version ${current}`);
  if (known.hash === hashOf(pack)) return { version: current, fresh: false, held: known.shipped > current };
  const version = known.newest + 1;
  const switched = known.origin === "shipped";
  await insertVersion(client, tenant, version, pack, known.shipped);
  if (switched) await client.query("update tenants set pack_version = $2 where tenant_id = $1", [tenant, version]);
  await announce(client, tenant, version, switched);
  return { version: switched ? version : current, fresh: false, held: !switched };
};

/**
 * Gives a tenant the pack of this build, if it is not the one shipped last, and makes the tenant if there is none. A place
 * that has changed its pack keeps its own: the new one is stored beside it, to be compared.
 */
export const shipPack = async (client: pg.Client, tenant: string, input: unknown): Promise<Shipped> => {
  const checked = checkPack(input);
  if (!checked.ok) throw new PackRefused(String((input as { id?: unknown } | undefined)?.id), checked.problems);
  const { pack } = checked;
  await client.query("begin");
  try {
    // The owner too sees only the rows of the tenant that is named.
    await client.query("select set_config('ginkgo.tenant', $1, true)", [tenant]);
    const { rows } = await client.query<{ pack_id: string; pack_version: number }>(
      "select pack_id, pack_version from tenants where tenant_id = $1 for update",
      [tenant],
    );
    const [known] = rows;
    if (known && known.pack_id !== pack.id)
      throw new Error(`the place "${tenant}" runs on the pack "${known.pack_id}", not on "${pack.id}"`);
    const shipped = known ? await next(client, tenant, pack, known.pack_version) : await first(client, tenant, pack);
    await client.query("commit");
    return shipped;
  } catch (error) {
    await client.query("rollback");
    throw error;
  }
};
