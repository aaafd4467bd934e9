import type { PlaceStories } from "../../story.ts";
import { does } from "./does.ts";
import { mediations } from "./mediation.ts";
import { takingPart } from "./taking-part.ts";

export const stories: PlaceStories = {
  stories: [...does, ...mediations, ...takingPart],
  report: {
    "people-settled": 80,
    "disputes-settled": 1,
    "patrol-points": 6,
    joined: 4,
    patrollers: 163,
    "patrol-rounds": 6,
  },
};
