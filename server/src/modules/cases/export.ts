/** The list as an Excel file: the same filter, the same scope, the same masking. */
import { CaseFilter } from "@ginkgo/shared/api/cases.ts";
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { type SheetColumn, writeSheet, xlsxMime } from "../../platform/excel.ts";
import { resolveActor, type SessionPort, signedOut } from "../../platform/http/mount.ts";
import { attachment } from "../../platform/http/sheets.ts";
import { forbidden, Refusal } from "../../platform/problem.ts";
import { type Actor, scopeOf } from "../authority/index.ts";
import { datedText } from "../matters/index.ts";
import type { Cases } from "./service.ts";

const maxRows = 10_000;
const pageSize = 200;

const columns: readonly SheetColumn[] = [
  { header: "编号", width: 20 },
  { header: "类别", width: 14 },
  { header: "内容", width: 60 },
  { header: "状态", width: 12 },
  { header: "地点", width: 34 },
  { header: "提交时间", width: 16 },
  { header: "办理期限", width: 16 },
  { header: "是否超时", width: 10 },
  { header: "派给", width: 24 },
  { header: "承办人", width: 12 },
];

const Query = CaseFilter.extend({ sort: z.enum(["newest", "due"]).default("newest") });

const timeWords = { none: "", ok: "否", soon: "即将超时", late: "已超时", paused: "暂停计时" } as const;

const readQuery = (query: unknown) => {
  const { app: _app, ...rest } = query as Record<string, unknown>;
  const parsed = Query.safeParse(Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== "")));
  if (parsed.success) return parsed.data;
  throw new Refusal("invalid-input", "筛选条件有误，请重新选择后再导出。", {
    errors: parsed.error.issues.map(({ path, message }) => ({ path: path.join("."), message })),
  });
};

const collect = async (cases: Cases, actor: Actor, query: z.infer<typeof Query>) => {
  const rows: (string | null)[][] = [];
  let cursor: string | undefined;
  do {
    const page = await cases.reading.list(actor, {
      ...query,
      cursor,
      limit: pageSize,
      within: scopeOf(actor, "case.export"),
    });
    for (const one of page.items)
      rows.push([
        one.no,
        one.categoryLabel,
        one.words,
        one.stateLabel,
        one.place,
        datedText(new Date(one.submittedAt)),
        one.dueAt ? datedText(new Date(one.dueAt)) : "",
        timeWords[one.time],
        one.assignedTo ?? "",
        one.handler ?? "",
      ]);
    if (rows.length > maxRows)
      throw new Refusal("too-large", `符合条件的诉求超过 ${maxRows} 件，请缩小时间或范围后再导出。`);
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  return rows;
};

export const caseFileRoutes = (app: FastifyInstance, cases: Cases, sessions: SessionPort<Actor>): void => {
  app.get("/api/v1/cases/export.xlsx", async (request, reply) => {
    const actor = await resolveActor(request, sessions);
    if (!actor) throw signedOut();
    if (scopeOf(actor, "case.export").length === 0) throw forbidden("导出诉求");
    const file = await writeSheet("诉求", columns, await collect(cases, actor, readQuery(request.query)));
    return reply.type(xlsxMime).header("content-disposition", attachment("诉求.xlsx")).send(file);
  });
};
