import type { Figures, FigureValues } from "@ginkgo/shared/api/figures.ts";
import type { ReactNode } from "react";
import { Cell } from "./Cell.tsx";
import { type Column, rateId } from "./columns.ts";
import { RowName } from "./RowName.tsx";

interface FigureCardProps {
  readonly values: FigureValues;
  readonly row: string | undefined;
  readonly label: string;
  readonly name: ReactNode;
  readonly columns: readonly Column[];
}

const FigureCard = ({ values, row, label, name, columns }: FigureCardProps) => (
  <li className="figure-card">
    <h3>{name}</h3>
    <dl>
      {columns.map((column) => (
        <div key={column.id}>
          <dt>{column.label}</dt>
          <dd>
            <Cell column={column} values={values} row={row} label={label} />
          </dd>
        </div>
      ))}
    </dl>
  </li>
);

const isEmpty = ({ values, rates }: FigureValues, columns: readonly Column[]): boolean =>
  columns.every((column) =>
    column.kind === "rate" ? rates[rateId(column)]?.denominator === 0 : (values[column.id] ?? 0) === 0,
  );

/** The table's rows on a narrow screen; those without any figure are only named. */
export const FigureCards = ({ figures, columns }: { figures: Figures; columns: readonly Column[] }) => {
  const empty = figures.rows.filter((row) => isEmpty(row, columns));
  return (
    <>
      <ul className="plain-list">
        <FigureCard values={figures.totals} row={undefined} label="合计" name="合计" columns={columns} />
        {figures.rows
          .filter((row) => !empty.includes(row))
          .map((row) => (
            <FigureCard
              key={row.key}
              values={row}
              row={row.key}
              label={row.label}
              name={<RowName row={row} />}
              columns={columns}
            />
          ))}
      </ul>
      {empty.length > 0 ? (
        <p className="muted small figure-note">都是 0：{empty.map(({ label }) => label).join("、")}</p>
      ) : null}
    </>
  );
};
