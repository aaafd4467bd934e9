import type { PackView } from "@ginkgo/shared/api/pack.ts";
import { tiersAs } from "../session.tsx";
import type { PickLevel } from "./NodePicker.tsx";

/** Town, community, compound, building: whichever of them this place has. A town alone is too coarse to be picked. */
export const placeLevels = (pack: PackView): readonly PickLevel[] =>
  [
    { tiers: tiersAs(pack, "subdistrict"), pick: false },
    { tiers: tiersAs(pack, "community"), pick: true },
    { tiers: tiersAs(pack, "compound"), pick: true },
    { tiers: tiersAs(pack, "building"), pick: true },
  ].filter((level) => level.tiers.length > 0);

/** Only the subdistricts and townships, for someone who does not know the community. */
export const townLevels = (pack: PackView): readonly PickLevel[] => [
  { tiers: tiersAs(pack, "subdistrict"), pick: true },
];
