/**
 * Runs calls inside this process and keeps the SQL of each: what the server really sends, not what we think it sends.
 */
import { randomUUID } from "node:crypto";
import type { RunningApp } from "@ginkgo/server/app.ts";
import { statementLog } from "@ginkgo/server/platform/db/database.ts";
import type { Call } from "../load/caller.ts";
import { CallFailed, requestOf } from "../load/http.ts";

export interface Statement {
  readonly sql: string;
  readonly values: readonly unknown[];
}

export interface Exchange {
  /** Such as `GET /cases/:caseId`; an action carries its name. */
  readonly label: string;
  readonly key: string;
  readonly statements: readonly Statement[];
}

export interface Recorder {
  readonly call: Call;
  /** What was exchanged since the last time this was asked. */
  take(): Exchange[];
}

export const createRecorder = (app: RunningApp): Recorder => {
  let exchanges: Exchange[] = [];
  return {
    call: async (endpoint, input, { token } = {}) => {
      const key = randomUUID();
      const { method, url, headers, body } = requestOf(endpoint, input, { token, key });
      const statements: Statement[] = [];
      const answer = await statementLog.run(statements, async () =>
        app.http.inject({ method, url, headers, ...(body ? { payload: body } : {}) }),
      );
      if (answer.statusCode !== 200)
        throw new CallFailed(`${method} ${url}`, { status: answer.statusCode, text: answer.body });
      const action = (input as { action?: string } | undefined)?.action;
      exchanges.push({ label: action ?? `${endpoint.method} ${endpoint.path}`, key, statements });
      return answer.json();
    },
    take: () => {
      const taken = exchanges;
      exchanges = [];
      return taken;
    },
  };
};

/** Statements of one transaction; what stands between `begin` and `commit`. */
export const transactionsOf = (statements: readonly Statement[]): Statement[][] => {
  const transactions: Statement[][] = [];
  for (const statement of statements) {
    if (/^begin\b/.test(statement.sql)) transactions.push([]);
    transactions.at(-1)?.push(statement);
  }
  return transactions;
};

/**
 * Transactions that come once for many requests: a block of twenty numbers, a session that was not in memory. Leaving
 * them out of the ceiling raises it a little, never lowers it.
 */
const isOccasional = (transaction: readonly Statement[]): boolean =>
  transaction.some(({ sql }) => /"case_numbers"|"sessions"/.test(sql));

export const lastingStatements = (statements: readonly Statement[]): Statement[] =>
  transactionsOf(statements)
    .filter((one) => !isOccasional(one))
    .flat();

export interface Counts {
  readonly transactions: number;
  /** What waits for an answer: several statements sent as one string are one trip. */
  readonly roundTrips: number;
  readonly statements: number;
}

/**
 * Statements in one string are separated by "; "; none of them holds one inside, except in text, which is taken out
 * first.
 */
const countIn = (sql: string): number => sql.replace(/'(?:[^']|'')*'/g, "''").split("; ").length;

export const countStatements = (statements: readonly Statement[]): Counts => ({
  transactions: transactionsOf(statements).length,
  roundTrips: statements.length,
  statements: statements.reduce((sum, { sql }) => sum + countIn(sql), 0),
});

/** The payloads of the delivery jobs that an exchange has added. */
export const deliveriesIn = (statements: readonly Statement[]): unknown[] =>
  statements
    .flatMap(({ sql }) =>
      [...sql.matchAll(/jobs\.enqueue\('cases\.deliver', (?: E)?'((?:[^']|'')*)'::json/g)].map(
        ([, text]) => text ?? "",
      ),
    )
    .flatMap((text) => {
      try {
        return [JSON.parse(text.replaceAll("''", "'"))];
      } catch {
        // Written with escapes; the others are enough to count by.
        return [];
      }
    });
