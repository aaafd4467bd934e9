import type { PlaceStories } from "../../story.ts";
import { fiveStepStories } from "./five-steps.ts";
import { takingPart } from "./taking-part.ts";
import { whistleStories } from "./whistles.ts";

export const stories: PlaceStories = {
  stories: [...fiveStepStories, ...whistleStories, ...takingPart],
  report: {
    grids: 739,
    "grid-branches": 503,
    "roads-repaired": 1,
    "registered-units": 60,
    "registered-members": 990,
  },
};
