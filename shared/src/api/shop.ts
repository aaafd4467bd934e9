/** The small shop where points are spent: goods and services, reserved by code, handed over at a place. */
import { z } from "zod";
import { Id, Instant, NodeRef, Paging, pageOf } from "./common.ts";
import { endpoint } from "./contract.ts";
import { StoredFile } from "./files.ts";

export const GoodsKind = z.enum(["goods", "service"]);
export type GoodsKind = z.infer<typeof GoodsKind>;
export const goodsWords: { readonly [K in GoodsKind]: string } = { goods: "物品", service: "服务" };

export const Goods = z.object({
  id: Id,
  kind: GoodsKind,
  name: z.string(),
  detail: z.string(),
  price: z.int(),
  stock: z.int(),
  /** The most one person may have in a year; null: no limit. */
  perPerson: z.int().nullable(),
  offered: z.boolean(),
  /** Where it is handed over. */
  place: NodeRef,
  address: z.string().nullable(),
  photos: z.array(StoredFile),
  mayEdit: z.boolean(),
  version: z.int(),
});
export type Goods = z.infer<typeof Goods>;

export const RedemptionStatus = z.enum(["reserved", "handed", "cancelled", "expired"]);
export type RedemptionStatus = z.infer<typeof RedemptionStatus>;
export const redemptionWords: { readonly [S in RedemptionStatus]: string } = {
  reserved: "待领取",
  handed: "已领取",
  cancelled: "已取消",
  expired: "过期未领",
};

export const Redemption = z.object({
  id: Id,
  goodsId: Id,
  goods: z.string(),
  place: NodeRef,
  address: z.string().nullable(),
  points: z.int(),
  status: RedemptionStatus,
  reservedAt: Instant,
  expiresAt: Instant,
  endedAt: Instant.nullable(),
  reason: z.string().nullable(),
  version: z.int(),
});
export type Redemption = z.infer<typeof Redemption>;

/** Only the person themselves is shown the code. */
export const MyRedemption = Redemption.extend({ code: z.string().nullable() });
export type MyRedemption = z.infer<typeof MyRedemption>;

/** For who hands it over: the name masked, as much as is needed to ask whether it is theirs. */
export const ShopRedemption = Redemption.extend({ who: z.string(), handedBy: z.string().nullable() });
export type ShopRedemption = z.infer<typeof ShopRedemption>;

const name = z.string().max(40, "最多 40 个字").regex(/\S/, "请填写名称");
const detail = z.string().max(500, "最多 500 个字");
const price = z.int().min(1, "至少 1 分").max(100_000, "最多 100000 分");
const perPerson = z.int().min(1, "至少 1 份").max(1000).nullable();
const photos = z.array(Id).max(3, "最多 3 张");
const reason = z.string().max(200, "最多 200 个字").regex(/\S/, "请写明原因");
/** As shown on the phone: blanks are for the eye. */
const code = z.string().regex(/^\d{4} ?\d{4}$/, "领取码是 8 位数字");

const goodsId = z.object({ goodsId: Id });
const redemptionId = z.object({ redemptionId: Id });

export const RedemptionFilter = z.object({ under: Id.optional(), status: RedemptionStatus.optional() });

export const shopApi = {
  goods: endpoint({
    method: "GET",
    path: "/shop/goods",
    summary: "What can be had, newest first",
    access: "signed-in",
    /** `all`: also what is off the shelf, for those who keep it. */
    query: Paging.extend({ under: Id.optional(), shelf: z.enum(["offered", "all"]).default("offered") }),
    output: pageOf(Goods),
    problems: ["not-found"],
  }),
  oneGoods: endpoint({
    method: "GET",
    path: "/shop/goods/:goodsId",
    summary: "One of them",
    access: "signed-in",
    params: goodsId,
    output: Goods,
    problems: ["not-found"],
  }),
  addGoods: endpoint({
    method: "POST",
    path: "/shop/goods",
    summary: "Put something on the shelf",
    access: "signed-in",
    body: z.strictObject({
      node: Id,
      kind: GoodsKind,
      name,
      detail: detail.default(""),
      price,
      stock: z.int().min(0, "不能小于 0").max(100_000, "最多 100000 份"),
      perPerson: perPerson.default(null),
      photos: photos.default([]),
    }),
    output: Goods,
    problems: ["not-found", "forbidden"],
  }),
  updateGoods: endpoint({
    method: "PATCH",
    path: "/shop/goods/:goodsId",
    summary: "Change it, take it off the shelf or put it back",
    access: "signed-in",
    params: goodsId,
    body: z.strictObject({
      version: z.int(),
      name: name.optional(),
      detail: detail.optional(),
      price: price.optional(),
      perPerson: perPerson.optional(),
      offered: z.boolean().optional(),
      photos: photos.optional(),
    }),
    output: Goods,
    problems: ["not-found", "stale"],
  }),
  restock: endpoint({
    method: "POST",
    path: "/shop/goods/:goodsId/stock",
    summary: "More or fewer of it, with the reason; what people take meanwhile is not lost",
    access: "signed-in",
    params: goodsId,
    body: z.strictObject({ change: z.int().min(-100_000).max(100_000), note: reason }),
    output: Goods,
    problems: ["not-found", "not-allowed-now"],
  }),
  redeem: endpoint({
    method: "POST",
    path: "/shop/goods/:goodsId/redeem",
    summary: "Spend points on one of it: it is put aside under a code",
    access: "signed-in",
    params: goodsId,
    /** The price one has seen. */
    body: z.strictObject({ price: z.int() }),
    output: MyRedemption,
    problems: ["not-found", "stale", "already-taken", "not-allowed-now"],
  }),
  myRedemptions: endpoint({
    method: "GET",
    path: "/shop/mine",
    summary: "What one has put aside or been given, newest first",
    access: "signed-in",
    query: Paging,
    output: pageOf(MyRedemption),
    problems: ["not-found"],
  }),
  cancel: endpoint({
    method: "POST",
    path: "/shop/redemptions/:redemptionId/cancel",
    summary: "Give it back: points and stock return. Whoever keeps the shop gives a reason",
    access: "signed-in",
    params: redemptionId,
    body: z.strictObject({ version: z.int(), reason: reason.optional() }),
    output: Redemption,
    problems: ["not-found", "stale", "not-allowed-now"],
  }),
  redemptions: endpoint({
    method: "GET",
    path: "/shop/redemptions",
    summary: "What has been put aside and handed over at one's shops",
    access: "signed-in",
    query: Paging.extend(RedemptionFilter.shape),
    output: pageOf(ShopRedemption),
    problems: ["not-found", "forbidden"],
  }),
  look: endpoint({
    method: "POST",
    path: "/shop/codes/look",
    summary: "What a code stands for, before it is handed over",
    access: "signed-in",
    body: z.strictObject({ code }),
    output: ShopRedemption,
    problems: ["not-found"],
  }),
  handOver: endpoint({
    method: "POST",
    path: "/shop/codes/hand-over",
    summary: "Hand it over against its code",
    access: "signed-in",
    body: z.strictObject({ code }),
    output: ShopRedemption,
    problems: ["not-found", "not-allowed-now"],
  }),
};
