import type { PlaceStories } from "../../story.ts";
import { contents } from "../categories.ts";
import { meetings } from "./meetings.ts";
import { orders } from "./orders.ts";

export const stories: PlaceStories = {
  stories: [...orders, ...meetings],
  report: {
    "problems-solved": 296,
    "parking-places": 200,
    trees: 120,
    // Eight teams, one of each kind.
    ...Object.fromEntries(contents.map(({ id }) => [`teams-${id}`, 1])),
  },
};
