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

/** What the map opens on, the closest first: the boundary that is meant, points, the areas of concern, the centre. */
export const openingBounds = ({ areas, pins = [], focus, openOn = [], centre, picked }: MapProps): Bounds => {
  const meant = areas.find((area) => area.id === focus);
  const points = [...(picked ? [picked] : []), ...pins.map((pin) => pin.at)];
  const candidates = [
    meant?.polygon ? [...meant.polygon, ...points] : [],
    points,
    openOn.flatMap(pointsOf),
    meant ? pointsOf(meant) : [],
  ];
  const chosen = candidates.find((list) => list.length > 0) ?? [];
  return widen(boundsOf(chosen) ?? [centre[0] - 0.02, centre[1] - 0.02, centre[0] + 0.02, centre[1] + 0.02]);
};

export const labelPoint = (area: MapArea): Position | null => {
  const bounds = area.polygon ? boundsOf(area.polygon) : null;
  return area.at ?? (bounds ? [(bounds[0] + bounds[2]) / 2, (bounds[1] + bounds[3]) / 2] : null);
};

const extent = (area: MapArea): number => {
  const bounds = area.polygon ? boundsOf(area.polygon) : null;
  return bounds ? (bounds[2] - bounds[0]) * (bounds[3] - bounds[1]) : 0;
};

interface Label {
  readonly area: MapArea;
  readonly at: Position;
}

// With some air around: a map is read by its shapes first.
const characterWidth = 16;
const lineHeight = 34;

/** Names worth writing in this view: the largest areas first, none over another. `pixels` is the width of the view. */
export const labelsIn = (areas: readonly MapArea[], [west, south, east, north]: Bounds, pixels: number): Label[] => {
  const perPixel = (east - west) / Math.max(pixels, 1);
  const inView = areas.flatMap((area): Label[] => {
    const at = labelPoint(area);
    return at && at[0] >= west && at[0] <= east && at[1] >= south && at[1] <= north ? [{ area, at }] : [];
  });
  const written: Label[] = [];
  for (const label of inView.sort((a, b) => extent(b.area) - extent(a.area))) {
    const collides = written.some(
      (other) =>
        Math.abs(other.at[0] - label.at[0]) <
          (perPixel * characterWidth * (other.area.name.length + label.area.name.length)) / 2 &&
        Math.abs(other.at[1] - label.at[1]) < perPixel * lineHeight,
    );
    if (!collides) written.push(label);
  }
  return written.slice(0, 60);
};
