import {
  CheckCircleOutlined,
  ClockCircleOutlined,
  MinusCircleOutlined,
  QuestionCircleOutlined,
  SyncOutlined,
  ThunderboltFilled,
} from "@ant-design/icons";
import { Tag } from "antd";
import type { ReactNode } from "react";

const icons: Record<string, ReactNode> = {
  waiting: <ClockCircleOutlined />,
  working: <SyncOutlined />,
  done: <CheckCircleOutlined />,
  stopped: <MinusCircleOutlined />,
};

/** A state by its label and tone; its name is the pack's business. */
export const StateTag = ({ label, tone }: { label: string; tone: string }) => {
  const icon = icons[tone] ?? <QuestionCircleOutlined />;
  return (
    <Tag icon={icon} className={`tag tag-${tone}`}>
      {label}
    </Tag>
  );
};

export const UrgentTag = () => (
  <Tag icon={<ThunderboltFilled />} className="tag tag-urgent">
    紧急
  </Tag>
);
