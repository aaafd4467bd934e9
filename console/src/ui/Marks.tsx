import { ExclamationCircleOutlined, InfoCircleOutlined, WarningOutlined } from "@ant-design/icons";
import type { CaseSummary } from "@ginkgo/shared/api/cases.ts";
import { Tag } from "antd";
import type { ReactNode } from "react";

type Mark = CaseSummary["marks"][number];

const icons: Record<Mark["tone"], ReactNode> = {
  info: <InfoCircleOutlined />,
  warning: <WarningOutlined />,
  danger: <ExclamationCircleOutlined />,
};

/** Small signs the pack puts on a case while something holds: 督办中, 申请延期. */
export const Marks = ({ marks }: { marks: readonly Mark[] }) =>
  marks.map(({ label, tone }) => (
    <Tag key={label} icon={icons[tone]} className={`tag mark mark-${tone}`}>
      {label}
    </Tag>
  ));
