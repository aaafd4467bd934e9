import type { PlaceStories } from "../../story.ts";
import { health } from "./health.ts";
import { memberRegisters, unitRegisters } from "./registration.ts";
import { together } from "./together.ts";
import { wishes } from "./wishes.ts";

export const stories: PlaceStories = {
  stories: [...wishes, ...health, ...together, unitRegisters, memberRegisters],
  report: {
    mediated: 93,
    "parking-opened": 305,
    "rest-stops": 7,
    "book-houses": 1,
    schools: 40,
    "registered-units": 265,
    "registered-members": 7759,
  },
};
