/**
 * Tenant transactions. Opening one is a single round trip: it begins, names the tenant for row-level security, and, for
 * writes that carry an idempotency key, looks whether the same request has been answered before.
 */
import { AsyncLocalStorage } from "node:async_hooks";
import { Kysely, PostgresDialect } from "kysely";
import pg from "pg";
import { sha256 } from "../crypto.ts";
import { Refusal } from "../problem.ts";
import type { DB } from "./types.ts";

/** `date` stays text: a day has no time zone. bigint fits a JavaScript number here. */
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

export interface Tx {
  readonly tenant: string;
  readonly sql: Kysely<DB>;
  /** Adds a job that runs once this transaction has committed, and never if it does not. */
  enqueue(task: string, payload: object, options?: { key?: string; runAt?: Date }): void;
}

/** Names one request, so that its repetition is answered and not done again. */
export interface RequestKey {
  readonly accountId: string;
  readonly key: string;
  readonly fingerprint: string;
}

export interface Database {
  /** Reads and writes of one tenant in one transaction; everything or nothing. */
  inTenant<T>(tenant: string, work: (tx: Tx) => Promise<T>): Promise<T>;
  /** As `inTenant`, done once per request key: a repetition gets the first answer. The answer must be JSON. */
  once<T>(tenant: string, request: RequestKey | undefined, work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Tables shared by all tenants. */
  readonly shared: Kysely<DB>;
  readonly pool: pg.Pool;
  close(): Promise<void>;
}

interface PendingJob {
  readonly task: string;
  readonly payload: object;
  readonly key: string | undefined;
  readonly runAt: Date | undefined;
}

const statementNames = new Map<string, string>();

/** Statements are prepared by text, so that planning is paid for once per connection. */
const nameOf = (text: string): string | undefined => {
  let name = statementNames.get(text);
  if (!name && statementNames.size < 1000) {
    name = `s${statementNames.size}`;
    statementNames.set(text, name);
  }
  return name;
};

/** Counts statements of one piece of work; the benchmarks print it. */
export const statementLog = new AsyncLocalStorage<{ sql: string; values: readonly unknown[] }[]>();

const kyselyOver = (client: pg.PoolClient): Kysely<DB> =>
  new Kysely<DB>({
    dialect: new PostgresDialect({
      pool: {
        connect: async () => ({
          query: (text: string, values: readonly unknown[]) => {
            statementLog.getStore()?.push({ sql: text, values });
            return client.query({ text, values: [...values], name: nameOf(text) });
          },
          release: () => {},
        }),
        end: async () => {},
      } as never,
    }),
  });

const kyselies = new WeakMap<pg.PoolClient, Kysely<DB>>();
const kyselyOf = (client: pg.PoolClient): Kysely<DB> => {
  let kysely = kyselies.get(client);
  if (!kysely) {
    kysely = kyselyOver(client);
    kyselies.set(client, kysely);
  }
  return kysely;
};

const run = (client: pg.PoolClient, sql: string) => {
  statementLog.getStore()?.push({ sql, values: [] });
  return client.query(sql) as unknown as Promise<pg.QueryResult[]>;
};

const beginSql = (tenant: string, request: RequestKey | undefined): string => {
  const lookUp = request
    ? `; select request_hash, response from idempotency_keys where tenant_id = ${pg.escapeLiteral(tenant)} and account_id = ${pg.escapeLiteral(request.accountId)} and key = ${pg.escapeLiteral(request.key)}`
    : "";
  return `begin; select set_config('ginkgo.tenant', ${pg.escapeLiteral(tenant)}, true)${lookUp}`;
};

const endSql = (
  tenant: string,
  request: RequestKey | undefined,
  result: unknown,
  jobs: readonly PendingJob[],
): string => {
  const parts: string[] = [];
  for (const job of jobs) {
    const key = job.key ? pg.escapeLiteral(job.key) : "null";
    const runAt = job.runAt ? `${pg.escapeLiteral(job.runAt.toISOString())}::timestamptz` : "null";
    parts.push(
      `select jobs.enqueue(${pg.escapeLiteral(job.task)}, ${pg.escapeLiteral(JSON.stringify(job.payload))}::json, ${key}, ${runAt})`,
    );
  }
  if (request) {
    const values = [tenant, request.accountId, request.key].map((value) => pg.escapeLiteral(value)).join(", ");
    parts.push(
      `insert into idempotency_keys (tenant_id, account_id, key, request_hash, response, created_at) values (${values}, '\\x${sha256(request.fingerprint).toString("hex")}', ${pg.escapeLiteral(JSON.stringify(result))}, now())`,
    );
  }
  parts.push("commit");
  return parts.join("; ");
};

const replay = <T>(row: { request_hash: Buffer; response: T }, request: RequestKey): { replayed: T } => {
  if (!row.request_hash.equals(sha256(request.fingerprint)))
    throw new Refusal("key-reused", "这个 Idempotency-Key 已用于另一个请求，请换一个新的再提交。");
  return { replayed: row.response };
};

const isDuplicateKey = (error: unknown): boolean =>
  (error as { code?: string; table?: string }).code === "23505" &&
  (error as { table?: string }).table === "idempotency_keys";

export const openDatabase = (appUrl: string, connections = 20): Database => {
  const pool = new pg.Pool({
    connectionString: appUrl,
    max: connections,
    idleTimeoutMillis: 60_000,
    connectionTimeoutMillis: 10_000,
  });
  // A lost idle connection is replaced by the pool; without a listener it would end the process.
  pool.on("error", () => {});

  const attempt = async <T>(
    tenant: string,
    request: RequestKey | undefined,
    work: (tx: Tx) => Promise<T>,
  ): Promise<T> => {
    const client = await pool.connect();
    let broken: Error | undefined;
    let open = true;
    try {
      const begun = await run(client, beginSql(tenant, request));
      const known = request ? begun[2]?.rows[0] : undefined;
      if (known && request) return replay<T>(known, request).replayed;
      const jobs: PendingJob[] = [];
      const tx: Tx = {
        tenant,
        sql: kyselyOf(client),
        enqueue: (task, payload, options) => jobs.push({ task, payload, key: options?.key, runAt: options?.runAt }),
      };
      const result = await work(tx);
      await run(client, endSql(tenant, request, result, jobs));
      open = false;
      return result;
    } finally {
      if (open)
        await client.query("rollback").catch((lost: Error) => {
          broken = lost;
        });
      client.release(broken);
    }
  };

  return {
    pool,
    shared: new Kysely<DB>({ dialect: new PostgresDialect({ pool }) }),
    inTenant: (tenant, work) => attempt(tenant, undefined, work),
    once: async (tenant, request, work) => {
      try {
        return await attempt(tenant, request, work);
      } catch (error) {
        // The same request at the same time: the other one has committed first, its answer is ours.
        const mayHaveBeenAnswered =
          request && (isDuplicateKey(error) || (error instanceof Refusal && error.code !== "key-reused"));
        if (!mayHaveBeenAnswered) throw error;
        const answered = await attempt(tenant, undefined, (tx) =>
          tx.sql
            .selectFrom("idempotency_keys")
            .select(["request_hash", "response"])
            .where("tenant_id", "=", tenant)
            .where("account_id", "=", request.accountId)
            .where("key", "=", request.key)
            .executeTakeFirst(),
        );
        if (!answered) throw error;
        return replay(answered as { request_hash: Buffer; response: never }, request).replayed;
      }
    },
    close: () => pool.end(),
  };
};
