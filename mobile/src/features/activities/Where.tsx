import type { Position } from "@ginkgo/shared/api/common.ts";
import { PlaceMap } from "../../ui/map/PlaceMap.tsx";
import { useAreasNear } from "../../ui/map/use-areas-near.ts";

/** Drawn where there is a map to be drawn; its code is loaded with it. */
const Where = ({ at }: { at: Position }) => <PlaceMap areas={useAreasNear(at)} centre={at} zoom={15.5} pin={at} />;
export default Where;
