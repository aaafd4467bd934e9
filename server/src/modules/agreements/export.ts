/** Agreements and items as Excel: the same filter, the same scope. */
import { AgreedItemFilter } from "@ginkgo/shared/api/agreed-items.ts";
import { AgreementFilter } from "@ginkgo/shared/api/agreements.ts";
import { dayOf } from "@ginkgo/shared/day.ts";
import type { FastifyInstance, FastifyReply } from "fastify";
import type { z } from "zod";
import { type SheetColumn, writeSheet, xlsxMime } from "../../platform/excel.ts";
import { resolveActor, type SessionPort, signedOut } from "../../platform/http/mount.ts";
import { attachment } from "../../platform/http/sheets.ts";
import { Refusal } from "../../platform/problem.ts";
import type { Actor } from "../authority/index.ts";
import type { Agreements } from "./service.ts";

const maxRows = 10_000;
const pageSize = 200;

const phaseWords = { drafting: "起草中", agreeing: "各方确认中", inForce: "履行中", over: "已结束" } as const;
const stateWords = {
  planned: "未生效",
  open: "进行中",
  done: "已完成",
  dropped: "不再需要",
  lapsed: "到期未完成",
} as const;
const sourceWords = { agreement: "共建协议", meeting: "联席会议" } as const;

const agreementColumns: readonly SheetColumn[] = [
  { header: "协议", width: 36 },
  { header: "地方", width: 20 },
  { header: "共建单位", width: 40 },
  { header: "开始", width: 12 },
  { header: "结束", width: 12 },
  { header: "阶段", width: 12 },
  { header: "状态", width: 14 },
  { header: "事项", width: 8 },
  { header: "已完成", width: 8 },
  { header: "逾期", width: 8 },
];

const itemColumns: readonly SheetColumn[] = [
  { header: "事项", width: 50 },
  { header: "负责", width: 24 },
  { header: "完成期限", width: 12 },
  { header: "状态", width: 12 },
  { header: "进度（%）", width: 10 },
  { header: "是否逾期", width: 10 },
  { header: "情况", width: 50 },
  { header: "完成时间", width: 12 },
  { header: "来源", width: 12 },
  { header: "出自", width: 36 },
];

const readQuery = <T extends z.ZodObject>(schema: T, query: unknown): z.output<T> => {
  const { app: _app, ...rest } = query as Record<string, unknown>;
  const parsed = schema.safeParse(Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== "")));
  if (parsed.success) return parsed.data;
  throw new Refusal("invalid-input", "筛选条件有误，请重新选择后再导出。", {
    errors: parsed.error.issues.map(({ path, message }) => ({ path: path.join("."), message })),
  });
};

const collect = async <T>(
  read: (cursor: string | undefined) => Promise<{ items: readonly T[]; nextCursor: string | null }>,
): Promise<T[]> => {
  const all: T[] = [];
  let cursor: string | undefined;
  do {
    const page = await read(cursor);
    all.push(...page.items);
    if (all.length > maxRows) throw new Refusal("too-large", `符合条件的超过 ${maxRows} 条，请缩小范围后再导出。`);
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  return all;
};

const send = (reply: FastifyReply, name: string, file: Buffer) =>
  reply
    .type(xlsxMime)
    .header("content-disposition", attachment(`${name}.xlsx`))
    .send(file);

export const agreementFileRoutes = (
  app: FastifyInstance,
  { reading, items }: Agreements,
  sessions: SessionPort<Actor>,
): void => {
  app.get("/api/v1/agreements/export.xlsx", async (request, reply) => {
    const actor = await resolveActor(request, sessions);
    if (!actor) throw signedOut();
    const query = readQuery(AgreementFilter, request.query);
    const all = await collect((cursor) => reading.list(actor, { ...query, cursor, limit: pageSize }));
    const rows = all.map((one) => [
      one.matter.title,
      one.matter.place,
      one.parties.flatMap(({ node, isBody }) => (isBody ? node.name : [])).join("、"),
      one.from,
      one.to,
      phaseWords[one.phase],
      one.matter.stateLabel,
      one.items,
      one.itemsDone,
      one.itemsLate,
    ]);
    return send(reply, "共建协议", await writeSheet("共建协议", agreementColumns, rows));
  });

  app.get("/api/v1/agreed-items/export.xlsx", async (request, reply) => {
    const actor = await resolveActor(request, sessions);
    if (!actor) throw signedOut();
    const query = readQuery(AgreedItemFilter, request.query);
    const all = await collect((cursor) => items.list(actor, { ...query, cursor, limit: pageSize }));
    const rows = all.map((item) => [
      item.what,
      item.owner.name,
      item.due,
      stateWords[item.state],
      item.progress,
      item.late ? "逾期" : "",
      item.note ?? "",
      item.doneAt ? dayOf(new Date(item.doneAt)) : "",
      sourceWords[item.source.type],
      item.source.title,
    ]);
    return send(reply, "共建事项", await writeSheet("共建事项", itemColumns, rows));
  });
};
