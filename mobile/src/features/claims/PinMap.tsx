import type { Position } from "@ginkgo/shared/api/common.ts";
import { useState } from "react";
import { PlaceMap } from "../../ui/map/PlaceMap.tsx";
import { useAreasNear } from "../../ui/map/use-areas-near.ts";
import { useHomeNode } from "../../ui/place/home-name.ts";
import { useSession } from "../../ui/session.tsx";

interface PinMapProps {
  readonly pin: Position | undefined;
  readonly onPick: (pin: Position) => void;
}

const round = (degrees: number) => Math.round(degrees * 1e6) / 1e6;

const PinMap = ({ pin, onPick }: PinMapProps) => {
  const { pack } = useSession();
  const home = useHomeNode();
  const [looked, setLooked] = useState<Position>();
  const centre = pin ?? home.data?.at ?? pack.map.centre;
  const areas = useAreasNear(looked ?? centre);
  return (
    <PlaceMap
      areas={areas}
      centre={centre}
      zoom={15}
      pin={pin}
      onPick={([lng, lat]) => onPick([round(lng), round(lat)])}
      onMove={setLooked}
    />
  );
};
export default PinMap;
