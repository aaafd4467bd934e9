/** How the stories of the order workflow are written down: people of 东街社区, its teams, and the usual steps. */
import type { Data, Span, Story, StoryStep } from "../../story.ts";

export const cast = {
  resident: { phone: "19900000009" },
  neighbour: { phone: "19900000010" },
  desk: { phone: "19900000004" },
  secretary: { phone: "19900000011" },
  worker: { phone: "19900000005" },
  lead: { phone: "19900000006" },
  member: { phone: "19900000007" },
  housing: { phone: "19900000008" },
} as const;
type Who = keyof typeof cast;

export const teams = {
  convenience: "@team-610423001008-convenience",
  mediation: "@team-610423001008-mediation",
  property: "@team-610423001008-property",
  volunteer: "@team-610423001008-volunteer",
  grid: "@610423001008-g001",
  housing: "@dept-610423-housing",
} as const;

const compound = "610423001008-c01";
export const street = "锦绣花园";
/** Points in and around that compound, so that the map has something to show. */
export const spot = (east: number, north: number): [number, number] => [
  108.8433 + east * 0.0004,
  34.5184 + north * 0.0003,
];

const minutes = (workingMinutes: number): Span => ({ workingMinutes });

export const act = (as: Who, action: string, after: number, data: Data = {}): StoryStep => ({
  do: "act",
  as,
  case: "order",
  action,
  after: minutes(after),
  data,
});

export const accept = (after = 20) => act("desk", "accept", after);
export const dispatch = (to: string, after = 25, hint?: string) =>
  act("desk", "dispatch", after, { to: [to], ...(hint ? { hint } : {}) });
export const take = (as: Who, after = 30) => act(as, "take", after);
export const complete = (as: Who, words: string, after = 300) =>
  act(as, "complete", after, { words, photos: ["photo:办理现场"] });
export const rate = (stars: number, words: string, after = 120, solved = true) =>
  act("resident", "rate", after, { stars, solved, words });

export interface Order {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  /** Working hours before now in the demonstration. */
  readonly ago: number;
  readonly from?: Who;
  readonly category: string;
  readonly words: string;
  readonly address?: string;
  readonly pin?: readonly [number, number];
  readonly visibility?: "public" | "private" | "confidential";
  readonly steps?: readonly StoryStep[];
  /** How the state in which it is left is called. */
  readonly ends: string;
}

export const order = ({ id, title, about, ago, from = "resident", steps = [], ends, ...draft }: Order): Story => ({
  id,
  title,
  about,
  at: compound,
  starts: "2025-03-03 09:00",
  cast,
  demo: { ago },
  steps: [
    // Pin, address or home say where it belongs, as when a resident sends it.
    { do: "submit", as: from, case: "order", node: null, ...draft },
    ...steps,
    { do: "see", as: from, case: "order", state: ends },
  ],
});
