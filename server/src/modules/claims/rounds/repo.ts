/** Rounds and proposals between the database and the model. */
import type { ProposalStatus } from "@ginkgo/shared/api/matching.ts";
import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import { newId } from "../../../platform/ids.ts";
import type { Fact } from "../matching/eligible.ts";
import { type Barriers, type Claimant, gapOf, percent, type RoundResult } from "./model.ts";

export interface Round {
  readonly id: string;
  readonly nodeId: string;
  readonly by: string;
  readonly createdAt: Date;
  readonly finishedAt: Date | null;
  readonly status: "waiting" | "running" | "done" | "failed";
  readonly stage: string;
  readonly budget: number;
  readonly answerDays: number;
  readonly maxMeters: number | null;
  readonly problem: string | null;
  readonly result: {
    readonly needs: number;
    readonly places: number;
    readonly abilities: number;
    readonly pairs: number;
    readonly served: number;
    readonly value: number;
    readonly gap: number;
    readonly firstCome: { readonly served: number; readonly value: number; readonly gain: number };
    readonly fairness: { readonly people: number; readonly mostPerPerson: number };
    readonly milliseconds: number;
  } | null;
}

export const selectRounds = (tx: Tx) =>
  tx.sql.selectFrom("match_rounds as r").selectAll("r").where("r.tenant_id", "=", tx.tenant);
export type RoundRow = Awaited<ReturnType<ReturnType<typeof selectRounds>["execute"]>>[number];

const resultOf = (row: RoundRow): Round["result"] => {
  if (row.status !== "done") return null;
  const value = row.value ?? 0;
  const first = row.first_come_value ?? 0;
  return {
    needs: row.needs ?? 0,
    places: row.places ?? 0,
    abilities: row.abilities ?? 0,
    pairs: row.pairs ?? 0,
    served: row.served ?? 0,
    value,
    gap: gapOf(value, row.bound ?? value),
    firstCome: { served: row.first_come_served ?? 0, value: first, gain: percent(value - first, first) },
    fairness: { people: row.people ?? 0, mostPerPerson: row.most_per_person ?? 0 },
    milliseconds: row.milliseconds ?? 0,
  };
};

export const roundOf = (row: RoundRow): Round => ({
  id: row.id,
  nodeId: row.node_id,
  by: row.begun_name,
  createdAt: row.created_at,
  finishedAt: row.finished_at,
  status: row.status as Round["status"],
  stage: row.stage,
  budget: row.budget,
  answerDays: row.answer_days,
  maxMeters: row.max_meters,
  problem: row.problem,
  result: resultOf(row),
});

export const findRound = async (tx: Tx, id: string, lock = false): Promise<Round | undefined> => {
  const select = selectRounds(tx).where("r.id", "=", id);
  const row = await (lock ? select.forUpdate() : select).executeTakeFirst();
  return row ? roundOf(row) : undefined;
};

const ofRound = (tx: Tx, id: string) =>
  tx.sql.updateTable("match_rounds").where("tenant_id", "=", tx.tenant).where("id", "=", id);

export const saveStage = async (tx: Tx, id: string, stage: string): Promise<void> => {
  await ofRound(tx, id).set({ status: "running", stage }).where("status", "in", ["waiting", "running"]).execute();
};

export const saveProblem = async (tx: Tx, id: string, problem: string, at: Date): Promise<void> => {
  await ofRound(tx, id).set({ status: "failed", stage: "没有完成", problem, finished_at: at }).execute();
};

export const saveResult = async (
  tx: Tx,
  id: string,
  size: { readonly needs: number; readonly places: number; readonly abilities: number },
  result: RoundResult,
  asked: { readonly served: number; readonly people: number; readonly mostPerPerson: number },
  at: Date,
): Promise<void> => {
  await ofRound(tx, id)
    .set({
      status: "done",
      stage: "已完成",
      finished_at: at,
      ...size,
      pairs: result.pairs,
      value: result.value,
      bound: result.bound,
      first_come_value: result.firstCome.value,
      first_come_served: result.firstCome.served,
      served: asked.served,
      people: asked.people,
      most_per_person: asked.mostPerPerson,
      milliseconds: result.milliseconds,
    })
    .execute();
};

export interface ProposalRow {
  readonly id: string;
  readonly roundId: string;
  readonly needId: string;
  readonly offerId: string | null;
  readonly accountId: string | null;
  readonly bodyId: string | null;
  readonly name: string;
  readonly value: number;
  readonly facts: readonly Fact[];
  readonly status: ProposalStatus;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly answeredAt: Date | null;
  readonly forGood: boolean;
  readonly words: string | null;
  readonly claimId: string | null;
}

export const selectProposals = (tx: Tx) =>
  tx.sql.selectFrom("match_proposals as p").selectAll("p").where("p.tenant_id", "=", tx.tenant);

export const proposalOf = (
  row: Awaited<ReturnType<ReturnType<typeof selectProposals>["execute"]>>[number],
): ProposalRow => ({
  id: row.id,
  roundId: row.round_id,
  needId: row.need_id,
  offerId: row.offer_id,
  accountId: row.account_id,
  bodyId: row.body_id,
  name: row.name,
  value: row.value,
  facts: row.facts as unknown as readonly Fact[],
  status: row.status as ProposalStatus,
  createdAt: row.created_at,
  expiresAt: row.expires_at,
  answeredAt: row.answered_at,
  forGood: row.for_good,
  words: row.words,
  claimId: row.claim_id,
});

export const findProposal = async (tx: Tx, id: string, lock = false): Promise<ProposalRow | undefined> => {
  const select = selectProposals(tx).where("p.id", "=", id);
  const row = await (lock ? select.forUpdate() : select).executeTakeFirst();
  return row ? proposalOf(row) : undefined;
};

export interface NewProposal {
  readonly needId: string;
  readonly offerId: string | null;
  readonly claimant: Claimant;
  readonly value: number;
  readonly facts: readonly Fact[];
}

const perStatement = 500;

/** Answers their ids, in order; one that is being asked already is left out. */
export const insertProposals = async (
  tx: Tx,
  roundId: string,
  all: readonly NewProposal[],
  at: Date,
  expiresAt: Date,
): Promise<(NewProposal & { readonly id: string })[]> => {
  const made = all.map((one) => ({ ...one, id: newId() }));
  const kept = new Set<string>();
  for (let i = 0; i < made.length; i += perStatement) {
    const rows = await tx.sql
      .insertInto("match_proposals")
      .values(
        made.slice(i, i + perStatement).map((one) => ({
          tenant_id: tx.tenant,
          id: one.id,
          round_id: roundId,
          need_id: one.needId,
          offer_id: one.offerId,
          account_id: one.claimant.isBody ? null : one.claimant.id,
          body_id: one.claimant.isBody ? one.claimant.id : null,
          name: one.claimant.name,
          value: one.value,
          facts: JSON.stringify(one.facts),
          status: "proposed",
          created_at: at,
          expires_at: expiresAt,
        })),
      )
      .onConflict((conflict) => conflict.doNothing())
      .returning("id")
      .execute();
    for (const { id } of rows) kept.add(id);
  }
  return made.filter(({ id }) => kept.has(id));
};

export const insertUnserved = async (
  tx: Tx,
  roundId: string,
  all: readonly {
    readonly need: string;
    readonly missing: number;
    readonly fitting: number;
    readonly barriers: Barriers;
  }[],
): Promise<void> => {
  for (let i = 0; i < all.length; i += perStatement)
    await tx.sql
      .insertInto("match_unserved")
      .values(
        all.slice(i, i + perStatement).map(({ need, missing, fitting, barriers }) => ({
          tenant_id: tx.tenant,
          round_id: roundId,
          need_id: need,
          missing,
          reason: JSON.stringify({ fitting, barriers }),
        })),
      )
      .execute();
};

export const saveAnswer = async (
  tx: Tx,
  id: string,
  answer: {
    readonly status: ProposalStatus;
    readonly at: Date;
    readonly by: string | null;
    readonly forGood?: boolean;
    readonly words?: string | null;
    readonly claimId?: string;
  },
): Promise<void> => {
  await tx.sql
    .updateTable("match_proposals")
    .set({
      status: answer.status,
      answered_at: answer.at,
      answered_name: answer.by,
      for_good: answer.forGood ?? false,
      words: answer.words ?? null,
      claim_id: answer.claimId ?? null,
    })
    .where("tenant_id", "=", tx.tenant)
    .where("id", "=", id)
    .execute();
};

export const neverAgain = async (tx: Tx, claimantId: string, needId: string, at: Date): Promise<void> => {
  await tx.sql
    .insertInto("match_refusals")
    .values({ tenant_id: tx.tenant, claimant_id: claimantId, need_id: needId, at })
    .onConflict((conflict) => conflict.columns(["tenant_id", "claimant_id", "need_id"]).doNothing())
    .execute();
};

/** How many of each answer, of many rounds at once. */
export const countAnswers = async (tx: Tx, rounds: readonly string[]): Promise<Map<string, Map<string, number>>> => {
  if (rounds.length === 0) return new Map();
  const { rows } = await sql<{ round_id: string; status: string; count: number }>`
    select round_id, status, count(*)::int as count from match_proposals
    where tenant_id = ${tx.tenant} and round_id = any(${[...rounds]}::uuid[]) group by 1, 2
    union all
    select round_id, 'unserved', count(*)::int from match_unserved
    where tenant_id = ${tx.tenant} and round_id = any(${[...rounds]}::uuid[]) group by 1`.execute(tx.sql);
  return new Map(
    [...Map.groupBy(rows, ({ round_id }) => round_id)].map(([id, some]) => [
      id,
      new Map(some.map(({ status, count }) => [status, count])),
    ]),
  );
};
