/** One's own ledger, and a shop's redemptions, as Excel files: the same rows, the same masking as on the screens. */
import { bookingWords, type PointEntry } from "@ginkgo/shared/api/points.ts";
import { RedemptionFilter, redemptionWords, type ShopRedemption } from "@ginkgo/shared/api/shop.ts";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { type SheetColumn, writeSheet, xlsxMime } from "../../platform/excel.ts";
import { resolveActor, type SessionPort, signedOut } from "../../platform/http/mount.ts";
import { fieldProblems } from "../../platform/http/problems.ts";
import { attachment } from "../../platform/http/sheets.ts";
import { Refusal } from "../../platform/problem.ts";
import type { Actor } from "../authority/index.ts";
import type { Points } from "./service.ts";

const maxRows = 10_000;
const pageSize = 200;

type Row = readonly (string | number | null)[];
type Pages<T> = (cursor: string | undefined) => Promise<{ items: T[]; nextCursor: string | null }>;

const collect = async <T>(read: Pages<T>, rowOf: (one: T) => Row): Promise<Row[]> => {
  const rows: Row[] = [];
  let cursor: string | undefined;
  do {
    const page = await read(cursor);
    rows.push(...page.items.map(rowOf));
    if (rows.length > maxRows) throw new Refusal("too-large", `超过 ${maxRows} 条，请缩小范围后再导出。`);
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  return rows;
};

const timeText = (instant: string | null): string =>
  instant ? new Date(new Date(instant).getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace("T", " ") : "";

const sides = { home: "居住地", unit: "单位" } as const;

const entryColumns: readonly SheetColumn[] = [
  { header: "入账时间", width: 18 },
  { header: "服务时间", width: 18 },
  { header: "类型", width: 12 },
  { header: "事由", width: 50 },
  { header: "规则", width: 20 },
  { header: "积分", width: 8 },
  { header: "地点", width: 30 },
  { header: "认可", width: 36 },
  { header: "确认人", width: 12 },
];

const entryRow = (one: PointEntry): Row => [
  timeText(one.at),
  timeText(one.doneAt),
  bookingWords[one.kind],
  one.words,
  one.rule,
  one.points,
  one.place,
  one.recognised.map(({ side, node }) => `${sides[side]}：${node}`).join("；"),
  one.by,
];

const redemptionColumns: readonly SheetColumn[] = [
  { header: "预留时间", width: 18 },
  { header: "物品或服务", width: 30 },
  { header: "兑换点", width: 24 },
  { header: "积分", width: 8 },
  { header: "状态", width: 10 },
  { header: "领取或取消时间", width: 18 },
  { header: "兑换人", width: 10 },
  { header: "经手人", width: 12 },
  { header: "原因", width: 30 },
];

const redemptionRow = (one: ShopRedemption): Row => [
  timeText(one.reservedAt),
  one.goods,
  one.place.name,
  one.points,
  redemptionWords[one.status],
  timeText(one.endedAt),
  one.who,
  one.handedBy,
  one.reason,
];

const readFilter = (query: unknown) => {
  const { app: _app, ...rest } = query as Record<string, unknown>;
  const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== ""));
  const parsed = RedemptionFilter.safeParse(given);
  if (parsed.success) return parsed.data;
  throw new Refusal("invalid-input", "筛选条件有误，请重新选择后再导出。", {
    errors: fieldProblems(RedemptionFilter, given),
  });
};

export const pointFileRoutes = (app: FastifyInstance, points: Points, sessions: SessionPort<Actor>): void => {
  const signedIn = async (request: FastifyRequest): Promise<Actor> => {
    const actor = await resolveActor(request, sessions);
    if (!actor) throw signedOut();
    return actor;
  };
  const send = async (reply: FastifyReply, name: string, columns: readonly SheetColumn[], rows: readonly Row[]) =>
    reply
      .type(xlsxMime)
      .header("content-disposition", attachment(`${name}.xlsx`))
      .header("cache-control", "private, no-store")
      .send(await writeSheet(name, columns, rows));

  app.get("/api/v1/points/mine/entries.xlsx", async (request, reply) => {
    const actor = await signedIn(request);
    const read: Pages<PointEntry> = (cursor) => points.own.entries(actor, { cursor, limit: pageSize });
    return send(reply, "我的积分", entryColumns, await collect(read, entryRow));
  });

  app.get("/api/v1/shop/redemptions.xlsx", async (request, reply) => {
    const actor = await signedIn(request);
    const filter = readFilter(request.query);
    const read: Pages<ShopRedemption> = (cursor) =>
      points.redeeming.list(actor, { ...filter, cursor, limit: pageSize });
    return send(reply, "兑换记录", redemptionColumns, await collect(read, redemptionRow));
  });
};
