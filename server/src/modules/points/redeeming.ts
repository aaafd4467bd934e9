/** Spending points: one of the goods is put aside under a code, handed over against it, or goes back with the points. */
import type { Input, Output } from "@ginkgo/shared/api/contract.ts";
import type { MyRedemption, Redemption, ShopRedemption, shopApi } from "@ginkgo/shared/api/shop.ts";
import { sql } from "kysely";
import type { Tx } from "../../platform/db/database.ts";
import { appendEvents } from "../../platform/events.ts";
import type { Call } from "../../platform/http/call.ts";
import { newId } from "../../platform/ids.ts";
import { pageFrom, readCursor } from "../../platform/paging.ts";
import { invalid, notFound, Refusal, stale } from "../../platform/problem.ts";
import type { Actor } from "../authority/index.ts";
import type { PointsDeps } from "./deps.ts";
import { createShopGround, keeps, shopRight } from "./goods.ts";
import { type Ground, placeOf } from "./ground.ts";
import { type Doer, opposite, shopAccount } from "./model.ts";
import { daysAfter, yearOf } from "./period.ts";
import { type GoodsRow, lockGoods, moveStock } from "./repo/goods.ts";
import { book, findBySource } from "./repo/ledger.ts";
import { lockMember } from "./repo/members.ts";
import { namesOf } from "./repo/names.ts";
import {
  countHad,
  endRedemption,
  insertRedemption,
  listRedemptions,
  lockByCode,
  lockExpired,
  lockRedemption,
  type NewRedemption,
  type RedemptionRow,
} from "./repo/redemptions.ts";
import { inScope } from "./scope.ts";
import { tellOwner } from "./telling.ts";
import { maskName } from "./views.ts";

type Api = typeof shopApi;

const clockwork: Doer = { accountId: null, name: "系统" };

const viewOf = ({ tree }: Ground, row: RedemptionRow): Redemption => ({
  id: row.id,
  goodsId: row.goods_id,
  goods: row.goods_name,
  place: placeOf(tree, row.node_id),
  address: tree.get(row.node_id)?.address ?? null,
  points: row.points,
  status: row.status,
  reservedAt: row.reserved_at.toISOString(),
  expiresAt: row.expires_at.toISOString(),
  endedAt: row.ended_at?.toISOString() ?? null,
  reason: row.reason,
  version: row.version,
});

const ownView = (ground: Ground, row: RedemptionRow): MyRedemption => ({
  ...viewOf(ground, row),
  code: row.status === "reserved" ? row.code : null,
});

export const createRedeeming = (deps: PointsDeps) => {
  const { db, clock, packs, log } = deps;
  const groundOf = createShopGround(deps);

  const shopViews = async (tx: Tx, ground: Ground, rows: readonly RedemptionRow[]): Promise<ShopRedemption[]> => {
    const names = await namesOf(
      tx,
      rows.map(({ account_id }) => account_id),
    );
    return rows.map((row) => ({
      ...viewOf(ground, row),
      who: maskName(names.get(row.account_id) ?? ""),
      handedBy: row.status === "handed" ? row.ended_name : null,
    }));
  };

  const shopView = async (tx: Tx, ground: Ground, id: string): Promise<ShopRedemption> => {
    const [view] = await shopViews(tx, ground, await listRedemptions(tx, [sql<boolean>`r.id = ${id}`], { limit: 1 }));
    if (!view) throw notFound("这笔兑换");
    return view;
  };

  const note = (tx: Tx, subjectId: string, seq: number, type: string, actor: Doer, data: object = {}) =>
    appendEvents(tx, [
      { subjectType: "redemption", subjectId, seq, type, actor, at: clock.now(), seenBy: "staff", data },
    ]);

  /** The goods' row is locked before the person's, here and in `giveBack`: nobody waits in a circle. */
  const onShelf = async (tx: Tx, goodsId: string, price: number): Promise<GoodsRow> => {
    const goods = await lockGoods(tx, goodsId);
    if (!goods?.offered) throw notFound("这件物品");
    if (goods.price !== price) throw stale();
    if (goods.stock < 1) throw new Refusal("already-taken", `“${goods.name}”刚刚被兑完了，看看别的吧。`);
    return goods;
  };

  const mayHave = async (tx: Tx, ground: Ground, goods: GoodsRow, accountId: string): Promise<void> => {
    const member = await lockMember(tx, accountId);
    if (!member) throw new Refusal("not-allowed-now", `请先加入${ground.rules.label}，再来兑换。`);
    if (member.balance < goods.price)
      throw new Refusal("not-allowed-now", `积分不够：需要 ${goods.price} 分，您现在有 ${member.balance} 分。`);
    if (goods.per_person === null) return;
    if ((await countHad(tx, goods.id, accountId, yearOf(clock.now()))) >= goods.per_person)
      throw new Refusal("not-allowed-now", `“${goods.name}”每人每年最多兑换 ${goods.per_person} 份，您今年已经兑满。`);
  };

  const spend = (tx: Tx, row: NewRedemption, actor: Doer) =>
    book(tx, {
      id: newId(),
      at: clock.now(),
      doneAt: clock.now(),
      kind: "redeem",
      accountId: row.account_id,
      nodeId: row.node_id,
      rule: null,
      subjectType: "redemption",
      subjectId: row.id,
      sourceKey: row.id,
      reverses: null,
      words: `兑换“${row.goods_name}”`,
      actor,
      points: -row.points,
      against: shopAccount(row.node_id),
      recognised: [],
    });

  /** Points to the person, one back on the shelf, by a booking of its own. */
  const giveBack = async (
    tx: Tx,
    row: RedemptionRow,
    status: "cancelled" | "expired",
    actor: Doer,
    reason: string | null,
  ): Promise<void> => {
    await lockGoods(tx, row.goods_id);
    await lockMember(tx, row.account_id);
    const spent = await findBySource(tx, "redeem", row.id);
    if (!spent) throw new Error(`redemption ${row.id} has no booking`);
    const words = `${status === "expired" ? "过期未领" : "取消兑换"}“${row.goods_name}”`;
    if (!(await book(tx, opposite(spent, { id: newId(), at: clock.now(), kind: "cancel", words, actor }))))
      throw new Error(`redemption ${row.id} has been given back before`);
    await moveStock(tx, row.goods_id, 1);
    await endRedemption(tx, row, { status, at: clock.now(), by: actor.name, reason });
    await note(tx, row.id, row.version + 1, status, actor, { reason });
  };

  const tellGivenBack = (tx: Tx, row: RedemptionRow, text: string) =>
    tellOwner(tx, {
      accountId: row.account_id,
      title: "兑换已取消，积分已退回",
      text,
      at: clock.now(),
      sourceKey: `redemption/${row.id}`,
    });

  const reserved = (row: RedemptionRow): void => {
    if (row.status !== "reserved") throw new Refusal("not-allowed-now", "这笔兑换已经领取或取消了，请刷新查看。");
  };

  const byCode = async (tx: Tx, ground: Ground, actor: Actor, code: string): Promise<RedemptionRow> => {
    const row = await lockByCode(tx, code.replace(" ", ""));
    if (!row || !keeps(actor, row.node_id, ground))
      throw new Refusal("not-found", "没有找到这个领取码：可能已经领取、取消或过期，也可能不在您管理的兑换点。");
    if (row.expires_at <= clock.now()) throw new Refusal("not-allowed-now", "这个领取码已经过期，积分会退回给本人。");
    return row;
  };

  return {
    redeem: async (call: Call<Actor>, { goodsId, price }: Input<Api["redeem"]>): Promise<MyRedemption> => {
      const { actor } = call;
      const ground = await groundOf(actor.tenant);
      return db.once(actor.tenant, call.request, async (tx) => {
        const goods = await onShelf(tx, goodsId, price);
        await mayHave(tx, ground, goods, actor.accountId);
        const row: NewRedemption = {
          id: newId(),
          goods_id: goods.id,
          goods_name: goods.name,
          node_id: goods.node_id,
          account_id: actor.accountId,
          points: goods.price,
          reserved_at: clock.now(),
          expires_at: daysAfter(clock.now(), ground.shop.holdDays),
        };
        await moveStock(tx, goods.id, -1);
        await insertRedemption(tx, row);
        await spend(tx, row, actor);
        await note(tx, row.id, 1, "reserved", actor, { goods: goods.id, points: goods.price });
        const kept = await lockRedemption(tx, row.id);
        if (!kept) throw new Error("what has been put aside is there");
        return ownView(ground, kept);
      });
    },

    mine: async (actor: Actor, query: Input<Api["myRedemptions"]>): Promise<Output<Api["myRedemptions"]>> => {
      const ground = await groundOf(actor.tenant);
      const after = readCursor(query.cursor, "time");
      const own = sql<boolean>`r.account_id = ${actor.accountId}`;
      const rows = await db.inTenant(actor.tenant, (tx) =>
        listRedemptions(tx, [own], { after, limit: query.limit + 1 }),
      );
      const { page, nextCursor } = pageFrom(rows, query.limit, (row) => [row.reserved_at.toISOString(), row.id]);
      return { items: page.map((row) => ownView(ground, row)), nextCursor };
    },

    cancel: async (call: Call<Actor>, input: Input<Api["cancel"]>): Promise<Redemption> => {
      const { actor } = call;
      const ground = await groundOf(actor.tenant);
      return db.once(actor.tenant, call.request, async (tx) => {
        const row = await lockRedemption(tx, input.redemptionId);
        const own = row?.account_id === actor.accountId;
        if (!row || !(own || keeps(actor, row.node_id, ground))) throw notFound("这笔兑换");
        reserved(row);
        if (row.version !== input.version) throw stale();
        const reason = input.reason?.trim() ?? null;
        if (!own && !reason) throw invalid("reason", "请写明为什么取消，本人会看到。");
        await giveBack(tx, row, "cancelled", actor, reason);
        if (!own) tellGivenBack(tx, row, `“${row.goods_name}”：${reason}。${row.points} 分已退回。`);
        const [after] = await listRedemptions(tx, [sql<boolean>`r.id = ${row.id}`], { limit: 1 });
        return viewOf(ground, after ?? row);
      });
    },

    list: async (actor: Actor, query: Input<Api["redemptions"]>): Promise<Output<Api["redemptions"]>> => {
      const ground = await groundOf(actor.tenant);
      const where = [inScope(actor, shopRight, ground.tree, query.under, sql`r.node_id`, "查看兑换记录")];
      if (query.status) where.push(sql<boolean>`r.status = ${query.status}`);
      const after = readCursor(query.cursor, "time");
      return db.inTenant(actor.tenant, async (tx) => {
        const rows = await listRedemptions(tx, where, { after, limit: query.limit + 1 });
        const { page, nextCursor } = pageFrom(rows, query.limit, (row) => [row.reserved_at.toISOString(), row.id]);
        return { items: await shopViews(tx, ground, page), nextCursor };
      });
    },

    look: async (actor: Actor, code: string): Promise<ShopRedemption> => {
      const ground = await groundOf(actor.tenant);
      return db.inTenant(actor.tenant, async (tx) => shopView(tx, ground, (await byCode(tx, ground, actor, code)).id));
    },

    handOver: async (call: Call<Actor>, code: string): Promise<ShopRedemption> => {
      const { actor } = call;
      const ground = await groundOf(actor.tenant);
      return db.once(actor.tenant, call.request, async (tx) => {
        const row = await byCode(tx, ground, actor, code);
        await endRedemption(tx, row, { status: "handed", at: clock.now(), by: actor.name, reason: null });
        await note(tx, row.id, row.version + 1, "handed", actor);
        return shopView(tx, ground, row.id);
      });
    },

    /**
     * What nobody has fetched goes back, one in a transaction, so that several servers share the work. One that cannot be given
     * back is logged and left for the next time; it does not hold up the others. Answers how many went back.
     */
    sweep: async (): Promise<number> => {
      let swept = 0;
      for (const { tenant } of await packs.tenants()) {
        const stuck: string[] = [];
        for (let more = true; more; ) {
          let looked: string | undefined;
          try {
            more = await db.inTenant(tenant, async (tx) => {
              const row = await lockExpired(tx, clock.now(), stuck);
              if (!row) return false;
              looked = row.id;
              await giveBack(tx, row, "expired", clockwork, null);
              tellGivenBack(tx, row, `“${row.goods_name}”过期没有领取，${row.points} 分已退回。`);
              return true;
            });
            if (more) swept++;
          } catch (error) {
            if (looked === undefined) throw error;
            stuck.push(looked);
            log.error(
              { err: error, redemption: looked },
              "what was not fetched could not be given back; trying again later",
            );
          }
        }
      }
      return swept;
    },
  };
};
