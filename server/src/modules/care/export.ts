/** The list as an Excel file: the same filter, the same scope, the same masking. */
import { CareFilter } from "@ginkgo/shared/api/care.ts";
import { dayOf } from "@ginkgo/shared/day.ts";
import type { FastifyInstance } from "fastify";
import { type SheetColumn, writeSheet, xlsxMime } from "../../platform/excel.ts";
import { resolveActor, type SessionPort, signedOut } from "../../platform/http/mount.ts";
import { attachment } from "../../platform/http/sheets.ts";
import { forbidden, Refusal } from "../../platform/problem.ts";
import { type Actor, scopeOf } from "../authority/index.ts";
import type { Care } from "./service.ts";

const maxRows = 10_000;
const pageSize = 200;

const columns: readonly SheetColumn[] = [
  { header: "姓名", width: 10 },
  { header: "类别", width: 16 },
  { header: "地方", width: 34 },
  { header: "每几天一次", width: 12 },
  { header: "下次走访", width: 14 },
  { header: "逾期天数", width: 10 },
  { header: "上次走访", width: 14 },
  { header: "走访人", width: 30 },
  { header: "走访队伍", width: 20 },
];

export const careFileRoutes = (app: FastifyInstance, care: Care, sessions: SessionPort<Actor>): void => {
  app.get("/api/v1/care/export.xlsx", async (request, reply) => {
    const actor = await resolveActor(request, sessions);
    if (!actor) throw signedOut();
    if (scopeOf(actor, "care.read").length + scopeOf(actor, "care.edit").length === 0) throw forbidden("导出走访对象");
    const { app: _app, ...rest } = request.query as Record<string, unknown>;
    const parsed = CareFilter.safeParse(Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== "")));
    if (!parsed.success) throw new Refusal("invalid-input", "筛选条件有误，请重新选择后再导出。");
    const rows: (string | number | null)[][] = [];
    let cursor: string | undefined;
    do {
      const page = await care.reading.list(actor, { ...parsed.data, whose: "desk", cursor, limit: pageSize });
      for (const one of page.items)
        rows.push([
          one.name,
          one.kindLabel,
          one.trail,
          one.everyDays,
          one.nextOn,
          one.lateDays || null,
          one.lastVisitAt ? dayOf(new Date(one.lastVisitAt)) : null,
          one.visitors.map(({ name }) => name).join("、"),
          one.team?.name ?? null,
        ]);
      if (rows.length > maxRows) throw new Refusal("too-large", `超过 ${maxRows} 位，请缩小范围后再导出。`);
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    return reply
      .type(xlsxMime)
      .header("content-disposition", attachment("走访对象.xlsx"))
      .send(await writeSheet("走访对象", columns, rows));
  });
};
