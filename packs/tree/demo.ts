import type { DemoPost } from "./plan.ts";

export interface Showcase {
  readonly county: string;
  readonly street: string;
  readonly community: string;
  /** Kind of the team that is shown. */
  readonly team: string;
  /** Key of the department that is shown. */
  readonly department: string;
}

/** The first twelve people of every place, 19900000001 to …12, in one neighbourhood. */
export const firstTwelve = ({ county, street, community, team, department }: Showcase): DemoPost[] => [
  { role: "admin", node: county },
  { role: "county-desk", node: county },
  { role: "subdistrict-desk", node: street },
  { role: "community-desk", node: community },
  { role: "grid-worker", node: `${community}-g001` },
  { role: "team-lead", node: `team-${community}-${team}` },
  { role: "team-member", node: `team-${community}-${team}` },
  { role: "unit-clerk", node: department },
  { home: `${community}-g001` },
  { home: community },
  { role: "community-secretary", node: community },
  { role: "county-leader", node: county },
];
