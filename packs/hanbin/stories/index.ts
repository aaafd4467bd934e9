import type { PlaceStories } from "../../story.ts";
import { family } from "./family.ts";
import { otherwise } from "./otherwise.ts";
import { solved } from "./solved.ts";
import { takingPart } from "./taking-part.ts";
import { tasks } from "./tasks.ts";

export const stories: PlaceStories = {
  stories: [...solved, ...otherwise, ...family, ...tasks, ...takingPart],
  // How the 240 and the 13 divide is ours; the sums are the place's.
  report: {
    opinions: 260,
    "solved-here": 240,
    escalated: 7,
    "ended-otherwise": 13,
    "urban-communities": 35,
    grids: 620,
    "party-groups": 550,
    "grid-workers": 756,
    "registered-units": 253,
    "items-claimed": 320,
    "claiming-units": 253,
    "unit-needs-claimed": 130,
    "call-answers": 55,
  },
};
