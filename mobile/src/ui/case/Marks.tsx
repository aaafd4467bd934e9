import type { CaseSummary } from "@ginkgo/shared/api/cases.ts";
import { ExclamationCircleOutline, ExclamationTriangleOutline, InformationCircleOutline } from "antd-mobile-icons";
import type { ReactNode } from "react";
import "./case.css";

type Mark = CaseSummary["marks"][number];

const signs: Record<Mark["tone"], ReactNode> = {
  info: <InformationCircleOutline />,
  warning: <ExclamationTriangleOutline />,
  danger: <ExclamationCircleOutline />,
};

/** Small signs the pack puts on a case while something holds: 督办中, 申请延期. */
export const Marks = ({ marks }: { marks: readonly Mark[] }) =>
  marks.length > 0 && (
    <p className="marks">
      {marks.map(({ label, tone }) => (
        <span key={label} className={`mark mark-${tone}`}>
          {signs[tone]}
          {label}
        </span>
      ))}
    </p>
  );
