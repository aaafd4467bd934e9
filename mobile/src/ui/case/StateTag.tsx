import type { Tone } from "@ginkgo/shared/api/cases.ts";
import { CheckCircleOutline, ClockCircleOutline, LoopOutline, StopOutline } from "antd-mobile-icons";
import type { ReactNode } from "react";
import type { z } from "zod";
import "./case.css";

/** A sign beside the colour, so that the colour is never the only cue. */
const signs: Record<z.infer<typeof Tone>, ReactNode> = {
  waiting: <ClockCircleOutline />,
  working: <LoopOutline />,
  done: <CheckCircleOutline />,
  stopped: <StopOutline />,
};

export const StateTag = ({ label, tone }: { label: string; tone: z.infer<typeof Tone> }) => (
  <span className={`tag tag-${tone}`}>
    {signs[tone]}
    {label}
  </span>
);
