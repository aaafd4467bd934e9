import type { PlaceStories } from "../../story.ts";
import { countyDisputes } from "./county.ts";
import { disputes } from "./disputes.ts";
import { officers } from "./officers.ts";
import { takingPart } from "./taking-part.ts";
import { talks } from "./talks.ts";

export const stories: PlaceStories = {
  stories: [...disputes, ...countyDisputes, ...officers, ...talks, ...takingPart],
  // How the 2,630 and the 1,362 divide is ours; the sums are the place's.
  report: {
    disputes: 2630,
    "in-compound": 1830,
    "in-community": 655,
    "at-county": 145,
    publicised: 2630,
    "officers-solved": 1362,
    "grid-solved": 742,
    "service-solved": 468,
    "finance-solved": 152,
    talks: 34,
    "needs-met": 112,
    "owners-committees": 21,
    communities: 9,
    grids: 48,
    "unit-branches": 157,
    volunteers: 1877,
    "posts-claimed": 280,
    activities: 83,
    "orders-served": 120,
  },
};
