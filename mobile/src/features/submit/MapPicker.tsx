import type { Position } from "@ginkgo/shared/api/common.ts";
import Button from "antd-mobile/es/components/button";
import { useState } from "react";
import { geolocate } from "../../ui/map/geolocate.ts";
import { PlaceMap } from "../../ui/map/PlaceMap.tsx";
import { useAreasNear, useLocated } from "../../ui/map/use-areas-near.ts";
import type { PlaceChoice } from "../../ui/place/choice.ts";
import { useHomeNode } from "../../ui/place/home-name.ts";
import { useSession } from "../../ui/session.tsx";
import { Found } from "./Found.tsx";

/** Near enough to tell buildings apart. */
const closeZoom = 15.5;

interface MapPickerProps {
  readonly start: Position | undefined;
  readonly onPick: (place: PlaceChoice) => void;
}

const useStart = (start: Position | undefined): Position => {
  const { pack } = useSession();
  const home = useHomeNode();
  return start ?? home.data?.at ?? pack.map.centre;
};

export const MapPicker = ({ start, onPick }: MapPickerProps) => {
  const [pin, setPin] = useState(start);
  const [here, setHere] = useState<Position>();
  const [looked, setLooked] = useState<Position>();
  const [words, setWords] = useState("在地图上点一下出事的地方");
  const [finding, setFinding] = useState(false);
  const centre = useStart(start);
  const areas = useAreasNear(looked ?? here ?? centre);
  const located = useLocated(pin);

  const takeMyPlace = async () => {
    setFinding(true);
    const fix = await geolocate();
    setFinding(false);
    if ("refusal" in fix) return setWords(fix.refusal);
    setWords(fix.accuracy > 100 ? "定位不太准，可以再点一下准确的地方" : "已用您现在的位置，可以再点一下调整");
    setHere(fix.at);
    setLooked(fix.at);
    setPin(fix.at);
  };
  const pick = ([lng, lat]: Position) => setPin([Math.round(lng * 1e6) / 1e6, Math.round(lat * 1e6) / 1e6]);

  return (
    <div className="map-picker">
      <div className="map-bar">
        <p role="status" className="map-bar-words">
          {words}
        </p>
        <Button style={{ flex: "none" }} loading={finding} loadingText="正在定位" onClick={() => void takeMyPlace()}>
          用我的位置
        </Button>
      </div>
      <div className="map-area">
        <PlaceMap
          areas={areas}
          centre={here ?? centre}
          zoom={closeZoom}
          pin={pin}
          me={here}
          onPick={pick}
          onMove={setLooked}
        />
      </div>
      {pin && <Found key={pin.join()} pin={pin} located={located} onPick={onPick} />}
    </div>
  );
};
