import type { PlaceStories } from "../../story.ts";
import { disputes } from "./disputes.ts";
import { motions } from "./motions.ts";
import { takingPart } from "./taking-part.ts";

export const stories: PlaceStories = {
  stories: [...motions, ...disputes, ...takingPart],
  // The place names two hard matters that were solved: parking, and the way up for the elderly.
  report: { "motions-done": 2, "parking-done": 1, "access-done": 1, "flower-boxes": 45, benches: 83, drives: 22 },
};
