/** The ledger for those who answer for it: every booking in their places, who it was only when they say why. */
import type { LedgerFilter, LedgerRow } from "@ginkgo/shared/api/points.ts";
import { sql } from "kysely";
import type { Tx } from "../../platform/db/database.ts";
import type { Call } from "../../platform/http/call.ts";
import { newId } from "../../platform/ids.ts";
import { pageFrom, readCursor } from "../../platform/paging.ts";
import { invalid, notFound, Refusal } from "../../platform/problem.ts";
import { type Actor, may } from "../authority/index.ts";
import type { Credit } from "./credit.ts";
import type { PointsDeps } from "./deps.ts";
import { createGround, type Ground } from "./ground.ts";
import { daysAfter, startOfDay } from "./period.ts";
import { type Booked, type Condition, findBooking, listLedger } from "./repo/ledger.ts";
import { disclose, namesOf } from "./repo/names.ts";
import { inScope } from "./scope.ts";
import { tellOwner } from "./telling.ts";
import { entryView, maskName } from "./views.ts";

const right = "points.adjust";

/** What was given for a deed can be taken back, once; what was spent is given back by the shop. */
const mayReverse = ({ kind, reversedBy, accountId }: Booked, actor: Actor): boolean =>
  (kind === "earn" || kind === "adjust") && reversedBy === null && accountId !== actor.accountId;

export const createDesk = (deps: PointsDeps, { takeBack }: Credit) => {
  const { db, clock } = deps;
  const groundOf = createGround(deps);

  const rowsOf = async (tx: Tx, ground: Ground, actor: Actor, found: readonly Booked[]): Promise<LedgerRow[]> => {
    const names = await namesOf(
      tx,
      found.map(({ accountId }) => accountId),
    );
    return found.map((one) => ({
      ...entryView(ground, one),
      who: maskName(names.get(one.accountId) ?? ""),
      nodeId: one.nodeId,
      mayReverse: mayReverse(one, actor),
    }));
  };

  const conditionsOf = (actor: Actor, { tree }: Ground, filter: LedgerFilter): Condition[] => {
    const where = [inScope(actor, right, tree, filter.under, sql`t.node_id`, "查看积分台账")];
    if (filter.from && filter.to && filter.from > filter.to) throw invalid("to", "结束日期不能早于开始日期。");
    if (filter.kind) where.push(sql<boolean>`t.kind = ${filter.kind}`);
    if (filter.rule) where.push(sql<boolean>`t.rule = ${filter.rule}`);
    if (filter.from) where.push(sql<boolean>`t.at >= ${startOfDay(filter.from)}`);
    if (filter.to) where.push(sql<boolean>`t.at < ${daysAfter(startOfDay(filter.to), 1)}`);
    const words = filter.q?.trim();
    if (words) where.push(sql<boolean>`t.words ilike ${`%${words.replace(/[\\%_]/g, "\\$&")}%`}`);
    return where;
  };

  /** Whoever may not see it is told the same as of one that is not there. */
  const seen = async (tx: Tx, actor: Actor, { tree }: Ground, id: string): Promise<Booked> => {
    const found = await findBooking(tx, id);
    if (!found || !may(actor, { right }, { nodeId: found.nodeId }, tree)) throw notFound("这笔积分");
    return found;
  };

  return {
    ledger: async (
      actor: Actor,
      { cursor, limit, ...filter }: LedgerFilter & { cursor?: string | undefined; limit: number },
    ): Promise<{ items: LedgerRow[]; nextCursor: string | null }> => {
      const ground = await groundOf(actor.tenant);
      const where = conditionsOf(actor, ground, filter);
      const after = readCursor(cursor, "time");
      return db.inTenant(actor.tenant, async (tx) => {
        const found = await listLedger(tx, where, { after, limit: limit + 1 });
        const { page, nextCursor } = pageFrom(found, limit, ({ at, id }) => [at.toISOString(), id]);
        return { items: await rowsOf(tx, ground, actor, page), nextCursor };
      });
    },

    reverse: async (
      call: Call<Actor>,
      { entryId, reason }: { entryId: string; reason: string },
    ): Promise<LedgerRow> => {
      const { actor } = call;
      const ground = await groundOf(actor.tenant);
      return db.once(actor.tenant, call.request, async (tx) => {
        const was = await seen(tx, actor, ground, entryId);
        if (was.accountId === actor.accountId)
          throw new Refusal("forbidden", "不能冲回自己的积分，请由其他有权限的人处理。");
        if (was.kind !== "earn" && was.kind !== "adjust")
          throw new Refusal("not-allowed-now", "只有因服务得到的积分才能冲回；兑换的请到兑换记录里取消。");
        if ((await takeBack(tx, was, reason.trim(), actor)) === 0)
          throw new Refusal("not-allowed-now", "这一笔已经冲回过了，请刷新查看。");
        tellOwner(tx, {
          accountId: was.accountId,
          title: "有一笔积分被冲回",
          text: `“${was.words}”的 ${was.points} 分已冲回：${reason.trim()}。如有异议，可以申请更正。`,
          at: clock.now(),
          sourceKey: `point-reverse/${was.id}`,
        });
        const [row] = await rowsOf(tx, ground, actor, [await seen(tx, actor, ground, entryId)]);
        if (!row) throw notFound("这笔积分");
        return row;
      });
    },

    whose: async (call: Call<Actor>, { entryId, reason }: { entryId: string; reason: string }) => {
      const { actor } = call;
      const ground = await groundOf(actor.tenant);
      return db.once(actor.tenant, call.request, async (tx) => {
        const { id, accountId } = await seen(tx, actor, ground, entryId);
        await disclose(tx, { id: newId(), at: clock.now(), actor, subjectId: id, reason: reason.trim() });
        return { name: (await namesOf(tx, [accountId])).get(accountId) ?? "" };
      });
    },
  };
};
