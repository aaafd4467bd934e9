/** Units whose people live in the community help to settle its disputes. */
import { mediation } from "../../base/mediation.ts";

export const unitMediation = mediation({
  label: "单位协同调解",
  description: "社区主持，驻区单位党组织一起调解；单位熟悉当事人，话好说。",
  leads: ["unit", "department", "team", "enterprise"],
  parts: {
    unit: { label: "驻区单位", tiers: ["unit", "department", "enterprise", "school", "clinic"] },
    property: { label: "物业企业", tiers: ["property"] },
  },
  days: 12,
});
