import type { PlaceStories } from "../../story.ts";
import { needs } from "./needs.ts";
import { projects } from "./projects.ts";
import { takingPart } from "./taking-part.ts";

export const stories: PlaceStories = {
  stories: [...needs, ...projects, ...takingPart],
  // Money in 10,000 yuan.
  report: {
    "venues-new": 6,
    "venues-upgraded": 3,
    "funds-fiscal": 1500,
    "funds-projects": 300,
    "funds-own": 200,
    "funds-dues": 100,
    "registered-units": 73,
    "registered-members": 2100,
  },
};
