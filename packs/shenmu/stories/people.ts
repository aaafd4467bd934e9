/** Who plays in 神木市's stories, and where. */
import type { Part } from "../../story.ts";

export const community = "610881003002";
export const grid = `${community}-g001`;
export const monday = "2025-03-03 09:00";

export const department = (slug: string): string => `@dept-610881-${slug}`;

export const hands = {
  resident: { phone: "19900000009" },
  neighbour: { phone: "19900000010" },
  delegate: { phone: "19900000016" },
  committee: { role: "branch-secretary", on: grid },
  worker: { phone: "19900000005" },
  secretary: { phone: "19900000011" },
  desk: { phone: "19900000004" },
} satisfies Record<string, Part>;

export const whistlers = {
  street: { phone: "19900000003" },
  county: { phone: "19900000002" },
  housing: { phone: "19900000008" },
  enforcement: { phone: "19900000017" },
  market: { phone: "19900000018" },
  police: { phone: "19900000019" },
  water: { phone: "19900000020" },
} satisfies Record<string, Part>;
