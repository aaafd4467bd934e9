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

const looks: Record<string, { color: string; icon: ReactNode }> = {
  waiting: { color: "orange", icon: <ClockCircleOutlined /> },
  working: { color: "blue", icon: <SyncOutlined /> },
  done: { color: "green", icon: <CheckCircleOutlined /> },
  stopped: { color: "default", icon: <MinusCircleOutlined /> },
};
const unknownLook = { color: "default", icon: <QuestionCircleOutlined /> };

/** A state by its label and tone; its name is the pack's business. */
export const StateTag = ({ label, tone }: { label: string; tone: string }) => {
  const look = looks[tone] ?? unknownLook;
  return (
    <Tag color={look.color} icon={look.icon} className="tag">
      {label}
    </Tag>
  );
};

export const UrgentTag = () => (
  <Tag color="red" icon={<ThunderboltFilled />} className="tag">
    紧急
  </Tag>
);
