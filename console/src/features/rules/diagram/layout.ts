/** Where every box and arrow of the diagram lies. Nested states are laid out first, then the box round them. */
import { Graph, layout } from "@dagrejs/dagre";
import { parentOf, statesOf } from "@ginkgo/shared/pack/states.ts";
import type { State, Workflow } from "@ginkgo/shared/pack/workflow.ts";
import { type Arrow, arrowsAt, arrowsOf, commonEnds, type LevelArrow, start } from "./arrows.ts";

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Box extends Point {
  readonly path: string;
  /** `x` and `y` are from this box's corner. */
  readonly parent: string | undefined;
  readonly width: number;
  readonly height: number;
  /** `first`: the region at the left, before which nothing is to be divided. */
  readonly kind: "start" | "state" | "group" | "first" | "region";
}

export interface Line extends LevelArrow {
  readonly points: readonly Point[];
  readonly label: Point;
}

export interface Plan {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly Box[];
  readonly lines: readonly Line[];
  /** Ends shown without the arrows that lead to them. */
  readonly loose: ReadonlySet<string>;
}

export interface Texts {
  who(state: State, path: string): string;
  limit(state: State): string;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

interface Level extends Size {
  readonly boxes: Box[];
  readonly lines: Line[];
}

export const stateWidth = 184;
const lineHeight = 18;
const [padding, header, gap] = [16, 34, 16];

const linesFor = (text: string, perLine: number, most: number): number =>
  text === "" ? 0 : Math.min(most, Math.ceil(text.length / perLine));

/** "轮到：" and "时限：" stand before them. */
const factLines = (text: string): number => (text === "" ? 0 : linesFor(`轮到：${text}`, 12, 2));

const leafSize = (state: State, path: string, texts: Texts): Size => ({
  width: stateWidth,
  height:
    20 +
    linesFor(state.label, state.final ? 8 : 10, 2) * 20 +
    (factLines(texts.who(state, path)) + factLines(texts.limit(state))) * lineHeight,
});

const labelSize = (lines: readonly string[]): Size => ({
  width: lines.length === 0 ? 0 : Math.min(236, Math.max(...lines.map((line) => line.length)) * 12 + 10),
  height: lines.length * 17,
});

const shownLines = (lines: readonly string[]): string[] =>
  lines.length <= 4 ? [...lines] : [...lines.slice(0, 3), `等 ${lines.length} 项`];

const moved = ({ x, y }: Point, by: Point): Point => ({ x: x + by.x, y: y + by.y });
const movedLine = (line: Line, by: Point): Line => ({
  ...line,
  points: line.points.map((point) => moved(point, by)),
  label: moved(line.label, by),
});

const weightOf = ({ tone }: LevelArrow): number => (tone === "primary" ? 6 : tone === "danger" ? 1 : 2);

export const planOf = (workflow: Workflow, texts: Texts, showAll: boolean): Plan => {
  const all = arrowsOf(workflow);
  const loose = showAll ? new Set<string>() : commonEnds(workflow, all);
  const arrows: Arrow[] = all.filter(({ from, to }) => !loose.has(from) && !loose.has(to));
  const states = [...statesOf(workflow).values()];
  const childrenOf = (level: string | undefined) => states.filter(({ path }) => parentOf(path) === level);

  const inner = new Map<string, Level>();
  const sizeOf = (path: string, state: State): Size => {
    if (!state.states || Object.keys(state.states).length === 0) return leafSize(state, path, texts);
    const level = state.parallel ? sideBySide(path) : ranked(path);
    inner.set(path, level);
    return { width: Math.max(level.width + 2 * padding, stateWidth), height: level.height + header + padding };
  };

  /** The box itself, then what lies in it. */
  const placed = (path: string, size: Size, at: Point, kind: Box["kind"]): Box[] => {
    const within = inner.get(path);
    const own: Box = { path, parent: parentOf(path), ...size, ...at, kind };
    return within ? [own, ...within.boxes] : [own];
  };
  /** Lines are told from the corner of the level they lie in. */
  const linesIn = (path: string, at: Point): Line[] =>
    (inner.get(path)?.lines ?? []).map((line) => movedLine(line, at));
  const kindOf = (path: string): Box["kind"] => (inner.has(path) ? "group" : "state");

  const sideBySide = (path: string): Level => {
    const regions = childrenOf(path).map(({ path: child, state }) => ({ child, size: sizeOf(child, state) }));
    const height = Math.max(...regions.map(({ size }) => size.height));
    let x = padding;
    const boxes: Box[] = [];
    const lines: Line[] = [];
    for (const { child, size } of regions) {
      const at = { x, y: header };
      boxes.push(...placed(child, { ...size, height }, at, boxes.length === 0 ? "first" : "region"));
      lines.push(...linesIn(child, at));
      x += size.width;
    }
    return { width: x - padding, height, boxes, lines };
  };

  const ranked = (level: string | undefined): Level => {
    const graph = new Graph({ multigraph: false });
    graph.setGraph({ rankdir: "TB", ranksep: 34, nodesep: 36, edgesep: 18, marginx: 0, marginy: 0 });
    graph.setDefaultEdgeLabel(() => ({}));
    const members = childrenOf(level).filter(({ path }) => !loose.has(path));
    if (level === undefined) graph.setNode(start, { width: 64, height: 28 });
    for (const { path, state } of members) graph.setNode(path, { ...sizeOf(path, state) });
    const between = arrowsAt(workflow, arrows, level).map((arrow) => ({ ...arrow, lines: shownLines(arrow.lines) }));
    for (const arrow of between)
      graph.setEdge(arrow.from, arrow.to, { ...labelSize(arrow.lines), labelpos: "c", weight: weightOf(arrow) });
    layout(graph);

    const origin: Point = level === undefined ? { x: 0, y: 0 } : { x: padding, y: header };
    const boxes: Box[] = [];
    const lines: Line[] = [];
    for (const path of graph.nodes()) {
      const { x = 0, y = 0, width = 0, height = 0 } = graph.node(path) as Partial<Point & Size>;
      const at = moved({ x: x - width / 2, y: y - height / 2 }, origin);
      boxes.push(...placed(path, { width, height }, at, path === start ? "start" : kindOf(path)));
      lines.push(...linesIn(path, at));
    }
    for (const arrow of between) {
      const { points = [], x, y } = graph.edge(arrow.from, arrow.to) as { points?: Point[] } & Partial<Point>;
      const middle = points[Math.floor(points.length / 2)] ?? { x: 0, y: 0 };
      lines.push(movedLine({ ...arrow, points, label: { x: x ?? middle.x, y: y ?? middle.y } }, origin));
    }
    const { width = 0, height = 0 } = graph.graph() as Partial<Size>;
    return { width, height, boxes, lines };
  };

  const top = ranked(undefined);
  const row = looseRow(workflow, texts, loose, top);
  return {
    width: Math.max(top.width, row.width),
    height: row.height,
    boxes: [...top.boxes, ...row.boxes],
    lines: top.lines,
    loose,
  };
};

/** The ends without arrows, in rows below the rest. */
const looseRow = (workflow: Workflow, texts: Texts, loose: ReadonlySet<string>, top: Size): Level => {
  const across = Math.max(1, Math.floor((Math.max(top.width, stateWidth) + gap) / (stateWidth + gap)));
  let y = top.height + (loose.size > 0 ? 48 : 0);
  let [rowHeight, column] = [0, 0];
  const boxes: Box[] = [];
  for (const path of loose) {
    const state = workflow.states[path];
    if (!state) continue;
    const size = leafSize(state, path, texts);
    if (column === across) {
      y += rowHeight + gap;
      [rowHeight, column] = [0, 0];
    }
    boxes.push({ path, parent: undefined, ...size, x: column * (stateWidth + gap), y, kind: "state" });
    rowHeight = Math.max(rowHeight, size.height);
    column++;
  }
  return { width: Math.min(across, loose.size) * (stateWidth + gap), height: y + rowHeight, boxes, lines: [] };
};
