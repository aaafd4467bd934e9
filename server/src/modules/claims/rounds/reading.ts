/** Looking at rounds and proposals. */
import type { MatchRound, Proposal, ProposalStatus, UnservedNeed } from "@ginkgo/shared/api/matching.ts";
import { type RawBuilder, sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import { pageFrom, readCursor } from "../../../platform/paging.ts";
import { notFound } from "../../../platform/problem.ts";
import { type Actor, may, scopeOf } from "../../authority/index.ts";
import { bodiesOf } from "../model.ts";
import { findClaimables } from "../repo.ts";
import type { RoundsDeps } from "./deps.ts";
import type { Barriers } from "./model.ts";
import {
  countAnswers,
  findProposal,
  findRound,
  type ProposalRow,
  proposalOf,
  type Round,
  roundOf,
  selectProposals,
  selectRounds,
} from "./repo.ts";
import { run } from "./running.ts";
import { isAsked, needView, proposalView, type Viewing } from "./views.ts";
import { unservedText } from "./words.ts";

interface Page {
  readonly cursor?: string | undefined;
  readonly limit: number;
}

const anyOf = (ids: readonly string[]) => sql`any(${[...ids]}::uuid[])`;

export const createReading = ({ db, clock, packs, forest, registry }: RoundsDeps) => {
  const viewingFor = async (actor: Actor): Promise<Viewing> => ({
    actor,
    pack: (await packs.current(actor.tenant)).pack,
    tree: await forest.tree(actor.tenant),
    now: clock.now(),
  });

  const roundView = ({ tree }: Viewing, round: Round, answers: ReadonlyMap<string, number> = new Map()): MatchRound => {
    const node = tree.get(round.nodeId);
    const count = (status: string) => answers.get(status) ?? 0;
    return {
      id: round.id,
      node: { id: round.nodeId, name: node?.name ?? "", tier: node?.tier ?? "" },
      by: round.by,
      createdAt: round.createdAt.toISOString(),
      finishedAt: round.finishedAt?.toISOString() ?? null,
      status: round.status,
      stage: round.stage,
      budget: round.budget,
      answerDays: round.answerDays,
      maxMeters: round.maxMeters,
      problem: round.problem,
      result: round.result,
      answers: {
        proposed: count("proposed"),
        accepted: count("accepted"),
        refused: count("refused"),
        expired: count("expired"),
        withdrawn: count("withdrawn"),
        unserved: count("unserved"),
      },
    };
  };

  const seeRound = async (tx: Tx, { actor, tree }: Viewing, id: string): Promise<Round> => {
    const round = await findRound(tx, id);
    if (!round || !may(actor, run, { nodeId: round.nodeId }, tree)) throw notFound("这一轮撮合");
    return round;
  };

  const proposalViews = async (tx: Tx, viewing: Viewing, rows: readonly ProposalRow[]): Promise<Proposal[]> => {
    const needs = await findClaimables(tx, [...new Set(rows.map(({ needId }) => needId))]);
    const known = rows.some((one) => isAsked(viewing.actor, one))
      ? await registry.of(tx, viewing.actor.accountId)
      : undefined;
    return rows.flatMap((one) => {
      const need = needs.get(one.needId);
      return need ? [proposalView(viewing, one, need, known)] : [];
    });
  };

  const listProposals = async (tx: Tx, viewing: Viewing, where: RawBuilder<boolean>, { cursor: mark, limit }: Page) => {
    const cursor = readCursor(mark, "time");
    let select = selectProposals(tx).where(where);
    if (cursor)
      select = select.where(sql<boolean>`(p.created_at, p.id) < (${cursor[0]}::timestamptz, ${cursor[1]}::uuid)`);
    const rows = await select
      .orderBy("p.created_at", "desc")
      .orderBy("p.id", "desc")
      .limit(limit + 1)
      .execute();
    const { page, nextCursor } = pageFrom(rows, limit, (row) => [row.created_at.toISOString(), row.id]);
    return { items: await proposalViews(tx, viewing, page.map(proposalOf)), nextCursor };
  };

  const under = ({ actor, tree }: Viewing): RawBuilder<boolean> => {
    const nodes = scopeOf(actor, run.right);
    const inside = nodes.includes(tree.root.id)
      ? undefined
      : nodes.flatMap((id) => tree.subtree(id).map((node) => node.id));
    return inside === undefined ? sql<boolean>`true` : sql<boolean>`r.node_id = ${anyOf(inside)}`;
  };

  return {
    places: async (actor: Actor) => {
      const { tree } = await viewingFor(actor);
      const items = [...new Set(scopeOf(actor, run.right))].flatMap((id) => {
        const node = tree.get(id);
        return node && tree.as(node) !== "body" ? [{ id, name: node.name, tier: node.tier }] : [];
      });
      return { items };
    },

    rounds: async (actor: Actor, { cursor: mark, limit }: Page) => {
      const viewing = await viewingFor(actor);
      const cursor = readCursor(mark, "time");
      return db.inTenant(actor.tenant, async (tx) => {
        let select = selectRounds(tx).where(under(viewing));
        if (cursor)
          select = select.where(sql<boolean>`(r.created_at, r.id) < (${cursor[0]}::timestamptz, ${cursor[1]}::uuid)`);
        const rows = await select
          .orderBy("r.created_at", "desc")
          .orderBy("r.id", "desc")
          .limit(limit + 1)
          .execute();
        const { page, nextCursor } = pageFrom(rows, limit, (row) => [row.created_at.toISOString(), row.id]);
        const answers = await countAnswers(
          tx,
          page.map(({ id }) => id),
        );
        return { items: page.map((row) => roundView(viewing, roundOf(row), answers.get(row.id))), nextCursor };
      });
    },

    round: async (actor: Actor, roundId: string): Promise<MatchRound> => {
      const viewing = await viewingFor(actor);
      return db.inTenant(actor.tenant, async (tx) => {
        const round = await seeRound(tx, viewing, roundId);
        return roundView(viewing, round, (await countAnswers(tx, [roundId])).get(roundId));
      });
    },

    roundProposals: async (actor: Actor, query: Page & { roundId: string; status?: ProposalStatus | undefined }) => {
      const viewing = await viewingFor(actor);
      return db.inTenant(actor.tenant, async (tx) => {
        await seeRound(tx, viewing, query.roundId);
        const status = query.status ? sql`and p.status = ${query.status}` : sql``;
        return listProposals(tx, viewing, sql<boolean>`(p.round_id = ${query.roundId}::uuid ${status})`, query);
      });
    },

    roundUnserved: async (actor: Actor, query: Page & { roundId: string }) => {
      const viewing = await viewingFor(actor);
      const cursor = readCursor(query.cursor, "number");
      return db.inTenant(actor.tenant, async (tx) => {
        await seeRound(tx, viewing, query.roundId);
        let select = tx.sql
          .selectFrom("match_unserved as u")
          .select(["u.need_id", "u.missing", "u.reason"])
          .where("u.tenant_id", "=", tx.tenant)
          .where("u.round_id", "=", query.roundId);
        if (cursor)
          select = select.where(sql<boolean>`(-u.missing, u.need_id) > (${cursor[0]}::int, ${cursor[1]}::uuid)`);
        const rows = await select
          .orderBy("u.missing", "desc")
          .orderBy("u.need_id")
          .limit(query.limit + 1)
          .execute();
        const { page, nextCursor } = pageFrom(rows, query.limit, (row) => [-row.missing, row.need_id]);
        const needs = await findClaimables(
          tx,
          page.map((row) => row.need_id),
        );
        const items: UnservedNeed[] = page.flatMap((row) => {
          const need = needs.get(row.need_id);
          const { fitting, barriers } = row.reason as unknown as { fitting: number; barriers: Barriers };
          return need
            ? [{ need: needView(viewing, need), missing: row.missing, why: unservedText(fitting, barriers) }]
            : [];
        });
        return { items, nextCursor };
      });
    },

    mine: async (actor: Actor, query: Page & { open: "yes" | "no" }) => {
      const viewing = await viewingFor(actor);
      const bodies = bodiesOf(actor);
      const own = sql<boolean>`(p.account_id = ${actor.accountId} or p.body_id = ${anyOf(bodies)})`;
      const open = query.open === "yes" ? sql`and p.status = 'proposed' and p.expires_at > ${viewing.now}` : sql``;
      return db.inTenant(actor.tenant, (tx) => listProposals(tx, viewing, sql<boolean>`(${own} ${open})`, query));
    },

    proposal: async (actor: Actor, proposalId: string): Promise<Proposal> => {
      const viewing = await viewingFor(actor);
      return db.inTenant(actor.tenant, async (tx) => {
        const one = await findProposal(tx, proposalId);
        if (!one) throw notFound("这条撮合建议");
        if (!isAsked(actor, one))
          await seeRound(tx, viewing, one.roundId).catch(() => Promise.reject(notFound("这条撮合建议")));
        const [view] = await proposalViews(tx, viewing, [one]);
        if (!view) throw notFound("这条撮合建议");
        return view;
      });
    },
  };
};
export type RoundsReading = ReturnType<typeof createReading>;
