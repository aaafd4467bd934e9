/** Rounds: begun by a desk, decided by a job, told to those who are asked. */
import type { Tx } from "../../../platform/db/database.ts";
import type { Call } from "../../../platform/http/call.ts";
import { newId } from "../../../platform/ids.ts";
import { forbidden, invalid, Refusal } from "../../../platform/problem.ts";
import { type Actor, may } from "../../authority/index.ts";
import { membersOf } from "../../identity/index.ts";
import { isFree } from "../model.ts";
import { findClaimables } from "../repo.ts";
import type { RoundsDeps } from "./deps.ts";
import { type Ground, readNeeds, readOffers } from "./input.ts";
import type { Offer, RoundResult } from "./model.ts";
import {
  findRound,
  insertProposals,
  insertUnserved,
  type NewProposal,
  type Round,
  saveProblem,
  saveResult,
  saveStage,
} from "./repo.ts";
import { think } from "./thinking.ts";
import { sentencesOf } from "./words.ts";

export const runTask = "matching.run";
export const tellTask = "matching.deliver";

export const run = { right: "match.run" } as const;

const day = 86_400_000;

const isRunning = (error: unknown): boolean => (error as { constraint?: string }).constraint === "match_rounds_one";

export interface Told {
  readonly tenant: string;
  readonly at: string;
  readonly proposals: readonly {
    readonly id: string;
    readonly accountId: string | null;
    readonly bodyId: string | null;
    readonly title: string;
    readonly text: string;
  }[];
}

const perNotice = 100;

export const createRunning = (deps: RoundsDeps) => {
  const { db, clock, packs, forest, notify, log } = deps;

  const groundOf = async (tenant: string): Promise<Ground> => ({
    pack: (await packs.current(tenant)).pack,
    tree: await forest.tree(tenant),
    now: clock.now(),
  });

  /** Only what is still free, and nobody beyond the places there are. */
  const stillWanted = async (
    tx: Tx,
    { now }: Ground,
    chosen: RoundResult["chosen"],
    offers: ReadonlyMap<string, Offer>,
  ) => {
    const things = await findClaimables(tx, [...new Set(chosen.map(({ need }) => need))]);
    const free = new Map(
      [...things].map(([id, { detail }]) => [id, isFree(detail, now) ? detail.places - detail.taken : 0]),
    );
    const wanted: NewProposal[] = [];
    for (const { need, ability, value, facts } of chosen) {
      const offer = offers.get(ability);
      const left = free.get(need) ?? 0;
      if (!offer || left < 1) continue;
      free.set(need, left - 1);
      wanted.push({ needId: need, offerId: offer.offerId, claimant: offer.claimant, value, facts });
    }
    return { wanted, things };
  };

  const propose = async (
    tx: Tx,
    round: Round,
    ground: Ground,
    result: RoundResult,
    size: { readonly needs: number; readonly places: number; readonly abilities: number },
    offers: ReadonlyMap<string, Offer>,
  ): Promise<void> => {
    const { now, pack } = ground;
    const { wanted, things } = await stillWanted(tx, ground, result.chosen, offers);
    const expiresAt = new Date(now.getTime() + round.answerDays * day);
    const made = await insertProposals(tx, round.id, wanted, now, expiresAt);
    await insertUnserved(tx, round.id, result.unserved);
    const perPerson = Map.groupBy(made, ({ claimant }) => claimant.id);
    await saveResult(
      tx,
      round.id,
      size,
      result,
      {
        served: made.length,
        people: perPerson.size,
        mostPerPerson: Math.max(0, ...[...perPerson.values()].map((some) => some.length)),
      },
      now,
    );
    const told = made.map(({ id, claimant, needId, facts }) => ({
      id,
      accountId: claimant.isBody ? null : claimant.id,
      bodyId: claimant.isBody ? claimant.id : null,
      title: `想请${claimant.isBody ? "贵单位" : "您"}帮忙：${things.get(needId)?.matter.title ?? ""}`,
      text: `${sentencesOf(pack, facts).slice(0, 3).join("；")}。愿意的话请确认，不方便可以谢绝，${round.answerDays} 天内有效。`,
    }));
    for (let i = 0; i < told.length; i += perNotice)
      tx.enqueue(tellTask, {
        tenant: tx.tenant,
        at: now.toISOString(),
        proposals: told.slice(i, i + perNotice),
      } satisfies Told);
  };

  return {
    begin: async (
      call: Call<Actor>,
      input: { node: string; budget: number; answerDays: number; maxMeters: number | null },
    ): Promise<string> => {
      const { actor } = call;
      const { tree, pack, now } = await groundOf(actor.tenant);
      const node = tree.get(input.node);
      if (node?.status !== "active" || node.tree !== "area" || tree.as(node) === "body")
        throw invalid("node", "没有这个地方，请重新选择。");
      if (!may(actor, run, { nodeId: node.id }, tree)) throw forbidden("在这里撮合");
      if (!Object.values(pack.claimables).some(({ matches }) => matches === "need"))
        throw new Refusal("not-allowed-now", "这里没有可以撮合的需求。");
      const { id } = await db.once(actor.tenant, call.request, async (tx) => {
        const roundId = newId();
        try {
          await tx.sql
            .insertInto("match_rounds")
            .values({
              tenant_id: tx.tenant,
              id: roundId,
              node_id: node.id,
              area_id: tree.enclosing(node.id, "community")?.id ?? node.id,
              begun_by: actor.accountId,
              begun_name: actor.name,
              created_at: now,
              status: "waiting",
              stage: "等待开始",
              budget: input.budget,
              answer_days: input.answerDays,
              max_meters: input.maxMeters,
            })
            .execute();
        } catch (error) {
          if (isRunning(error)) throw new Refusal("conflict", "正在进行一轮撮合，请等它完成。");
          throw error;
        }
        tx.enqueue(runTask, { tenant: tx.tenant, roundId });
        return { id: roundId };
      });
      return id;
    },

    /** Job. Proposals and result are one transaction: run again after a crash, nobody is asked twice. */
    decide: async ({ tenant, roundId }: { readonly tenant: string; readonly roundId: string }): Promise<void> => {
      const stage = (words: string) => db.inTenant(tenant, (tx) => saveStage(tx, roundId, words));
      try {
        const ground = await groundOf(tenant);
        const read = await db.inTenant(tenant, async (tx) => {
          const round = await findRound(tx, roundId);
          if (!round || round.status === "done" || round.status === "failed") return undefined;
          await saveStage(tx, roundId, "读取需求和能力");
          const { needs } = await readNeeds(tx, ground, round.nodeId, round);
          return { round, needs, offers: await readOffers(tx, ground, round.nodeId, round) };
        });
        if (!read) return;
        const { round, needs, offers } = read;
        const abilities = offers.map(({ ability }) => ability);
        const said: Promise<void>[] = [];
        const result = await think({ needs, abilities }, (words) => said.push(stage(words).catch(() => {})));
        await Promise.all(said);
        const size = {
          needs: needs.length,
          places: needs.reduce((sum, { places }) => sum + places, 0),
          abilities: abilities.length,
        };
        await db.inTenant(tenant, async (tx) => {
          const current = await findRound(tx, roundId, true);
          if (current?.status !== "running") return;
          await propose(
            tx,
            round,
            { ...ground, now: clock.now() },
            result,
            size,
            new Map(offers.map((one) => [one.ability.id, one])),
          );
        });
      } catch (error) {
        log.error({ err: error, roundId }, "a matching round failed");
        const problem = "这一轮没有算出来，可以再试一次；如果一直这样，请告诉管理员。";
        await db.inTenant(tenant, (tx) => saveProblem(tx, roundId, problem, clock.now()));
      }
    },

    /** Job: those who are asked hear of it. */
    deliver: async ({ tenant, at, proposals }: Told): Promise<void> => {
      const { pack } = await packs.current(tenant);
      const roles = Object.keys(pack.roles).filter((name) => pack.roles[name]?.rights.includes("case.lead"));
      const notices = await db.inTenant(tenant, async (tx) => {
        const found = [];
        for (const { id, accountId, bodyId, title, text } of proposals)
          found.push({
            accountIds: accountId === null ? await membersOf(tx, roles, bodyId === null ? [] : [bodyId]) : [accountId],
            title: [...title].slice(0, 40).join(""),
            text,
            weight: "normal" as const,
            matter: { id, type: "proposal" },
            at: new Date(at),
            sourceKey: `${id}/proposed`,
          });
        return found;
      });
      await notify.tell(tenant, notices);
    },
  };
};
export type Running = ReturnType<typeof createRunning>;
