import type { Position } from "@ginkgo/shared/api/common.ts";
import { PlaceMap } from "../../ui/map/PlaceMap.tsx";
import { useAreasNear } from "../../ui/map/use-areas-near.ts";

const CaseMap = ({ pin, me }: { pin: Position; me: Position | undefined }) => (
  <PlaceMap areas={useAreasNear(pin)} centre={pin} zoom={15.5} pin={pin} me={me} />
);
export default CaseMap;
