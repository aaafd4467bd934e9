import type { MapArea } from "@ginkgo/shared/api/org.ts";
import type { Feature, FeatureCollection } from "geojson";
import type { GeoJSONSource, Map as MapLibreMap } from "maplibre-gl";

export const collection = (features: Feature[]): FeatureCollection => ({ type: "FeatureCollection", features });

/** Areas as a faint fill with thin borders; the one that is meant stands out. */
export const addAreaLayers = (map: MapLibreMap, accent: string): void => {
  map.addSource("areas", { type: "geojson", data: collection([]) });
  map.addLayer({
    id: "fill",
    type: "fill",
    source: "areas",
    paint: { "fill-color": accent, "fill-opacity": ["case", ["get", "meant"], 0.22, 0.06] },
  });
  map.addLayer({
    id: "line",
    type: "line",
    source: "areas",
    paint: {
      "line-color": ["case", ["get", "meant"], accent, "#8b98a5"],
      "line-width": ["case", ["get", "meant"], 2.5, 0.8],
    },
  });
};

export const showAreas = (map: MapLibreMap, areas: readonly MapArea[], focus?: string): void => {
  const features = areas.flatMap((area): Feature[] =>
    area.polygon
      ? [
          {
            type: "Feature",
            properties: { meant: area.id === focus },
            geometry: { type: "Polygon", coordinates: [area.polygon] },
          },
        ]
      : [],
  );
  map.getSource<GeoJSONSource>("areas")?.setData(collection(features));
};
