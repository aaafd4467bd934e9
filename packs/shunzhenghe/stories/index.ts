import type { PlaceStories } from "../../story.ts";
import { does } from "./does.ts";
import { mediations } from "./mediation.ts";

export const stories: PlaceStories = {
  stories: [...does, ...mediations],
  report: { "people-settled": 80, "disputes-settled": 1, "patrol-points": 6 },
};
