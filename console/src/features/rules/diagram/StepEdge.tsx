import { BaseEdge, type Edge, EdgeLabelRenderer, type EdgeProps } from "@xyflow/react";
import type { Line, Point } from "./layout.ts";

export type LineEdge = Edge<{ line: Line } & Record<string, unknown>, "line">;

const at = ({ x, y }: Point) => `${x.toFixed(1)},${y.toFixed(1)}`;
const between = (a: Point, b: Point): Point => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });

/** A curve through the points the layout found, which lead round the boxes. */
const curve = (points: readonly Point[]): string => {
  const [first, ...rest] = points;
  const last = rest.at(-1);
  if (!first || !last) return "";
  const bends = rest.slice(0, -1).map((point, i) => `Q${at(point)} ${at(between(point, rest[i + 1] ?? point))}`);
  return `M${at(first)} ${bends.join(" ")} L${at(last)}`;
};

export const StepEdge = ({ id, data, markerEnd }: EdgeProps<LineEdge>) => {
  const line = data?.line;
  if (!line) return null;
  return (
    <>
      <BaseEdge
        id={id}
        path={curve(line.points)}
        markerEnd={markerEnd}
        className={`rule-line rule-line-${line.tone}`}
      />
      {line.lines.length > 0 ? (
        <EdgeLabelRenderer>
          <div
            className={`rule-step rule-step-${line.tone}`}
            style={{ transform: `translate(-50%, -50%) translate(${line.label.x}px, ${line.label.y}px)` }}
          >
            {line.lines.map((text) => (
              <div key={text}>{text}</div>
            ))}
          </div>
        </EdgeLabelRenderer>
      ) : null}
    </>
  );
};
