import type { MyPoints } from "@ginkgo/shared/api/points.ts";

export const Rules = ({ rules }: Pick<MyPoints, "rules">) => (
  <section className="card">
    <h2 className="points-title">怎样得到积分</h2>
    <ul className="points-rules">
      {rules.map(({ id, label, text }) => (
        <li key={id}>
          <b>{label}</b>
          <span>{text}</span>
        </li>
      ))}
    </ul>
  </section>
);
