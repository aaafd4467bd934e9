/** The map for phones without WebGL2: outlines, names and pins as SVG; drag to move, tap to pick, buttons to zoom. */
import type { Position } from "@ginkgo/shared/api/common.ts";
import { type PointerEvent, useEffect, useRef, useState } from "react";
import { pinPath } from "./pin.ts";
import { type MapProps, metersPerPixel, namesToShow } from "./types.ts";

const metersPerDegree = 111_320;
/** Fingers tremble: less than this is a tap, not a drag. */
const tapSlack = 8;

const useSize = () => {
  const box = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState({ width: 360, height: 320 });
  useEffect(() => {
    if (!box.current) return;
    const watch = new ResizeObserver(([entry]) => {
      if (entry) setSize({ width: entry.contentRect.width, height: entry.contentRect.height });
    });
    watch.observe(box.current);
    return () => watch.disconnect();
  }, []);
  return { box, size };
};

const SvgMap = ({ areas, centre, zoom, pin, me, onPick, onMove }: MapProps) => {
  const { box, size } = useSize();
  const [view, setView] = useState({ centre, zoom });
  const drag = useRef<{ x: number; y: number; from: Position; moved: boolean }>(undefined);
  useEffect(() => setView((old) => ({ centre, zoom: Math.max(old.zoom, zoom) })), [centre, zoom]);

  const scale = metersPerPixel(view.zoom, view.centre[1]);
  const east = (Math.cos((view.centre[1] * Math.PI) / 180) * metersPerDegree) / scale;
  const north = metersPerDegree / scale;
  const toScreen = ([lng, lat]: Position): Position => [
    size.width / 2 + (lng - view.centre[0]) * east,
    size.height / 2 - (lat - view.centre[1]) * north,
  ];
  const down = (event: PointerEvent<SVGSVGElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    drag.current = { x: event.clientX, y: event.clientY, from: view.centre, moved: false };
  };
  const move = (event: PointerEvent) => {
    const start = drag.current;
    if (!start) return;
    const x = event.clientX - start.x;
    const y = event.clientY - start.y;
    if (Math.hypot(x, y) > tapSlack) start.moved = true;
    if (start.moved) setView({ ...view, centre: [start.from[0] - x / east, start.from[1] + y / north] });
  };
  const up = (event: PointerEvent<SVGSVGElement>) => {
    const start = drag.current;
    drag.current = undefined;
    if (start?.moved) return onMove?.(view.centre);
    const frame = event.currentTarget.getBoundingClientRect();
    const x = event.clientX - frame.left - size.width / 2;
    const y = event.clientY - frame.top - size.height / 2;
    onPick?.([view.centre[0] + x / east, view.centre[1] - y / north]);
  };
  const zoomBy = (step: number) => setView({ ...view, zoom: Math.min(19, Math.max(8, view.zoom + step)) });
  const [pinX, pinY] = pin ? toScreen(pin) : [0, 0];
  const [meX, meY] = me ? toScreen(me) : [0, 0];
  return (
    <div className="map-box" ref={box}>
      <svg
        width={size.width}
        height={size.height}
        role="application"
        aria-label="地图"
        onPointerDown={down}
        onPointerMove={move}
        onPointerUp={up}
        style={{ display: "block", position: "absolute" }}
      >
        <title>地图</title>
        {areas.map(({ id, polygon }) =>
          polygon ? (
            <polygon
              key={id}
              points={polygon.map((point) => toScreen(point).map(Math.round).join(",")).join(" ")}
              fill="#cfe3cf"
              fillOpacity={0.6}
              stroke="#5d8a64"
              strokeWidth={1.5}
            />
          ) : null,
        )}
        {namesToShow(areas, view.centre, view.zoom).map((area) => {
          const [x, y] = toScreen(area.at);
          return (
            <text
              key={area.id}
              x={x}
              y={y}
              textAnchor="middle"
              className="map-name"
              fill="#35513a"
              stroke="#fff"
              strokeWidth={3}
              paintOrder="stroke"
            >
              {area.name}
            </text>
          );
        })}
        {me && <circle cx={meX} cy={meY} r={8} fill="#1668dc" stroke="#fff" strokeWidth={3} />}
        {pin && <path d={pinPath} fill="var(--danger)" transform={`translate(${pinX - 18} ${pinY - 35}) scale(1.5)`} />}
      </svg>
      <div className="map-zoom">
        <button type="button" aria-label="放大" onClick={() => zoomBy(1)}>
          +
        </button>
        <button type="button" aria-label="缩小" onClick={() => zoomBy(-1)}>
          −
        </button>
      </div>
    </div>
  );
};
export default SvgMap;
