import { type FigureValues, percentText } from "@ginkgo/shared/api/figures.ts";
import { Count } from "./Count.tsx";
import { type Column, rateId } from "./columns.ts";
import { numberText, smallNote, smallText } from "./words.ts";

interface CellProps {
  readonly column: Column;
  readonly values: FigureValues;
  /** The row's key; absent for the total. */
  readonly row: string | undefined;
  readonly label: string;
}

const RateCell = ({ column, values, row, label }: CellProps) => {
  const id = rateId(column);
  const rate = values.rates[id];
  if (!rate || rate.denominator === 0) return <span className="muted">—</span>;
  return (
    <span className={rate.small ? "rate-small" : undefined} title={rate.small ? smallNote : undefined}>
      {percentText(rate.value)}
      <span className="cell-parts small">
        <Count opens={{ rate: id, part: "numerator", key: row }} label={`${label}${column.label}的分子`}>
          {numberText(rate.numerator)}
        </Count>
        {" / "}
        <Count opens={{ rate: id, part: "denominator", key: row }} label={`${label}${column.label}的分母`}>
          {numberText(rate.denominator)}
        </Count>
        {rate.small ? ` ${smallText}` : ""}
      </span>
    </span>
  );
};

/** One figure: a link to its cases where it is made of cases. */
export const Cell = (props: CellProps) => {
  const { column, values, row, label } = props;
  if (column.kind === "rate") return <RateCell {...props} />;
  const value = values.values[column.id];
  if (!column.opens || !value) return <>{numberText(value)}</>;
  return (
    <Count opens={{ metric: column.id, key: row }} label={`${label}${column.label}`}>
      {numberText(value)}
    </Count>
  );
};
