import type { CaseSummary } from "@ginkgo/shared/api/cases.ts";
import { CheckCircleOutline, ClockCircleOutline, LoopOutline, StopOutline } from "antd-mobile-icons";
import type { ReactNode } from "react";
import "./case.css";

type Tone = CaseSummary["tone"];

/** A sign beside the colour, so that the colour is never the only cue. */
const signs: Record<Tone, ReactNode> = {
  waiting: <ClockCircleOutline />,
  working: <LoopOutline />,
  done: <CheckCircleOutline />,
  stopped: <StopOutline />,
};

export const StateTag = ({ label, tone }: { label: string; tone: Tone }) => (
  <span className={`tag tag-${tone}`}>
    {signs[tone]}
    {label}
  </span>
);
