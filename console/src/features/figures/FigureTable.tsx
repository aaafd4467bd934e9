import { CaretDownOutlined, CaretUpOutlined } from "@ant-design/icons";
import type { Figures } from "@ginkgo/shared/api/figures.ts";
import { Cell } from "./Cell.tsx";
import { type Column, type Order, sorted } from "./columns.ts";
import { RowName } from "./RowName.tsx";
import { groupings } from "./words.ts";

interface FigureTableProps {
  readonly figures: Figures;
  readonly columns: readonly Column[];
  readonly order: Order | null;
  readonly onOrder: (order: Order | null) => void;
}

/** First the largest above, then the smallest, then as it came. */
const nextOrder = (column: string, order: Order | null): Order | null => {
  if (order?.column !== column) return { column, descending: true };
  return order.descending ? { column, descending: false } : null;
};

const Heading = ({ column, order, onOrder }: Pick<FigureTableProps, "order" | "onOrder"> & { column: Column }) => {
  const mine = order?.column === column.id ? order : null;
  return (
    <th scope="col" aria-sort={mine ? (mine.descending ? "descending" : "ascending") : undefined}>
      <button type="button" title={column.definition} onClick={() => onOrder(nextOrder(column.id, order))}>
        {column.label}
        {column.unit ? <span className="muted small">（{column.unit}）</span> : null}
        {mine ? mine.descending ? <CaretDownOutlined /> : <CaretUpOutlined /> : null}
      </button>
    </th>
  );
};

export const FigureTable = ({ figures, columns, order, onOrder }: FigureTableProps) => {
  const by = columns.find(({ id }) => id === order?.column);
  const head = groupings.find(({ value }) => value === figures.by)?.head ?? "";
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table that scrolls sideways must be reached by the keyboard.
    <section className="figure-scroll" tabIndex={0} aria-label="统计表">
      <table className="figure-table">
        <thead>
          <tr>
            <th scope="col">{head}</th>
            {columns.map((column) => (
              <Heading key={column.id} column={column} order={order} onOrder={onOrder} />
            ))}
          </tr>
        </thead>
        <tbody>
          {sorted(figures.rows, by, order?.descending ?? true).map((row) => (
            <tr key={row.key}>
              <th scope="row">
                <RowName row={row} />
              </th>
              {columns.map((column) => (
                <td key={column.id}>
                  <Cell column={column} values={row} row={row.key} label={row.label} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">合计</th>
            {columns.map((column) => (
              <td key={column.id}>
                <Cell column={column} values={figures.totals} row={undefined} label="合计" />
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
    </section>
  );
};
