import type { Figures } from "@ginkgo/shared/api/figures.ts";
import { Card } from "antd";
import { Cell } from "./Cell.tsx";
import { columnsOf } from "./columns.ts";

/** What the place assesses by, and nothing else. */
export const Indicators = ({ figures }: { figures: Figures }) => {
  const columns = columnsOf({ ...figures, by: "none" });
  return (
    <Card className="indicator-card" title="考核指标">
      <dl className="indicators">
        {figures.indicators.map(({ id, label, metric, rate }) => {
          const column = columns.find((one) => one.id === (rate === null ? metric : `rate:${rate}`));
          return column ? (
            <div key={id}>
              <dt>{label}</dt>
              <dd>
                <Cell column={column} values={figures.totals} row={undefined} label={label} />
              </dd>
            </div>
          ) : null;
        })}
      </dl>
    </Card>
  );
};
