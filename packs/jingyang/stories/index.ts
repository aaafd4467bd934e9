/** What 泾阳县 does, told as stories. */
import type { PlaceStories } from "../../story.ts";
import { demoStories } from "./demo.ts";
import { mediations } from "./mediation.ts";
import { rectifications } from "./rectification.ts";

export const stories: PlaceStories = {
  stories: [...demoStories, ...mediations, ...rectifications],
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
  },
};
