/** terra-draw on the base map, holding at most one polygon and one point. */
import type { Position } from "@ginkgo/shared/api/common.ts";
import type { MapArea, NodeDetail } from "@ginkgo/shared/api/org.ts";
import type { Map as MapLibreMap } from "maplibre-gl";
import { type RefObject, useEffect, useRef, useState } from "react";
import {
  type GeoJSONStoreFeatures,
  TerraDraw,
  TerraDrawPointMode,
  TerraDrawPolygonMode,
  TerraDrawSelectMode,
} from "terra-draw";
import { TerraDrawMapLibreGLAdapter } from "terra-draw-maplibre-gl-adapter";
import { addAreaLayers, showAreas } from "../../ui/map/areaLayers.ts";
import { createBaseMap } from "../../ui/map/baseMap.ts";
import { openingBounds } from "../../ui/map/geometry.ts";

export type Tool = "select" | "polygon" | "point";

export interface Drawn {
  readonly polygon: Position[] | null;
  readonly at: Position | null;
}

interface BoundaryMap {
  readonly container: RefObject<HTMLDivElement | null>;
  readonly node: NodeDetail;
  readonly tool: Tool;
  readonly neighbours: readonly MapArea[];
  readonly centre: Position;
  readonly accent: string;
  readonly onDrawn: (drawn: Drawn) => void;
  readonly onFinished: () => void;
}

const precision = 7;
const rounded = ([lng, lat]: readonly number[]): Position => [
  Number((lng ?? 0).toFixed(precision)),
  Number((lat ?? 0).toFixed(precision)),
];

const shapes = (draw: TerraDraw) =>
  draw.getSnapshot().filter((feature) => ["polygon", "point"].includes(String(feature.properties.mode)));

const read = (draw: TerraDraw): Drawn => {
  let polygon: Position[] | null = null;
  let at: Position | null = null;
  for (const { geometry } of shapes(draw)) {
    if (geometry.type === "Polygon") polygon = (geometry.coordinates[0] ?? []).map(rounded);
    if (geometry.type === "Point") at = rounded(geometry.coordinates);
  }
  return { polygon: polygon && polygon.length >= 4 ? polygon : null, at };
};

/** The newest of each kind replaces the one before. */
const keepOnly = (draw: TerraDraw, newest: string | number) => {
  const kept = draw.getSnapshotFeature(newest);
  const older = shapes(draw).filter(
    (feature) => feature.id !== newest && feature.geometry.type === kept?.geometry.type,
  );
  draw.removeFeatures(older.flatMap((feature) => (feature.id === undefined ? [] : [feature.id])));
};

const startDrawing = (map: MapLibreMap, node: NodeDetail): TerraDraw => {
  const draw = new TerraDraw({
    adapter: new TerraDrawMapLibreGLAdapter({ map, coordinatePrecision: precision }),
    modes: [
      new TerraDrawPolygonMode(),
      new TerraDrawPointMode(),
      new TerraDrawSelectMode({
        flags: {
          polygon: { feature: { coordinates: { midpoints: true, draggable: true, deletable: true } } },
          point: { feature: { draggable: true } },
        },
      }),
    ],
  });
  draw.start();
  const features: GeoJSONStoreFeatures[] = [];
  if (node.polygon) {
    features.push({
      type: "Feature",
      properties: { mode: "polygon" },
      geometry: { type: "Polygon", coordinates: [node.polygon.map(rounded)] },
    });
  }
  if (node.at) {
    features.push({
      type: "Feature",
      properties: { mode: "point" },
      geometry: { type: "Point", coordinates: rounded(node.at) },
    });
  }
  draw.addFeatures(features);
  return draw;
};

export const useBoundaryMap = (options: BoundaryMap) => {
  const latest = useRef(options);
  latest.current = options;
  const [ready, setReady] = useState<{ map: MapLibreMap; draw: TerraDraw } | null>(null);

  // The map and what is drawn on it live as long as the editor; a re-read node must not undo the drawing.
  useEffect(() => {
    const { container, node, neighbours, centre, accent } = latest.current;
    if (!container.current) return;
    const map = createBaseMap(container.current, centre);
    map.once("load", () => {
      addAreaLayers(map, accent);
      const own: MapArea = { id: node.id, tier: node.tier, name: node.name, at: node.at, polygon: node.polygon };
      const bounds = openingBounds({
        areas: [own, ...neighbours],
        focus: node.polygon || node.at ? node.id : undefined,
        centre,
        accent,
      });
      map.fitBounds([...bounds], { padding: 40, maxZoom: 17, animate: false });
      const draw = startDrawing(map, node);
      draw.on("change", () => latest.current.onDrawn(read(draw)));
      draw.on("finish", (id, { action }) => {
        if (action !== "draw") return;
        keepOnly(draw, id);
        latest.current.onFinished();
      });
      setReady({ map, draw });
    });
    return () => {
      setReady(null);
      map.remove();
    };
  }, []);

  const { tool, neighbours } = options;
  useEffect(() => ready?.draw.setMode(tool), [ready, tool]);
  useEffect(() => {
    if (ready) showAreas(ready.map, neighbours);
  }, [ready, neighbours]);

  return {
    clearBoundary: () => {
      if (!ready) return;
      const polygons = shapes(ready.draw).filter((feature) => feature.geometry.type === "Polygon");
      ready.draw.removeFeatures(polygons.flatMap((feature) => (feature.id === undefined ? [] : [feature.id])));
      latest.current.onDrawn(read(ready.draw));
    },
  };
};
