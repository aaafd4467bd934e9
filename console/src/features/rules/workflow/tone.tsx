import { CheckCircleOutlined, ClockCircleOutlined, MinusCircleOutlined, SyncOutlined } from "@ant-design/icons";
import { standingOf, stateAt } from "@ginkgo/shared/pack/states.ts";
import type { Workflow } from "@ginkgo/shared/pack/workflow.ts";
import type { ReactNode } from "react";

const tones: Readonly<Record<string, { icon: ReactNode; words: string }>> = {
  waiting: { icon: <ClockCircleOutlined />, words: "等待中" },
  working: { icon: <SyncOutlined />, words: "办理中" },
  done: { icon: <CheckCircleOutlined />, words: "已办成" },
  stopped: { icon: <MinusCircleOutlined />, words: "已停止" },
};

/** An inner end without a tone of its own is done, though what lies round it goes on. */
export const toneOf = (workflow: Workflow, path: string): string => {
  const { tone, final } = stateAt(workflow, path);
  return tone ?? (final ? "done" : standingOf(workflow, [path]).tone);
};

export const toneWords = (tone: string): string => tones[tone]?.words ?? "";
export const ToneIcon = ({ tone }: { tone: string }) => <span aria-hidden="true">{tones[tone]?.icon}</span>;

/** What the four tones mean, under the diagram. */
export const ToneLegend = ({ someLoose }: { someLoose: boolean }) => (
  <ul className="rule-legend plain-list no-print">
    {Object.entries(tones).map(([tone, { icon, words }]) => (
      <li key={tone} className={`rule-key rule-${tone}`}>
        <span aria-hidden="true">{icon}</span> {words}
      </li>
    ))}
    <li className="rule-key rule-final">圆头：结束</li>
    <li className="rule-key rule-dashed">虚线：退回或停止</li>
    {someLoose ? <li>没有箭头的结束：几个状态都能到，点开看从哪里来</li> : null}
  </ul>
);
