import type { Figures } from "@ginkgo/shared/api/figures.ts";

/** What every number means, in the words of the pack. */
export const Definitions = ({ figures }: { figures: Figures }) => (
  <details className="definitions">
    <summary>统计口径</summary>
    <dl>
      {figures.rates.map(({ id, label, definition, excludes }) => (
        <div key={id}>
          <dt>{label}</dt>
          <dd>
            {definition}
            {excludes.length > 0 ? `不计入：${excludes.map((one) => one.label).join("、")}。` : ""}
          </dd>
        </div>
      ))}
      {figures.definitions.map(({ id, label, unit, definition, what }) => (
        <div key={id}>
          <dt>
            {label}（{unit}）
          </dt>
          <dd>
            {definition}
            {what === "nodes" || what === "posts" ? "（当前数，不随时间段变化）" : ""}
          </dd>
        </div>
      ))}
    </dl>
  </details>
);
