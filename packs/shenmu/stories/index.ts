import type { PlaceStories } from "../../story.ts";
import { fiveStepStories } from "./five-steps.ts";
import { whistleStories } from "./whistles.ts";

export const stories: PlaceStories = {
  stories: [...fiveStepStories, ...whistleStories],
  report: { grids: 739, "grid-branches": 503, "roads-repaired": 1 },
};
