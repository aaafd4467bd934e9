/** Who plays in 双桥区's stories, and where. */
import type { Part } from "../../story.ts";

export const tagou = "130802006004";
export const camp = "130802003008";
export const monday = "2025-03-03 09:00";
export const department = (slug: string): string => `@dept-130802-${slug}`;
export const unit = (slug: string): string => `@unit-130802-${slug}`;

/** In whatever community it plays. */
export const neighbours = {
  resident: { resident: true },
  neighbour: { resident: true },
  desk: { role: "community-desk" },
  volunteers: { role: "team-lead", on: "team/volunteer" },
} satisfies Record<string, Part>;

/** 塔沟社区 has a team of each kind. */
export const teams = {
  resident: { phone: "19900000009" },
  neighbour: { phone: "19900000010" },
  desk: { phone: "19900000004" },
  street: { phone: "19900000003" },
  repair: { phone: "19900000006" },
  repairer: { phone: "19900000007" },
  elderly: { phone: "19900000018" },
  legal: { phone: "19900000019" },
  health: { phone: "19900000020" },
  college: { phone: "19900000013" },
} satisfies Record<string, Part>;
