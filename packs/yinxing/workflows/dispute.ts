/** Neighbours' disputes: a mediator of the community leads, a lawyer explains the law. */
import { mediation } from "../../base/mediation.ts";

export const dispute = mediation({
  label: "邻里纠纷调解",
  description: "社区调解员主持，律师参加，讲清法、说透理，把矛盾化解在萌芽。",
  leads: ["community", "village", "team"],
  parts: {
    lawyer: { label: "律师", tiers: ["unit"] },
    police: { label: "民警", tiers: ["department"] },
  },
  days: 12,
});
