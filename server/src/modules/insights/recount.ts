/**
 * After a new pack version every case and every matter is asked again which metrics it counts in: definitions are the
 * current ones for all of them, old and new. A mark says for which version that has been done.
 */
import type { Pack } from "@ginkgo/shared/pack/schema.ts";
import { type RawBuilder, sql } from "kysely";
import type { Database, Tx } from "../../platform/db/database.ts";
import type { PackRegistry } from "../packs/index.ts";
import { countedIn, type Facts, matterCountedIn } from "../workflow/index.ts";

const atOnce = 500;

interface Stored {
  readonly id: string;
  readonly version: number;
  readonly workflow: string;
  readonly state: string;
  readonly category: string;
  readonly kind: string | null;
  readonly type: string | null;
  readonly ended: boolean;
  readonly facts: Facts;
  readonly metrics: readonly string[];
}

/** Where what is counted is kept, and how it is asked which metrics it counts in. */
interface Kept {
  readonly table: RawBuilder<unknown>;
  /** Matters have a type, cases a category. */
  readonly columns: RawBuilder<unknown>;
  counted(metrics: Pack["metrics"], one: Stored): string[];
}

const leavesOf = ({ state }: Stored): string[] => state.split("|");

const kept: readonly Kept[] = [
  {
    table: sql`cases`,
    columns: sql`category, kind, null as type`,
    counted: (metrics, one) => countedIn(metrics, { ...one, leaves: leavesOf(one) }, one.ended),
  },
  {
    table: sql`matters`,
    columns: sql`'' as category, kind, type`,
    counted: (metrics, one) => matterCountedIn(metrics, one.type ?? "", { ...one, leaves: leavesOf(one) }, one.ended),
  },
];

const readBatch = async (tx: Tx, { table, columns }: Kept, after: string | undefined): Promise<readonly Stored[]> => {
  const { rows } = await sql<Stored>`
    select id, version, workflow, state, ended, facts, metrics, ${columns} from ${table}
    where tenant_id = ${tx.tenant} ${after === undefined ? sql`` : sql`and id > ${after}::uuid`}
    order by id limit ${atOnce}`.execute(tx.sql);
  return rows;
};

/** What has moved on meanwhile was counted by the step that moved it. */
const write = async (
  tx: Tx,
  { table }: Kept,
  changed: readonly { id: string; version: number; metrics: string[] }[],
) => {
  if (changed.length === 0) return;
  await sql`
    update ${table} c set metrics = array(select jsonb_array_elements_text(v.metrics))
    from jsonb_to_recordset(${JSON.stringify(changed)}::jsonb) as v(id uuid, version integer, metrics jsonb)
    where c.tenant_id = ${tx.tenant} and c.id = v.id and c.version = v.version`.execute(tx.sql);
};

const recountBatch = async (tx: Tx, of: Kept, metrics: Pack["metrics"], after: string | undefined) => {
  const batch = await readBatch(tx, of, after);
  const changed = batch.flatMap((one) => {
    const counted = of.counted(metrics, one);
    return String(counted) === String(one.metrics) ? [] : [{ id: one.id, version: one.version, metrics: counted }];
  });
  await write(tx, of, changed);
  return { last: batch.length < atOnce ? undefined : batch.at(-1)?.id, changed: changed.length };
};

/** A place that has no case yet has nothing to be counted again. */
export const isCounted = async (tx: Tx, version: number): Promise<boolean> => {
  const { rows } = await sql<{ counted: boolean }>`
    select coalesce(
      (select pack_version = ${version} from figure_counts where tenant_id = ${tx.tenant}),
      not exists (select 1 from cases where tenant_id = ${tx.tenant})
        and not exists (select 1 from matters where tenant_id = ${tx.tenant})) as counted`.execute(tx.sql);
  return rows[0]?.counted ?? false;
};

const isMarked = async (tx: Tx, version: number): Promise<boolean> => {
  const { rows } = await sql`
    select 1 from figure_counts where tenant_id = ${tx.tenant} and pack_version = ${version}`.execute(tx.sql);
  return rows.length > 0;
};

const mark = (tx: Tx, version: number) =>
  sql`insert into figure_counts (tenant_id, pack_version) values (${tx.tenant}, ${version})
    on conflict (tenant_id) do update set pack_version = excluded.pack_version`.execute(tx.sql);

export const createRecount = ({ db, packs }: { readonly db: Database; readonly packs: PackRegistry }) => {
  const running = new Map<string, Promise<number>>();

  const recount = async (tenant: string): Promise<number> => {
    const { pack, version } = await packs.current(tenant);
    if (await db.inTenant(tenant, (tx) => isMarked(tx, version))) return 0;
    let changed = 0;
    for (const of of kept) {
      let after: string | undefined;
      do {
        const batch = await db.inTenant(tenant, (tx) => recountBatch(tx, of, pack.metrics, after));
        after = batch.last;
        changed += batch.changed;
      } while (after !== undefined);
    }
    await db.inTenant(tenant, (tx) => mark(tx, version));
    return changed;
  };

  /**
   * Answers how many cases count differently now. Safe to repeat and to break off: only what differs is written. A second call
   * while the first one works waits for it.
   */
  return (tenant: string): Promise<number> => {
    const known = running.get(tenant);
    if (known) return known;
    const work = recount(tenant).finally(() => running.delete(tenant));
    running.set(tenant, work);
    return work;
  };
};
