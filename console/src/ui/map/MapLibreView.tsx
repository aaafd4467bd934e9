import type { Feature } from "geojson";
import { type GeoJSONSource, type Map as MapLibreMap, Marker, Popup } from "maplibre-gl";
import { useEffect, useRef, useState } from "react";
import { addAreaLayers, collection, showAreas } from "./areaLayers.ts";
import { createBaseMap } from "./baseMap.ts";
import { type Bounds, labelsIn, openingBounds } from "./geometry.ts";
import type { MapProps } from "./types.ts";

const pinFeatures = ({ pins = [], picked, accent }: MapProps) =>
  collection([
    ...pins.map(
      (pin): Feature => ({
        type: "Feature",
        properties: { id: pin.id, colour: pin.colour, label: pin.label, radius: pin.strong ? 9 : 6 },
        geometry: { type: "Point", coordinates: pin.at },
      }),
    ),
    ...(picked
      ? [
          {
            type: "Feature",
            properties: { id: "", colour: accent, label: "", radius: 9 },
            geometry: { type: "Point", coordinates: picked },
          } as Feature,
        ]
      : []),
  ]);

const addPinLayer = (map: MapLibreMap) => {
  map.addSource("pins", { type: "geojson", data: collection([]) });
  map.addLayer({
    id: "pins",
    type: "circle",
    source: "pins",
    paint: {
      "circle-color": ["get", "colour"],
      "circle-radius": ["get", "radius"],
      "circle-stroke-color": "#fff",
      "circle-stroke-width": 2,
    },
  });
};

/** Names are HTML: glyphs would need fonts from a network. Redrawn when the view has settled. */
const drawLabels = (map: MapLibreMap, areas: MapProps["areas"], shown: Marker[]) => {
  for (const marker of shown.splice(0)) marker.remove();
  const bounds = map.getBounds();
  const box: Bounds = [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()];
  for (const { area, at } of labelsIn(areas, box, map.getContainer().clientWidth)) {
    const element = document.createElement("div");
    element.className = "map-label";
    element.textContent = area.name;
    shown.push(new Marker({ element }).setLngLat(at).addTo(map));
  }
};

const listen = (map: MapLibreMap, latest: { current: MapProps }) => {
  const popup = new Popup({ closeButton: false, closeOnClick: false, offset: 10 });
  map.on("click", (event) => {
    const pin = map.queryRenderedFeatures(event.point, { layers: ["pins"] })[0];
    const id = pin?.properties.id;
    if (id && latest.current.onPinClick) latest.current.onPinClick(String(id));
    else latest.current.onPick?.([event.lngLat.lng, event.lngLat.lat]);
  });
  map.on("mousemove", "pins", (event) => {
    const label = event.features?.[0]?.properties.label;
    if (!label) return;
    map.getCanvas().style.cursor = "pointer";
    popup.setLngLat(event.lngLat).setText(String(label)).addTo(map);
  });
  map.on("mouseleave", "pins", () => {
    map.getCanvas().style.cursor = "";
    popup.remove();
  });
};

const MapLibreView = (props: MapProps) => {
  const container = useRef<HTMLDivElement>(null);
  const latest = useRef(props);
  latest.current = props;
  const [map, setMap] = useState<MapLibreMap | null>(null);

  // One map for the life of the component; what it shows is changed below.
  useEffect(() => {
    if (!container.current) return;
    const made = createBaseMap(container.current, latest.current.centre);
    made.once("load", () => {
      addAreaLayers(made, latest.current.accent);
      addPinLayer(made);
      listen(made, latest);
      made.fitBounds([...openingBounds(latest.current)], { padding: 28, maxZoom: 17, animate: false });
      setMap(made);
    });
    return () => {
      setMap(null);
      made.remove();
    };
  }, []);

  useEffect(() => {
    if (!map) return;
    showAreas(map, props.areas, props.focus);
    map.getSource<GeoJSONSource>("pins")?.setData(pinFeatures(props));
  });

  const { areas, focus } = props;
  // Opens anew when other areas or another focus come in, never because of a pick or a refreshed list.
  useEffect(() => {
    if (!map) return;
    const opening = openingBounds({ ...latest.current, areas, focus });
    map.fitBounds([...opening], { padding: 28, maxZoom: 17, animate: false });
    const shown: Marker[] = [];
    const draw = () => drawLabels(map, areas, shown);
    draw();
    map.on("moveend", draw);
    return () => {
      map.off("moveend", draw);
      for (const marker of shown) marker.remove();
    };
  }, [map, areas, focus]);

  return <div ref={container} className="map-canvas" />;
};

export default MapLibreView;
