/** A rota as an Excel file: the same shifts, the same sight. */

import { Day } from "@ginkgo/shared/api/bookings.ts";
import { Id } from "@ginkgo/shared/api/common.ts";
import { dayOf, dayWords, minutesAt, timeOf } from "@ginkgo/shared/day.ts";
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { type SheetColumn, writeSheet, xlsxMime } from "../../platform/excel.ts";
import { resolveActor, type SessionPort, signedOut } from "../../platform/http/mount.ts";
import { attachment } from "../../platform/http/sheets.ts";
import { invalid, notFound } from "../../platform/problem.ts";
import type { Actor } from "../authority/index.ts";
import type { Duties } from "./service.ts";

const columns: readonly SheetColumn[] = [
  { header: "日期", width: 18 },
  { header: "时间", width: 16 },
  { header: "班次", width: 16 },
  { header: "人员", width: 40 },
  { header: "需要人数", width: 10 },
  { header: "情况", width: 24 },
  { header: "值班记录", width: 50 },
];

const Query = z.object({ from: Day, to: Day });

export const dutyFileRoutes = (app: FastifyInstance, duties: Duties, sessions: SessionPort<Actor>): void => {
  app.get<{ Params: { rotaId: string } }>("/api/v1/rotas/:rotaId/export.xlsx", async (request, reply) => {
    const actor = await resolveActor(request, sessions);
    if (!actor) throw signedOut();
    const { rotaId } = request.params;
    if (!Id.safeParse(rotaId).success) throw notFound("这个值班表");
    const { app: _app, ...rest } = request.query as Record<string, unknown>;
    const parsed = Query.safeParse(rest);
    if (!parsed.success) throw invalid("from", "请填写从哪天到哪天，如 2026-11-23。");
    const { from, to } = parsed.data;
    const rota = await duties.rotas.one(actor, rotaId);
    const shifts = await duties.rotas.shifts(actor, rotaId, from, to);
    const file = await writeSheet(
      "值班表",
      columns,
      shifts.map((one) => {
        const [starts, ends] = [new Date(one.startsAt), new Date(one.endsAt)];
        return [
          dayWords(dayOf(starts)),
          `${timeOf(minutesAt(starts))}–${timeOf(minutesAt(ends))}`,
          one.label,
          one.people.map(({ name }) => name).join("、"),
          one.needed,
          one.cancelled
            ? `取消：${one.reason ?? ""}`
            : one.people.length < one.needed
              ? `缺 ${one.needed - one.people.length} 人`
              : "",
          one.note ?? "",
        ];
      }),
    );
    return reply
      .type(xlsxMime)
      .header("content-disposition", attachment(`${rota.name}.xlsx`))
      .send(file);
  });
};
