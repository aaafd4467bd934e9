import type { PlaceStories } from "../../story.ts";
import { health } from "./health.ts";
import { together } from "./together.ts";
import { wishes } from "./wishes.ts";

export const stories: PlaceStories = {
  stories: [...wishes, ...health, ...together],
  report: { mediated: 93, "parking-opened": 305, "rest-stops": 7, "book-houses": 1, schools: 40 },
};
