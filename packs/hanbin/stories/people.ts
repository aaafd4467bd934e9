/** Who plays in 汉滨区's stories, and where. */
import type { Part } from "../../story.ts";

export const community = "610902002012";
export const grid = `${community}-g001`;
export const monday = "2025-03-03 09:00";
export const department = (slug: string): string => `@dept-610902-${slug}`;

/** In whatever community it plays. */
export const voices = {
  resident: { resident: true },
  neighbour: { resident: true },
  desk: { role: "community-desk" },
  team: { role: "team-lead", on: "team/volunteer" },
} satisfies Record<string, Part>;
