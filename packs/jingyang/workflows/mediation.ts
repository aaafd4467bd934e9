/** The community's mediation room: the mediation team leads; police, judge and lawyer of the area take part. */
import { mediation } from "../../base/mediation.ts";

export const mediationRoom = mediation({
  label: "矛盾纠纷调解",
  description: "社区综治中心调解室受理，金牌调解队主持，驻区民警、法官、律师一起参加，协议履行情况有回访。",
  leads: ["team"],
  parts: {
    police: { label: "民警", tiers: ["department", "unit"] },
    judge: { label: "法官", tiers: ["department", "unit"] },
    lawyer: { label: "律师", tiers: ["department", "unit"] },
  },
  days: 15,
});
