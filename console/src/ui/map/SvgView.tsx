/** The same map where there is no WebGL: plain SVG with buttons to zoom, dragging to move, and picking a point. */
import { MinusOutlined, PlusOutlined } from "@ant-design/icons";
import type { Position } from "@ginkgo/shared/api/common.ts";
import { Button, Space } from "antd";
import { type PointerEvent, useMemo, useRef, useState } from "react";
import { type Bounds, labelsIn, openingBounds } from "./geometry.ts";
import type { MapProps } from "./types.ts";

const width = 1000;
const height = 640;

interface View {
  readonly at: Position;
  /** Degrees of longitude per drawing unit. */
  readonly scale: number;
}

const viewOf = ([west, south, east, north]: Bounds): View => {
  const squeeze = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const scale = Math.max((east - west) / width, (north - south) / squeeze / height) * 1.12;
  return { at: [(west + east) / 2, (south + north) / 2], scale };
};

/** Equirectangular is exact enough for a county. */
const projection = ({ at, scale }: View) => {
  const squeeze = Math.cos((at[1] * Math.PI) / 180);
  return {
    toScreen: ([lng, lat]: Position): Position => [
      (lng - at[0]) / scale + width / 2,
      (at[1] - lat) / (scale * squeeze) + height / 2,
    ],
    toMap: ([x, y]: Position): Position => [
      at[0] + (x - width / 2) * scale,
      at[1] - (y - height / 2) * scale * squeeze,
    ],
  };
};

const SvgView = (props: MapProps) => {
  const { areas, pins = [], focus, accent, picked, onPick, onPinClick } = props;
  // Opens anew when other areas or another focus come in, never because of a pick.
  const latest = useRef(props);
  latest.current = props;
  const opening = useMemo(() => viewOf(openingBounds({ ...latest.current, areas, focus })), [areas, focus]);
  const [moved, setMoved] = useState<{ from: View; view: View } | null>(null);
  const view = moved?.from === opening ? moved.view : opening;
  const { toScreen, toMap } = projection(view);
  const drag = useRef<{ start: Position; view: View; far: boolean } | null>(null);
  const svg = useRef<SVGSVGElement>(null);
  const setView = (next: View) => setMoved({ from: opening, view: next });

  const pointOf = (event: PointerEvent): Position => {
    const matrix = svg.current?.getScreenCTM()?.inverse();
    const point = new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix ?? undefined);
    return [point.x, point.y];
  };
  const onDown = (event: PointerEvent) => {
    drag.current = { start: pointOf(event), view, far: false };
  };
  const onMove = (event: PointerEvent) => {
    if (!drag.current) return;
    const [x, y] = pointOf(event);
    const [dx, dy] = [x - drag.current.start[0], y - drag.current.start[1]];
    if (Math.hypot(dx, dy) < 6 && !drag.current.far) return;
    drag.current.far = true;
    const was = drag.current.view;
    setView({ at: projection(was).toMap([width / 2 - dx, height / 2 - dy]), scale: was.scale });
  };
  const onUp = (event: PointerEvent) => {
    if (drag.current && !drag.current.far) onPick?.(toMap(pointOf(event)));
    drag.current = null;
  };

  const [west, north] = toMap([0, 0]);
  const [east, south] = toMap([width, height]);
  return (
    <div className="map-canvas">
      <svg
        ref={svg}
        viewBox={`0 0 ${width} ${height}`}
        preserveAspectRatio="xMidYMid slice"
        className="map-svg"
        role="img"
        aria-label="地图"
        onPointerDown={onDown}
        onPointerMove={onMove}
        onPointerUp={onUp}
        onPointerLeave={() => {
          drag.current = null;
        }}
      >
        {areas.map((area) =>
          area.polygon ? (
            <polygon
              key={area.id}
              points={area.polygon.map((point) => toScreen(point).join(",")).join(" ")}
              fill={accent}
              fillOpacity={area.id === focus ? 0.22 : 0.06}
              stroke={area.id === focus ? accent : "#8b98a5"}
              strokeWidth={area.id === focus ? 3 : 1}
            />
          ) : null,
        )}
        {labelsIn(areas, [west, south, east, north], width * 0.6).map(({ area, at }) => {
          const [x, y] = toScreen(at);
          return (
            <text key={area.id} x={x} y={y} className="map-svg-label">
              {area.name}
            </text>
          );
        })}
        {pins.map((pin) => {
          const [cx, cy] = toScreen(pin.at);
          return (
            // biome-ignore lint/a11y/noStaticElementInteractions: the list beside the map offers the same by keyboard
            <circle
              key={pin.id}
              cx={cx}
              cy={cy}
              r={pin.strong ? 11 : 8}
              fill={pin.colour}
              stroke="#fff"
              strokeWidth={2}
              className="map-svg-pin"
              onPointerUp={(event) => event.stopPropagation()}
              onClick={() => onPinClick?.(pin.id)}
            >
              <title>{pin.label}</title>
            </circle>
          );
        })}
        {picked ? (
          <circle
            cx={toScreen(picked)[0]}
            cy={toScreen(picked)[1]}
            r={11}
            fill={accent}
            stroke="#fff"
            strokeWidth={3}
          />
        ) : null}
      </svg>
      <Space.Compact orientation="vertical" className="map-zoom">
        <Button
          size="small"
          icon={<PlusOutlined />}
          aria-label="放大"
          onClick={() => setView({ ...view, scale: view.scale / 1.6 })}
        />
        <Button
          size="small"
          icon={<MinusOutlined />}
          aria-label="缩小"
          onClick={() => setView({ ...view, scale: view.scale * 1.6 })}
        />
      </Space.Compact>
    </div>
  );
};

export default SvgView;
