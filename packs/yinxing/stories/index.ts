import type { PlaceStories } from "../../story.ts";
import { disputes } from "./disputes.ts";
import { motions } from "./motions.ts";

export const stories: PlaceStories = {
  stories: [...motions, ...disputes],
  // The place names two hard matters that were solved: parking, and the way up for the elderly.
  report: { "motions-done": 2, "parking-done": 1, "access-done": 1 },
};
