/** What is answered to a proposal: a yes claims the need in the same transaction, a no leaves it, never again is kept. */
import type { AskedOf } from "@ginkgo/shared/api/claims.ts";
import type { Tx } from "../../../platform/db/database.ts";
import type { Call } from "../../../platform/http/call.ts";
import { forbidden, notFound, Refusal } from "../../../platform/problem.ts";
import { type Actor, may } from "../../authority/index.ts";
import { findClaimable } from "../repo.ts";
import type { RoundsDeps } from "./deps.ts";
import { findProposal, findRound, neverAgain, type ProposalRow, saveAnswer } from "./repo.ts";
import { run } from "./running.ts";
import { isAsked } from "./views.ts";

const what = "这条撮合建议";

export interface Answer {
  readonly proposalId: string;
  readonly answer: "accept" | "refuse" | "refuse-for-good";
  readonly confirmed: readonly AskedOf[];
  readonly words: string;
}

export const createAnswering = (deps: RoundsDeps) => {
  const { db, clock, forest, registry, claiming } = deps;

  const mustBeOpen = ({ status, expiresAt }: ProposalRow): void => {
    if (status === "accepted") throw new Refusal("not-allowed-now", "已经答应过了，不用重复确认。");
    if (status !== "proposed") throw new Refusal("not-allowed-now", "这条建议已经办过或收回，请刷新查看。");
    if (expiresAt <= clock.now()) throw new Refusal("not-allowed-now", "这条建议已经过了答复期限。");
  };

  const accept = async (tx: Tx, actor: Actor, one: ProposalRow, { confirmed, words }: Answer): Promise<void> => {
    const thing = await findClaimable(tx, one.needId);
    if (!thing) throw notFound(what);
    const known = one.bodyId === null ? await registry.of(tx, actor.accountId) : undefined;
    const holder = { id: actor.accountId, name: actor.name, bodyId: one.bodyId };
    const claim = await claiming.take(tx, actor, { thing, holder, known, confirmed, data: {} });
    const said = {
      status: "accepted",
      at: clock.now(),
      by: actor.name,
      words: words || null,
      claimId: claim.id,
    } as const;
    await saveAnswer(tx, one.id, said);
  };

  return {
    answer: async (call: Call<Actor>, input: Answer): Promise<void> => {
      const { actor } = call;
      const found = await db.inTenant(actor.tenant, (tx) => findProposal(tx, input.proposalId));
      if (!found || !isAsked(actor, found)) throw notFound(what);
      const work = () =>
        db.once(actor.tenant, call.request, async (tx) => {
          const one = await findProposal(tx, input.proposalId, true);
          if (!one || !isAsked(actor, one)) throw notFound(what);
          mustBeOpen(one);
          if (input.answer === "accept") {
            await accept(tx, actor, one, input);
            return { done: true };
          }
          const forGood = input.answer === "refuse-for-good";
          const said = {
            status: "refused",
            at: clock.now(),
            by: actor.name,
            forGood,
            words: input.words || null,
          } as const;
          await saveAnswer(tx, one.id, said);
          if (forGood) await neverAgain(tx, one.bodyId ?? actor.accountId, one.needId, clock.now());
          return { done: true };
        });
      if (input.answer === "accept") await claiming.orAlternatives(actor, found.needId, work);
      else await work();
    },

    /** A desk takes back what nobody has answered. */
    withdraw: async (call: Call<Actor>, input: { proposalId: string; reason: string }): Promise<void> => {
      const { actor } = call;
      const tree = await forest.tree(actor.tenant);
      await db.once(actor.tenant, call.request, async (tx) => {
        const one = await findProposal(tx, input.proposalId, true);
        const round = one && (await findRound(tx, one.roundId));
        if (!one || !round || !(isAsked(actor, one) || may(actor, run, { nodeId: round.nodeId }, tree)))
          throw notFound(what);
        if (!may(actor, run, { nodeId: round.nodeId }, tree)) throw forbidden("收回这条建议");
        mustBeOpen(one);
        await saveAnswer(tx, one.id, {
          status: "withdrawn",
          at: clock.now(),
          by: actor.name,
          words: input.reason.trim(),
        });
        return { done: true };
      });
    },

    /** Job: what was not answered in time, and what is asked for no longer. */
    expire: async (): Promise<void> => {
      const now = clock.now();
      for (const { tenant } of await deps.packs.tenants())
        await db.inTenant(tenant, async (tx) => {
          await tx.sql
            .updateTable("match_proposals")
            .set({ status: "expired" })
            .where("tenant_id", "=", tenant)
            .where("status", "=", "proposed")
            .where("expires_at", "<=", now)
            .execute();
          await tx.sql
            .updateTable("match_proposals as p")
            .from("claimables as c")
            .set({ status: "withdrawn", answered_at: now, words: "这件事已有人承担或不再需要" })
            .where("p.tenant_id", "=", tenant)
            .where("p.status", "=", "proposed")
            .whereRef("c.tenant_id", "=", "p.tenant_id")
            .whereRef("c.id", "=", "p.need_id")
            .where((eb) => eb.or([eb("c.open", "=", false), eb(eb.ref("c.taken"), ">=", eb.ref("c.places"))]))
            .execute();
        });
    },
  };
};
export type Answering = ReturnType<typeof createAnswering>;
