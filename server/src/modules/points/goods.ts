/** The shelf: everyone of the place sees what is offered; who keeps a shop puts things there and takes them off. */
import type { Input, Output } from "@ginkgo/shared/api/contract.ts";
import type { Goods, shopApi } from "@ginkgo/shared/api/shop.ts";
import { sql } from "kysely";
import type { Tx } from "../../platform/db/database.ts";
import { appendEvents } from "../../platform/events.ts";
import type { Call } from "../../platform/http/call.ts";
import { newId } from "../../platform/ids.ts";
import { pageFrom, readCursor } from "../../platform/paging.ts";
import { forbidden, invalid, notFound, Refusal, stale } from "../../platform/problem.ts";
import { type Actor, may } from "../authority/index.ts";
import type { PointsDeps } from "./deps.ts";
import { createGround, type Ground, placeOf } from "./ground.ts";
import {
  type Condition,
  findGoods,
  type GoodsRow,
  insertGoods,
  listGoods,
  lockGoods,
  moveStock,
  saveGoods,
  setPhotos,
} from "./repo/goods.ts";
import { inScope, nodesUnder } from "./scope.ts";

type Api = typeof shopApi;
export const shopRight = "points.shop";
const mostStock = 100_000;

export const keeps = (actor: Actor, nodeId: string, { tree }: Ground): boolean =>
  may(actor, { right: shopRight }, { nodeId }, tree);

/** A place whose pack has no shop has none. */
export const createShopGround = (deps: PointsDeps) => {
  const groundOf = createGround(deps);
  return async (tenant: string) => {
    const ground = await groundOf(tenant);
    const { shop } = ground.rules;
    if (!shop) throw new Refusal("not-found", "本地没有开设积分兑换。");
    return { ...ground, shop };
  };
};

export const createGoods = (deps: PointsDeps) => {
  const { db, clock, files } = deps;
  const groundOf = createShopGround(deps);

  const viewsOf = async (tx: Tx, ground: Ground, actor: Actor, rows: readonly GoodsRow[]): Promise<Goods[]> => {
    const photos = await files.ofSubjects(
      tx,
      rows.map(({ id }) => id),
    );
    return rows.map((row) => ({
      id: row.id,
      kind: row.kind,
      name: row.name,
      detail: row.detail,
      price: row.price,
      stock: row.stock,
      perPerson: row.per_person,
      offered: row.offered,
      place: placeOf(ground.tree, row.node_id),
      address: ground.tree.get(row.node_id)?.address ?? null,
      photos: photos.get(row.id) ?? [],
      mayEdit: keeps(actor, row.node_id, ground),
      version: row.version,
    }));
  };

  const view = async (tx: Tx, ground: Ground, actor: Actor, id: string): Promise<Goods> => {
    const row = await findGoods(tx, id);
    const [goods] = row ? await viewsOf(tx, ground, actor, [row]) : [];
    // Off the shelf it is its keeper's alone.
    if (!goods || !(goods.offered || goods.mayEdit)) throw notFound("这件物品");
    return goods;
  };

  const note = (tx: Tx, subjectId: string, seq: number, type: string, actor: Actor, data: object) =>
    appendEvents(tx, [
      { subjectType: "point-goods", subjectId, seq, type, actor, at: clock.now(), seenBy: "staff", data },
    ]);

  const kept = async (tx: Tx, ground: Ground, actor: Actor, id: string): Promise<GoodsRow> => {
    const row = await lockGoods(tx, id);
    if (!row || !keeps(actor, row.node_id, ground)) throw notFound("这件物品");
    return row;
  };

  const attach = async (tx: Tx, id: string, actor: Actor, photos: readonly string[]): Promise<void> => {
    if ((await setPhotos(tx, id, actor.accountId, photos)) !== new Set(photos).size)
      throw invalid("photos", "有照片不存在或已用在别处，请重新上传。");
  };

  return {
    list: async (actor: Actor, query: Input<Api["goods"]>): Promise<Output<Api["goods"]>> => {
      const ground = await groundOf(actor.tenant);
      const { tree } = ground;
      const after = readCursor(query.cursor, "time");
      const where: Condition[] = [];
      if (query.shelf === "all")
        where.push(inScope(actor, shopRight, tree, query.under, sql`g.node_id`, "管理积分兑换"));
      else {
        where.push(sql<boolean>`g.offered`);
        if (query.under) {
          if (!tree.get(query.under)) throw invalid("under", "没有这个地方，请重新选择。");
          const under = nodesUnder(tree, query.under);
          if (under) where.push(sql<boolean>`g.node_id = any(${[...under]}::uuid[])`);
        }
      }
      return db.inTenant(actor.tenant, async (tx) => {
        const rows = await listGoods(tx, where, { after, limit: query.limit + 1 });
        const { page, nextCursor } = pageFrom(rows, query.limit, (row) => [row.created_at.toISOString(), row.id]);
        return { items: await viewsOf(tx, ground, actor, page), nextCursor };
      });
    },

    one: async (actor: Actor, goodsId: string): Promise<Goods> => {
      const ground = await groundOf(actor.tenant);
      return db.inTenant(actor.tenant, (tx) => view(tx, ground, actor, goodsId));
    },

    add: async (call: Call<Actor>, input: Input<Api["addGoods"]>): Promise<Goods> => {
      const { actor } = call;
      const ground = await groundOf(actor.tenant);
      const node = ground.tree.get(input.node);
      if (node?.tree !== "area" || node.status !== "active") throw invalid("node", "没有这个地方，请重新选择。");
      if (!keeps(actor, node.id, ground)) throw forbidden(`在“${node.name}”上架物品`);
      return db.once(actor.tenant, call.request, async (tx) => {
        const id = newId();
        await insertGoods(tx, {
          id,
          node_id: node.id,
          kind: input.kind,
          name: input.name.trim(),
          detail: input.detail.trim(),
          price: input.price,
          stock: input.stock,
          per_person: input.perPerson,
          created_at: clock.now(),
        });
        await attach(tx, id, actor, input.photos);
        await note(tx, id, 1, "added", actor, { name: input.name, price: input.price, stock: input.stock });
        return view(tx, ground, actor, id);
      });
    },

    update: async (call: Call<Actor>, input: Input<Api["updateGoods"]>): Promise<Goods> => {
      const { actor } = call;
      const ground = await groundOf(actor.tenant);
      const { goodsId, version, photos, perPerson, name, detail, ...same } = input;
      return db.inTenant(actor.tenant, async (tx) => {
        const row = await kept(tx, ground, actor, goodsId);
        if (row.version !== version) throw stale();
        const change = {
          ...same,
          ...(name === undefined ? {} : { name: name.trim() }),
          ...(detail === undefined ? {} : { detail: detail.trim() }),
          ...(perPerson === undefined ? {} : { per_person: perPerson }),
        };
        await saveGoods(tx, row, change);
        if (photos) await attach(tx, goodsId, actor, photos);
        await note(tx, goodsId, version + 1, "changed", actor, change);
        return view(tx, ground, actor, goodsId);
      });
    },

    restock: async (call: Call<Actor>, input: Input<Api["restock"]>): Promise<Goods> => {
      const { actor } = call;
      const ground = await groundOf(actor.tenant);
      return db.once(actor.tenant, call.request, async (tx) => {
        const row = await kept(tx, ground, actor, input.goodsId);
        const left = row.stock + input.change;
        if (left < 0)
          throw new Refusal("not-allowed-now", `现在只剩 ${row.stock} 份，不能再减少 ${-input.change} 份。`);
        if (left > mostStock) throw invalid("change", `库存最多 ${mostStock} 份。`);
        await moveStock(tx, row.id, input.change);
        await saveGoods(tx, row, {});
        await note(tx, row.id, row.version + 1, "restocked", actor, {
          change: input.change,
          note: input.note.trim(),
          stock: left,
        });
        return view(tx, ground, actor, row.id);
      });
    },
  };
};
