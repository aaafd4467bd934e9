/** What 泾阳县 does, told as stories. */
import type { PlaceStories } from "../../story.ts";
import { demoStories } from "./demo.ts";
import { mediations } from "./mediation.ts";
import { rectifications } from "./rectification.ts";
import { stationDays } from "./station.ts";
import { takingPart } from "./taking-part.ts";

export const stories: PlaceStories = {
  stories: [...demoStories, ...mediations, ...rectifications, ...takingPart, ...stationDays],
  report: {
    mediated: 61,
    problems: 25,
    "problems-closed": 25,
    measures: 27,
    compounds: 124,
    grids: 294,
    branches: 31,
    groups: 64,
    anchors: 271,
    "grid-workers": 294,
    "registered-units": 210,
    "registered-members": 2969,
    "registered-compounds": 97,
    activities: 276,
    agreements: 210,
  },
};
