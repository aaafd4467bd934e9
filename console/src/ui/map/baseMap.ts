/** A MapLibre map without tiles: the county's own polygons on a plain ground, so that it works on a closed network. */
import type { Position } from "@ginkgo/shared/api/common.ts";
import { Map as MapLibreMap, NavigationControl, setWorkerUrl } from "maplibre-gl";
import "maplibre-gl/dist/maplibre-gl.css";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?url";

setWorkerUrl(new URL(workerUrl, window.location.href).href);

const words = {
  "NavigationControl.ZoomIn": "放大",
  "NavigationControl.ZoomOut": "缩小",
  "Map.Title": "地图",
};

export const createBaseMap = (container: HTMLElement, centre: Position): MapLibreMap => {
  const map = new MapLibreMap({
    container,
    center: centre,
    zoom: 13,
    maxZoom: 20,
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
    locale: words,
    style: {
      version: 8,
      sources: {},
      layers: [{ id: "ground", type: "background", paint: { "background-color": "#f3f2ee" } }],
    },
  });
  map.touchZoomRotate.disableRotation();
  map.addControl(new NavigationControl({ showCompass: false }), "top-right");
  return map;
};
