import { Handle, type Node, type NodeProps, Position } from "@xyflow/react";
import { type Mark, StateMark } from "../workflow/StateMark.tsx";
import { ToneIcon, toneWords } from "../workflow/tone.tsx";
import type { Box } from "./layout.ts";

export interface BoxData extends Record<string, unknown> {
  readonly path: string;
  readonly kind: Box["kind"];
  readonly label: string;
  readonly tone: string;
  readonly final: boolean;
  readonly who: string;
  readonly limit: string;
  readonly mark: Mark | undefined;
  readonly onOpen: (path: string) => void;
  readonly onFocus: (path: string) => void;
}
export type BoxNode = Node<BoxData, "box">;

const Anchors = () => (
  <>
    <Handle type="target" position={Position.Top} isConnectable={false} />
    <Handle type="source" position={Position.Bottom} isConnectable={false} />
  </>
);

const classOf = ({ kind, tone, final, mark }: BoxData): string =>
  [`rule-${kind}`, `rule-${tone}`, final ? "rule-final" : "", mark ? `rule-${mark}` : ""].filter(Boolean).join(" ");

/** One state as a button; a box round others has its button in its head. */
export const StateNode = ({ data }: NodeProps<BoxNode>) => {
  if (data.kind === "start")
    return (
      <div className="rule-start">
        开始
        <Anchors />
      </div>
    );
  const isBox = data.kind !== "state";
  return (
    <div className={`rule-box ${classOf(data)}`}>
      <Anchors />
      <button
        type="button"
        className={isBox ? "rule-head nopan" : "rule-button nopan"}
        onClick={() => data.onOpen(data.path)}
        onFocus={(event) => {
          if (event.currentTarget.matches(":focus-visible")) data.onFocus(data.path);
        }}
      >
        <span className="rule-label">
          <ToneIcon tone={data.tone} /> {data.label}
          {data.mark ? <StateMark mark={data.mark} /> : null}
          <span className="rule-hidden">（{data.final ? "结束状态" : toneWords(data.tone)}）</span>
        </span>
        {data.who ? <span className="rule-who">轮到：{data.who}</span> : null}
        {data.limit ? <span className="rule-limit">时限：{data.limit}</span> : null}
      </button>
    </div>
  );
};
