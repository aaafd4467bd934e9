/** Who plays in 顺正河's stories, and where. */
import type { Part } from "../../story.ts";

export const community = "420606171003";
export const grid = `${community}-g001`;
export const monday = "2025-03-03 09:00";

export const people = {
  resident: { phone: "19900000009" },
  neighbour: { phone: "19900000010" },
  desk: { phone: "19900000004" },
  secretary: { phone: "19900000011" },
  street: { phone: "19900000003" },
  zone: { phone: "19900000013" },
  worker: { phone: "19900000005" },
  lead: { phone: "19900000006" },
} satisfies Record<string, Part>;

export const mediators = {
  elder: { phone: "19900000015" },
  security: { phone: "19900000016" },
  lawyer: { phone: "19900000017" },
  police: { phone: "19900000018" },
  labour: { phone: "19900000019" },
  arbitration: { phone: "19900000020" },
  enterprise: { phone: "19900000021" },
} satisfies Record<string, Part>;

export const seats = {
  police: "@unit-420606171-police",
  lawyer: `@unit-${community}-01`,
  elder: `@${community}`,
  labour: "@dept-420606-labour",
  arbitration: "@dept-420606-arbitration",
  enterprise: `@enterprise-${community}-01`,
};
