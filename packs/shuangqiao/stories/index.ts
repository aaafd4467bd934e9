import type { PlaceStories } from "../../story.ts";
import { contents } from "../categories.ts";
import { meetings } from "./meetings.ts";
import { orders } from "./orders.ts";
import { takingPart } from "./taking-part.ts";

export const stories: PlaceStories = {
  stories: [...orders, ...meetings, ...takingPart],
  report: {
    "problems-solved": 296,
    "parking-places": 200,
    trees: 120,
    services: 1330,
    served: 12000,
    volunteers: 612,
    "registered-units": 44,
    visited: 44,
    visits: 88,
    // Eight teams, one of each kind.
    ...Object.fromEntries(contents.map(({ id }) => [`teams-${id}`, 1])),
  },
};
