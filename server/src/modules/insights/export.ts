/** The table as an Excel file: figures on the first sheet, what they mean on the second. */
import { FigureQuery, type Figures, type FigureValues, percentText } from "@ginkgo/shared/api/figures.ts";
import type { FastifyInstance } from "fastify";
import { type Sheet, writeBook, xlsxMime } from "../../platform/excel.ts";
import { resolveActor, type SessionPort, signedOut } from "../../platform/http/mount.ts";
import { fieldProblems } from "../../platform/http/problems.ts";
import { attachment } from "../../platform/http/sheets.ts";
import { Refusal } from "../../platform/problem.ts";
import type { Actor } from "../authority/index.ts";
import { lastDayOf } from "./period.ts";
import type { Insights } from "./service.ts";

const groupingLabels = {
  none: "",
  node: "地方",
  day: "日期",
  week: "周",
  month: "月份",
  category: "类别",
  handler: "承办人",
} as const;

const readQuery = (query: unknown) => {
  const { app: _app, ...rest } = query as Record<string, unknown>;
  const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== ""));
  const parsed = FigureQuery.safeParse(given);
  if (parsed.success) return parsed.data;
  const errors = fieldProblems(FigureQuery, given);
  throw new Refusal(
    "invalid-input",
    `筛选条件有误，请重新选择后再导出：${errors.map(({ message }) => message).join("；")}`,
    { errors },
  );
};

const cells = ({ definitions, rates }: Figures, { values, rates: found }: FigureValues): (string | number | null)[] => [
  ...rates.flatMap(({ id }) => {
    const rate = found[id];
    return rate
      ? [`${percentText(rate.value)}${rate.small ? "（样本少）" : ""}`, rate.numerator, rate.denominator]
      : [null, null, null];
  }),
  ...definitions.map(({ id }) => values[id] ?? null),
];

const figureSheet = (figures: Figures): Sheet => {
  const { node, period, by, definitions, rates, rows, totals } = figures;
  return {
    name: "数据",
    above: [`${node.name} ${period.from} 至 ${lastDayOf(period)}（按提交日期）`],
    columns: [
      { header: groupingLabels[by], width: 24 },
      ...rates.flatMap(({ label }) => [
        { header: label, width: 14 },
        { header: `${label}·分子`, width: 14 },
        { header: `${label}·分母`, width: 14 },
      ]),
      ...definitions.map(({ label, unit }) => ({ header: `${label}（${unit}）`, width: 16 })),
    ],
    rows: [...rows.map((row) => [row.label, ...cells(figures, row)]), ["合计", ...cells(figures, totals)]],
  };
};

const meaningSheet = ({ definitions, rates, totals }: Figures): Sheet => ({
  name: "口径",
  columns: [
    { header: "名称", width: 20 },
    { header: "口径", width: 70 },
    { header: "不计入", width: 40 },
  ],
  rows: [
    ...rates.map(({ id, label, definition, excludes }) => [
      label,
      definition,
      excludes.map((one) => `${one.label} ${totals.rates[id]?.excluded[one.id] ?? 0} 件`).join("、"),
    ]),
    ...definitions.map(({ label, definition }) => [label, definition, null]),
  ],
});

export const figureFileRoutes = (app: FastifyInstance, insights: Insights, sessions: SessionPort<Actor>): void => {
  app.get("/api/v1/figures/export.xlsx", async (request, reply) => {
    const actor = await resolveActor(request, sessions);
    if (!actor) throw signedOut();
    const figures = await insights.figures(actor, readQuery(request.query));
    const file = await writeBook([figureSheet(figures), meaningSheet(figures)]);
    const name = `数据 ${figures.node.name} ${figures.period.from} 至 ${lastDayOf(figures.period)}.xlsx`;
    return reply
      .type(xlsxMime)
      .header("content-disposition", attachment(name))
      .header("cache-control", "private, no-store")
      .send(file);
  });
};
