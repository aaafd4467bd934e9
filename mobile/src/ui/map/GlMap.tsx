import type { Position } from "@ginkgo/shared/api/common.ts";
import type { MapArea } from "@ginkgo/shared/api/org.ts";
import { Map as Engine, type GeoJSONSource, Marker, setWorkerUrl } from "maplibre-gl";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?url";
import "maplibre-gl/dist/maplibre-gl.css";
import { useEffect, useRef, useState } from "react";
import { pinSvg } from "./pin.ts";
import { type MapProps, namesToShow } from "./types.ts";

setWorkerUrl(workerUrl);

const outlines = (areas: readonly MapArea[]) => ({
  type: "FeatureCollection" as const,
  features: areas.flatMap(({ polygon, id }) =>
    polygon
      ? [
          {
            type: "Feature" as const,
            properties: { id },
            geometry: { type: "Polygon" as const, coordinates: [polygon] },
          },
        ]
      : [],
  ),
});

const element = (className: string, html: string): HTMLElement => {
  const made = document.createElement("div");
  made.className = className;
  made.innerHTML = html;
  return made;
};

const nameElement = (name: string): HTMLElement => {
  const made = document.createElement("div");
  made.className = "map-name";
  made.textContent = name;
  return made;
};

const meMarker = () => new Marker({ element: element("map-me", "") });
const pinMarker = () => new Marker({ element: element("map-pin", pinSvg), anchor: "bottom" });

/** Keeps one marker where `at` says, or none. */
const useMarker = (map: Engine | undefined, at: Position | undefined, make: () => Marker) => {
  useEffect(() => {
    if (!map || !at) return;
    const marker = make().setLngLat(at).addTo(map);
    return () => {
      marker.remove();
    };
  }, [map, at, make]);
};

const GlMap = ({ areas, centre, zoom, pin, me, onPick, onMove, onBroken }: MapProps & { onBroken: () => void }) => {
  const box = useRef<HTMLDivElement>(null);
  const [map, setMap] = useState<Engine>();
  const [view, setView] = useState({ centre, zoom });
  const first = useRef({ centre, zoom });
  const handlers = useRef({ onPick, onMove, onBroken });
  handlers.current = { onPick, onMove, onBroken };

  // The engine is made once; what changes later is passed on by the effects below.
  useEffect(() => {
    if (!box.current) return;
    let made: Engine;
    try {
      made = new Engine({
        container: box.current,
        center: first.current.centre,
        zoom: first.current.zoom,
        maxZoom: 19,
        minZoom: 8,
        attributionControl: false,
        dragRotate: false,
        pitchWithRotate: false,
        touchPitch: false,
        style: {
          version: 8,
          sources: { areas: { type: "geojson", data: outlines([]) } },
          layers: [
            { id: "ground", type: "background", paint: { "background-color": "#eef1ea" } },
            { id: "fill", type: "fill", source: "areas", paint: { "fill-color": "#cfe3cf", "fill-opacity": 0.6 } },
            { id: "line", type: "line", source: "areas", paint: { "line-color": "#5d8a64", "line-width": 1.5 } },
          ],
        },
      });
    } catch {
      handlers.current.onBroken();
      return;
    }
    made.touchZoomRotate.disableRotation();
    made.on("click", ({ lngLat }) => handlers.current.onPick?.([lngLat.lng, lngLat.lat]));
    const moved = () => {
      const { lng, lat } = made.getCenter();
      setView({ centre: [lng, lat], zoom: made.getZoom() });
      handlers.current.onMove?.([lng, lat]);
    };
    made.on("moveend", moved);
    made.once("load", () => setMap(made));
    return () => {
      setMap(undefined);
      made.remove();
    };
  }, []);

  useEffect(() => {
    map?.getSource<GeoJSONSource>("areas")?.setData(outlines(areas));
  }, [map, areas]);

  useEffect(() => {
    map?.easeTo({ center: centre, zoom: Math.max(map.getZoom(), zoom) });
  }, [map, centre, zoom]);

  useEffect(() => {
    if (!map) return;
    const names = namesToShow(areas, view.centre, view.zoom).map((area) =>
      new Marker({ element: nameElement(area.name) }).setLngLat(area.at).addTo(map),
    );
    return () => {
      for (const name of names) name.remove();
    };
  }, [map, areas, view]);

  useMarker(map, me, meMarker);
  useMarker(map, pin, pinMarker);

  return (
    <div className="map-box">
      <div ref={box} style={{ position: "absolute", inset: 0 }} role="application" aria-label="地图" />
      <div className="map-zoom">
        <button type="button" aria-label="放大" onClick={() => map?.zoomIn()}>
          +
        </button>
        <button type="button" aria-label="缩小" onClick={() => map?.zoomOut()}>
          −
        </button>
      </div>
    </div>
  );
};
export default GlMap;
