import type { Pack } from "@ginkgo/shared/pack/schema.ts";
import { statesOf } from "@ginkgo/shared/pack/states.ts";
import type { Workflow } from "@ginkgo/shared/pack/workflow.ts";
import {
  Controls,
  MarkerType,
  type NodeMouseHandler,
  ReactFlow,
  type ReactFlowInstance,
  ReactFlowProvider,
  useReactFlow,
} from "@xyflow/react";
import "@xyflow/react/dist/base.css";
import { useEffect, useMemo, useRef, useState } from "react";
import { durationWords } from "../words/duration.ts";
import { allWords } from "../words/who.ts";
import type { Mark } from "../workflow/StateMark.tsx";
import { toneOf } from "../workflow/tone.tsx";
import { type Box, type Plan, planOf, type Texts } from "./layout.ts";
import { type BoxNode, StateNode } from "./StateNode.tsx";
import { type LineEdge, StepEdge } from "./StepEdge.tsx";
import "./diagram.css";

export interface DiagramProps {
  readonly pack: Pack;
  readonly workflow: Workflow;
  readonly showAll?: boolean;
  readonly marks?: ReadonlyMap<string, Mark>;
  /** Not drawn smaller than this at first: what does not fit the width is reached by dragging. */
  readonly smallest?: number;
  readonly onOpen: (path: string) => void;
}

const nodeTypes = { box: StateNode };
const edgeTypes = { line: StepEdge };
const spoken = {
  "controls.ariaLabel": "缩放",
  "controls.zoomIn.ariaLabel": "放大",
  "controls.zoomOut.ariaLabel": "缩小",
  "controls.fitView.ariaLabel": "显示整张图",
};

const textsOf = (pack: Pack, workflow: Workflow): Texts => ({
  who: (state) => (state.final ? "" : allWords(state.waitsFor, { pack, workflow })),
  limit: (state) => (state.limit ? durationWords(state.limit.within, pack.calendar) : ""),
});

type Opening = Pick<DiagramProps, "onOpen" | "marks"> & { readonly onFocus: (path: string) => void };

const nodeOf = (box: Box, workflow: Workflow, texts: Texts, { onOpen, onFocus, marks }: Opening): BoxNode => {
  const state = statesOf(workflow).get(box.path)?.state;
  return {
    id: box.path,
    type: "box",
    position: { x: box.x, y: box.y },
    parentId: box.parent,
    width: box.width,
    height: box.height,
    zIndex: box.kind === "state" || box.kind === "start" ? 2 : 0,
    data: {
      path: box.path,
      kind: box.kind,
      label: state?.label ?? "",
      tone: state ? toneOf(workflow, box.path) : "waiting",
      final: state?.final ?? false,
      who: state ? texts.who(state, box.path) : "",
      limit: state ? texts.limit(state) : "",
      mark: marks?.get(box.path),
      onOpen,
      onFocus,
    },
  };
};

const edgesOf = (plan: Plan): LineEdge[] =>
  plan.lines.map((line) => ({
    id: `${line.from}→${line.to}`,
    type: "line",
    source: line.from,
    target: line.to,
    zIndex: 1,
    data: { line },
    markerEnd: { type: MarkerType.ArrowClosed, width: 16, height: 16, color: "#66717d" },
  }));

const margin = 16;

/** As tall as the whole diagram at the zoom at which it fills the width, so that nothing is smaller than it must be. */
const useFrame = (plan: Plan, smallest: number) => {
  const frame = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    const observer = new ResizeObserver(() => setWidth(element.clientWidth));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const zoom = Math.max(smallest, Math.min(1, (width - 2 * margin) / plan.width));
  return { frame, width, zoom, height: Math.max(260, Math.min(2400, plan.height * zoom + 2 * margin)) };
};

/** The beginning at the top; all of it in the middle if it fits. */
const viewOf = (plan: Plan, width: number, zoom: number) => {
  const fits = plan.width * zoom + 2 * margin <= width + 1;
  const first = plan.boxes.find(({ kind }) => kind === "start");
  const centre = fits || !first ? plan.width / 2 : first.x + first.width / 2;
  const x = width / 2 - centre * zoom;
  // Not farther than its own edges.
  return { x: fits ? x : Math.max(width - plan.width * zoom - margin, Math.min(margin, x)), y: margin, zoom };
};

/** The keyboard may reach a state that lies outside the frame. */
const bringIntoView = (
  flow: ReactFlowInstance<BoxNode, LineEdge>,
  path: string,
  frame: { width: number; height: number },
) => {
  const node = flow.getInternalNode(path);
  if (!node) return;
  const { x, y } = node.internals.positionAbsolute;
  const view = flow.getViewport();
  const [left, top] = [view.x + x * view.zoom, view.y + y * view.zoom];
  const [right, bottom] = [left + (node.width ?? 0) * view.zoom, top + 40 * view.zoom];
  if (left >= 0 && top >= 0 && right <= frame.width && bottom <= frame.height) return;
  void flow.setCenter(x + (node.width ?? 0) / 2, y + 40, { zoom: view.zoom });
};

const Canvas = ({ pack, workflow, showAll = false, marks, smallest = 0.6, onOpen }: DiagramProps) => {
  const flow = useReactFlow<BoxNode, LineEdge>();
  const [ready, setReady] = useState(false);
  const texts = useMemo(() => textsOf(pack, workflow), [pack, workflow]);
  const plan = useMemo(() => planOf(workflow, texts, showAll), [workflow, texts, showAll]);
  const { frame, width, zoom, height } = useFrame(plan, smallest);
  const nodes = useMemo(() => {
    const onFocus = (path: string) => bringIntoView(flow, path, { width, height });
    return plan.boxes.map((box) => nodeOf(box, workflow, texts, { onOpen, onFocus, marks }));
  }, [plan, workflow, texts, onOpen, marks, flow, width, height]);
  const edges = useMemo(() => edgesOf(plan), [plan]);
  // The frame has its final size only after its width is known.
  useEffect(() => {
    if (ready && width > 0) void flow.setViewport(viewOf(plan, width, zoom));
  }, [flow, ready, width, zoom, plan]);

  const onNodeClick: NodeMouseHandler<BoxNode> = (event) => event.stopPropagation();
  return (
    <div ref={frame} className="rule-canvas no-print" style={{ height }}>
      <ReactFlow<BoxNode, LineEdge>
        nodes={nodes}
        edges={edges}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        onInit={() => setReady(true)}
        onNodeClick={onNodeClick}
        nodesDraggable={false}
        nodesConnectable={false}
        nodesFocusable={false}
        edgesFocusable={false}
        elementsSelectable={false}
        zoomOnScroll={false}
        zoomOnDoubleClick={false}
        preventScrolling={false}
        minZoom={0.15}
        maxZoom={2}
        ariaLabelConfig={spoken}
        proOptions={{ hideAttribution: true }}
      >
        <Controls showInteractive={false} position="top-right" orientation="horizontal" />
      </ReactFlow>
    </div>
  );
};

export const Diagram = (props: DiagramProps) => (
  <ReactFlowProvider>
    <Canvas {...props} />
  </ReactFlowProvider>
);
