import type { PlaceStories } from "../../story.ts";
import { takingPart } from "./claims.ts";
import { health } from "./health.ts";
import { registrations } from "./registration.ts";
import { together } from "./together.ts";
import { wishes } from "./wishes.ts";

export const stories: PlaceStories = {
  stories: [...wishes, ...health, ...together, ...registrations, ...takingPart],
  report: {
    mediated: 93,
    "parking-opened": 305,
    "rest-stops": 7,
    "book-houses": 1,
    schools: 40,
    "registered-units": 265,
    "registered-members": 7759,
    "facilities-opened": 10,
  },
};
