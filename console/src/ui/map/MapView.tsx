import type { Position } from "@ginkgo/shared/api/common.ts";
import { type MapArea, orgApi } from "@ginkgo/shared/api/org.ts";
import { Skeleton } from "antd";
import { lazy, Suspense } from "react";
import { useFetch } from "../api/hooks.ts";
import { tiersAs, usePack } from "../api/session.ts";
import type { MapPin } from "./types.ts";
import { hasWebGl } from "./webgl.ts";
import "../styles/map.css";

const View = lazy(() => (hasWebGl() ? import("./MapLibreView.tsx") : import("./SvgView.tsx")));

interface MapViewProps {
  readonly height?: number | string;
  readonly pins?: readonly MapPin[];
  readonly focus?: string;
  /** The node whose area the map opens on when nothing closer is meant. */
  readonly openOn?: string;
  readonly onPinClick?: (id: string) => void;
  readonly onPick?: (at: Position) => void;
  readonly picked?: Position | null;
}

const noAreas: MapArea[] = [];

/** The place's grids and communities with pins on them. Loads its drawing code only when it is shown. */
export const MapView = ({ height = 320, openOn, ...rest }: MapViewProps) => {
  const pack = usePack();
  const tiers = tiersAs(pack, "community", "grid");
  const areas = useFetch(orgApi.mapAreas, { tiers }, { enabled: tiers !== "", staleTime: 600_000 });
  const home = useFetch(
    orgApi.mapAreas,
    { under: openOn, tiers },
    { enabled: tiers !== "" && Boolean(openOn), staleTime: 600_000 },
  );
  const ready = pack && !areas.isLoading && !home.isLoading;
  return (
    <div className="map-box" style={{ height }}>
      <Suspense fallback={<Skeleton.Node active style={{ width: "100%", height: "100%" }} />}>
        {ready ? (
          <View
            areas={areas.data?.items ?? noAreas}
            openOn={home.data?.items}
            centre={pack.map.centre}
            accent={pack.accent}
            {...rest}
          />
        ) : null}
      </Suspense>
    </div>
  );
};
