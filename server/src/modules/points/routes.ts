import type { Handlers } from "@ginkgo/shared/api/contract.ts";
import type { pointsApi } from "@ginkgo/shared/api/points.ts";
import type { shopApi } from "@ginkgo/shared/api/shop.ts";
import type { Call } from "../../platform/http/call.ts";
import type { Actor } from "../authority/index.ts";
import type { Points } from "./service.ts";

export const pointsHandlers = ({ own, requests, desk, totals }: Points) =>
  ({
    mine: ({ actor }) => own.mine(actor),
    join: (call) => own.join(call),
    leave: (call) => own.leave(call),
    setRanked: (call, { ranked }) => own.setRanked(call, ranked),
    entries: ({ actor }, query) => own.entries(actor, query),
    entry: ({ actor }, { entryId }) => own.entry(actor, entryId),
    ask: (call, input) => requests.ask(call, input),
    myRequests: ({ actor }, query) => requests.mine(actor, query),
    withdrawRequest: (call, input) => requests.withdraw(call, input),
    requests: ({ actor }, query) => requests.list(actor, query),
    decide: (call, input) => requests.decide(call, input),
    ledger: ({ actor }, query) => desk.ledger(actor, query),
    reverse: (call, input) => desk.reverse(call, input),
    whose: (call, input) => desk.whose(call, input),
    recognised: ({ actor }, query) => totals.recognised(actor, query),
    ranking: ({ actor }) => totals.ranking(actor),
  }) satisfies Handlers<Call<Actor>, typeof pointsApi>;

export const shopHandlers = ({ goods, redeeming }: Points) =>
  ({
    goods: ({ actor }, query) => goods.list(actor, query),
    oneGoods: ({ actor }, { goodsId }) => goods.one(actor, goodsId),
    addGoods: (call, input) => goods.add(call, input),
    updateGoods: (call, input) => goods.update(call, input),
    restock: (call, input) => goods.restock(call, input),
    redeem: (call, input) => redeeming.redeem(call, input),
    myRedemptions: ({ actor }, query) => redeeming.mine(actor, query),
    cancel: (call, input) => redeeming.cancel(call, input),
    redemptions: ({ actor }, query) => redeeming.list(actor, query),
    look: ({ actor }, { code }) => redeeming.look(actor, code),
    handOver: (call, { code }) => redeeming.handOver(call, code),
  }) satisfies Handlers<Call<Actor>, typeof shopApi>;
