import { type Figures, figuresApi } from "@ginkgo/shared/api/figures.ts";
import { Card } from "antd";
import { useFetch } from "../../ui/api/hooks.ts";
import { Loaded } from "../../ui/States.tsx";
import { LineChart, type Series } from "./LineChart.tsx";
import type { FiguresQuery } from "./query.ts";
import { trendSpan } from "./span.ts";

const seriesOf = ({ rates, rows }: Figures): Series[] =>
  rates.map(({ id, label }) => ({
    label,
    points: rows.map((row) => {
      const rate = row.rates[id];
      return { value: rate?.value ?? null, small: rate?.small ?? true, of: rate?.denominator ?? 0 };
    }),
  }));

/** The rates month by month; beyond the period, so that one month is not a single dot. */
export const Trend = ({ figures, query }: { figures: Figures; query: FiguresQuery }) => {
  const { under, category } = query;
  const months = useFetch(
    figuresApi.figures,
    { ...trendSpan(figures.period), under, category, by: "month" },
    { keep: true, staleTime: 60_000 },
  );
  return (
    <Card className="trend-card" title="逐月走势">
      <Loaded query={months}>
        {(data) => <LineChart months={data.rows.map(({ key }) => key)} series={seriesOf(data)} />}
      </Loaded>
    </Card>
  );
};
