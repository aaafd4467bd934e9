import { percentText } from "@ginkgo/shared/api/figures.ts";
import { usePhoneWidth } from "../../ui/usePhoneWidth.ts";
import { smallText } from "./words.ts";

interface Point {
  readonly value: number | null;
  readonly small: boolean;
  readonly of: number;
}

export interface Series {
  readonly label: string;
  readonly points: readonly Point[];
}

interface LineChartProps {
  /** First days of months. */
  readonly months: readonly string[];
  readonly series: readonly Series[];
}

const height = 240;
const [left, top, bottom] = [44, 12, 206];
/** Drawn close to the size it is seen at, so that its type is neither huge nor tiny. */
const widths = { wide: 1120, narrow: 350 };
const monthsNamed = { wide: 12, narrow: 5 };
type Size = keyof typeof widths;

/** Told apart by dashes and markers too, for print and for those who do not see colours. */
const styles = [
  { color: "var(--accent)", dash: "", marker: "M-3.5,0a3.5,3.5 0 1,0 7,0a3.5,3.5 0 1,0 -7,0" },
  { color: "#114b87", dash: "7 4", marker: "M-3.5,-3.5h7v7h-7z" },
  { color: "#1d5c31", dash: "2 4", marker: "M0,-4.5L4.5,3.5L-4.5,3.5z" },
  { color: "#5b3a8c", dash: "10 3 2 3", marker: "M0,-5L5,0L0,5L-5,0z" },
  { color: "#7a4a00", dash: "1 3", marker: "M-4.5,-3.5h9L0,4.5z" },
] as const;

const styleOf = (i: number) => styles[i % styles.length] ?? styles[0];
const yOf = (value: number): number => bottom - value * (bottom - top);
const monthText = (month: string): string => `${month.slice(0, 4)}年${Number(month.slice(5, 7))}月`;

/** A line breaks where a month has no cases: nothing is drawn that was not counted. */
const pathOf = (points: readonly Point[], xOf: (i: number) => number): string =>
  points
    .map(({ value }, i) => {
      if (value === null) return "";
      const command = points[i - 1]?.value == null ? "M" : "L";
      return `${command}${xOf(i).toFixed(1)},${yOf(value).toFixed(1)}`;
    })
    .join("");

const summaryOf = ({ label, points }: Series, months: readonly string[]): string => {
  const last = points.findLastIndex(({ value }) => value !== null);
  const [month, point] = [months[last], points[last]];
  return month && point ? `${label}：${monthText(month)} ${percentText(point.value)}` : `${label}：没有数据`;
};

interface AxesProps {
  readonly months: readonly string[];
  readonly size: Size;
  readonly xOf: (i: number) => number;
}

const Axes = ({ months, size, xOf }: AxesProps) => {
  const every = Math.ceil(months.length / monthsNamed[size]);
  return (
    <>
      {[0, 0.25, 0.5, 0.75, 1].map((value) => (
        <g key={value}>
          <line className="chart-grid" x1={left} x2={widths[size] - 8} y1={yOf(value)} y2={yOf(value)} />
          <text className="chart-text" x={left - 8} y={yOf(value) + 4} textAnchor="end">
            {value * 100}%
          </text>
        </g>
      ))}
      {months.map((month, i) =>
        i % every === 0 ? (
          <text key={month} className="chart-text" x={xOf(i)} y={bottom + 20} textAnchor="middle">
            {month.endsWith("-01-01") || i === 0 ? month.slice(0, 7) : `${Number(month.slice(5, 7))}月`}
          </text>
        ) : null,
      )}
    </>
  );
};

export const LineChart = ({ months, series }: LineChartProps) => {
  const size: Size = usePhoneWidth() ? "narrow" : "wide";
  const width = widths[size];
  const step = months.length > 1 ? (width - left - 48) / (months.length - 1) : 0;
  const xOf = (i: number) => left + 20 + i * step;
  return (
    <figure className="chart">
      <svg
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={`逐月走势。${series.map((one) => summaryOf(one, months)).join("；")}。各月数字见下方按月统计。`}
      >
        <Axes months={months} size={size} xOf={xOf} />
        {series.map(({ label, points }, s) => {
          const { color, dash, marker } = styleOf(s);
          return (
            <g key={label} stroke={color} fill={color}>
              <path d={pathOf(points, xOf)} fill="none" strokeWidth="2" strokeDasharray={dash} />
              {points.map(({ value, small, of }, i) => {
                const month = months[i];
                if (value === null || month === undefined) return null;
                return (
                  <path
                    key={month}
                    d={marker}
                    transform={`translate(${xOf(i)},${yOf(value)})`}
                    fill={small ? "#fff" : color}
                    strokeWidth="1.5"
                  >
                    <title>{`${monthText(month)} ${label} ${percentText(value)}（${of} 件${small ? `，${smallText}` : ""}）`}</title>
                  </path>
                );
              })}
            </g>
          );
        })}
      </svg>
      <figcaption className="chart-legend small">
        {series.map(({ label }, s) => {
          const { color, dash, marker } = styleOf(s);
          return (
            <span key={label}>
              <svg width="30" height="12" aria-hidden="true" stroke={color} fill={color}>
                <line x1="0" x2="30" y1="6" y2="6" strokeWidth="2" strokeDasharray={dash} />
                <path d={marker} transform="translate(15,6)" />
              </svg>
              {label}
            </span>
          );
        })}
        <span className="muted">空心点：不足 10 件</span>
      </figcaption>
    </figure>
  );
};
