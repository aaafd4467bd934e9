import type { CaseView } from "@ginkgo/shared/api/cases.ts";
import { CheckOutline } from "antd-mobile-icons";
import "./progress.css";

export const ProgressLine = ({ points }: { points: CaseView["progress"] }) => (
  <ol className="progress" aria-label="办理进度">
    {points.map((point) => (
      <li
        key={point.label}
        className={point.current ? "current" : point.reached ? "reached" : undefined}
        aria-current={point.current ? "step" : undefined}
      >
        <span className="dot">{point.reached && !point.current && <CheckOutline />}</span>
        {point.label}
        {point.current && <span className="visually-hidden">（现在在这一步）</span>}
      </li>
    ))}
  </ol>
);
