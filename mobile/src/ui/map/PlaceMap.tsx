/** A map: MapLibre where the phone can draw it, plain SVG where it cannot. */
import { lazy, Suspense, useState } from "react";
import { Loading } from "../states.tsx";
import type { MapProps } from "./types.ts";
import "../place/place.css";

const GlMap = lazy(() => import("./GlMap.tsx"));
const SvgMap = lazy(() => import("./SvgMap.tsx"));

let known: boolean | undefined;
const hasWebGl = (): boolean => {
  known ??= document.createElement("canvas").getContext("webgl2") !== null;
  return known;
};

export const PlaceMap = (props: MapProps) => {
  const [gl, setGl] = useState(hasWebGl);
  return (
    <Suspense fallback={<Loading lines={2} />}>
      {gl ? <GlMap {...props} onBroken={() => setGl(false)} /> : <SvgMap {...props} />}
    </Suspense>
  );
};
