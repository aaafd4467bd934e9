import type { Position } from "@ginkgo/shared/api/common.ts";
import { PlaceMap } from "../../ui/map/PlaceMap.tsx";
import { useAreasNear } from "../../ui/map/use-areas-near.ts";

const WhereMap = ({ pin }: { pin: Position }) => (
  <PlaceMap areas={useAreasNear(pin)} centre={pin} zoom={15.5} pin={pin} />
);
export default WhereMap;
