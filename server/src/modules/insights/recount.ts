/**
 * After a new pack version every case is asked again which metrics it counts in: definitions are the current ones for all
 * cases, old and new. A mark says for which version that has been done.
 */
import type { Pack } from "@ginkgo/shared/pack/schema.ts";
import { sql } from "kysely";
import type { Database, Tx } from "../../platform/db/database.ts";
import type { PackRegistry } from "../packs/index.ts";
import { countedIn, type Facts } from "../workflow/index.ts";

const atOnce = 500;

interface Stored {
  readonly id: string;
  readonly version: number;
  readonly workflow: string;
  readonly state: string;
  readonly category: string;
  readonly kind: string | null;
  readonly ended: boolean;
  readonly facts: Facts;
  readonly metrics: readonly string[];
}

const readBatch = async (tx: Tx, after: string | undefined): Promise<readonly Stored[]> => {
  const { rows } = await sql<Stored>`
    select id, version, workflow, state, category, kind, ended, facts, metrics from cases
    where tenant_id = ${tx.tenant} ${after === undefined ? sql`` : sql`and id > ${after}::uuid`}
    order by id limit ${atOnce}`.execute(tx.sql);
  return rows;
};

/** A case that has moved on meanwhile was counted by the step that moved it. */
const write = async (tx: Tx, changed: readonly { id: string; version: number; metrics: string[] }[]) => {
  if (changed.length === 0) return;
  await sql`
    update cases c set metrics = array(select jsonb_array_elements_text(v.metrics))
    from jsonb_to_recordset(${JSON.stringify(changed)}::jsonb) as v(id uuid, version integer, metrics jsonb)
    where c.tenant_id = ${tx.tenant} and c.id = v.id and c.version = v.version`.execute(tx.sql);
};

const recountBatch = async (tx: Tx, metrics: Pack["metrics"], after: string | undefined) => {
  const batch = await readBatch(tx, after);
  const changed = batch.flatMap((one) => {
    const counted = countedIn(metrics, { ...one, leaves: one.state.split("|") }, one.ended);
    return String(counted) === String(one.metrics) ? [] : [{ id: one.id, version: one.version, metrics: counted }];
  });
  await write(tx, changed);
  return { last: batch.length < atOnce ? undefined : batch.at(-1)?.id, changed: changed.length };
};

/** A place that has no case yet has nothing to be counted again. */
export const isCounted = async (tx: Tx, version: number): Promise<boolean> => {
  const { rows } = await sql<{ counted: boolean }>`
    select coalesce(
      (select pack_version = ${version} from figure_counts where tenant_id = ${tx.tenant}),
      not exists (select 1 from cases where tenant_id = ${tx.tenant})) as counted`.execute(tx.sql);
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
    let after: string | undefined;
    let changed = 0;
    do {
      const batch = await db.inTenant(tenant, (tx) => recountBatch(tx, pack.metrics, after));
      after = batch.last;
      changed += batch.changed;
    } while (after !== undefined);
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
