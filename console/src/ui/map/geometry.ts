import type { Position } from "@ginkgo/shared/api/common.ts";
import type { MapArea } from "@ginkgo/shared/api/org.ts";
import type { MapProps } from "./types.ts";

export type Bounds = readonly [west: number, south: number, east: number, north: number];

export const boundsOf = (points: readonly Position[]): Bounds | null => {
  if (points.length === 0) return null;
  const lngs = points.map(([lng]) => lng);
  const lats = points.map(([, lat]) => lat);
  return [Math.min(...lngs), Math.min(...lats), Math.max(...lngs), Math.max(...lats)];
};

/** Around a single point, so that the map does not open on one square metre. */
const widen = ([west, south, east, north]: Bounds, least = 0.004): Bounds => {
  const x = Math.max(0, least - (east - west)) / 2;
  const y = Math.max(0, least - (north - south)) / 2;
  return [west - x, south - y, east + x, north + y];
};

const pointsOf = (area: MapArea): readonly Position[] => area.polygon ?? (area.at ? [area.at] : []);

/** What the map opens on: the area or point that is meant, else the pins, else everything known, else the centre. */
export const openingBounds = ({ areas, pins = [], focus, centre, picked }: MapProps): Bounds => {
  const meant = areas.find((area) => area.id === focus);
  const points =
    [meant ? [...pointsOf(meant), ...(picked ? [picked] : [])] : [], picked ? [picked] : [], pins.map((pin) => pin.at), areas.flatMap(pointsOf)].find(
      (list) => list.length > 0,
    ) ?? [];
  return widen(boundsOf(points) ?? [centre[0] - 0.02, centre[1] - 0.02, centre[0] + 0.02, centre[1] + 0.02]);
};

export const labelPoint = (area: MapArea): Position | null => {
  const bounds = area.polygon ? boundsOf(area.polygon) : null;
  return area.at ?? (bounds ? [(bounds[0] + bounds[2]) / 2, (bounds[1] + bounds[3]) / 2] : null);
};

const extent = (area: MapArea): number => {
  const bounds = area.polygon ? boundsOf(area.polygon) : null;
  return bounds ? (bounds[2] - bounds[0]) * (bounds[3] - bounds[1]) : 0;
};

/** Names worth writing in this view: the largest areas first, few enough to stay readable. */
export const labelsIn = (areas: readonly MapArea[], [west, south, east, north]: Bounds, most = 24) =>
  areas
    .map((area) => ({ area, at: labelPoint(area) }))
    .filter((label): label is { area: MapArea; at: Position } => {
      if (!label.at) return false;
      const [lng, lat] = label.at;
      return lng >= west && lng <= east && lat >= south && lat <= north;
    })
    .sort((a, b) => extent(b.area) - extent(a.area))
    .slice(0, most);
