import type { Position } from "@ginkgo/shared/api/common.ts";
import type { MapArea } from "@ginkgo/shared/api/org.ts";

/** What both drawings of the map, WebGL and SVG, can show. There are no network tiles. */
export interface MapProps {
  readonly areas: readonly MapArea[];
  readonly centre: Position;
  readonly zoom: number;
  readonly pin?: Position;
  /** Where the person stands. */
  readonly me?: Position;
  readonly onPick?: (at: Position) => void;
  readonly onMove?: (centre: Position) => void;
}

const metersPerDegree = 111_320;

export const metersBetween = (a: Position, b: Position): number => {
  const x = (b[0] - a[0]) * Math.cos((a[1] * Math.PI) / 180);
  return Math.hypot(x, b[1] - a[1]) * metersPerDegree;
};

const winds = ["北", "东北", "东", "东南", "南", "西南", "西", "西北"];
/** In which direction `to` lies, seen from `from`. */
export const direction = (from: Position, to: Position): string => {
  const x = (to[0] - from[0]) * Math.cos((from[1] * Math.PI) / 180);
  const angle = (Math.atan2(x, to[1] - from[1]) * 180) / Math.PI;
  return winds[Math.round((angle + 360) / 45) % 8] ?? "";
};

/** Metres on the ground for one pixel, at MapLibre's zoom (512 px tiles). */
export const metersPerPixel = (zoom: number, lat: number): number =>
  (78_271.517 * Math.cos((lat * Math.PI) / 180)) / 2 ** zoom;

const maxNames = 24;
const namesFromZoom = 14;
/** Room that a name takes up on the screen, in pixels. */
const nameWidth = 76;
const nameHeight = 20;

type Named = MapArea & { readonly at: Position };

/** Names that can be read at this zoom: the nearest few that do not lie on each other; grids only from close by. */
export const namesToShow = (areas: readonly MapArea[], centre: Position, zoom: number): readonly Named[] => {
  const scale = metersPerPixel(zoom, centre[1]);
  const near = areas
    .filter((area): area is Named => area.at !== null && (zoom >= namesFromZoom + 2 || area.polygon === null))
    .map((area) => ({ area, away: metersBetween(centre, area.at) }))
    .filter(({ away }) => away < scale * 420)
    .sort((a, b) => a.away - b.away);
  const shown: Named[] = [];
  const collides = (one: Named) =>
    shown.some((other) => {
      const across = metersBetween(one.at, [other.at[0], one.at[1]]) / scale;
      const along = metersBetween(one.at, [one.at[0], other.at[1]]) / scale;
      return across < nameWidth && along < nameHeight;
    });
  for (const { area } of near) {
    if (shown.length === maxNames) break;
    if (!collides(area)) shown.push(area);
  }
  return shown;
};
