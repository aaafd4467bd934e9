/** 神木市: grid members take responsibility plots and hand out contact cards; deeds count at home and at the unit. */
import type { PackInput } from "@ginkgo/shared/pack/schema.ts";
import { claimLives, need, offer, standing } from "../base/claim-kinds.ts";

export const claimWorkflows: PackInput["workflows"] = claimLives({
  need: "网格服务",
  needClaim: "认领网格服务",
  needDays: 7,
  standing: "责任田和联系卡",
  standingClaim: "认领责任田、联系卡",
});

export const claimables: PackInput["claimables"] = {
  plot: standing({
    label: "党员责任田",
    description: "一条巷、几户人家，党员认领后亮身份、亮职责、亮承诺。",
    claimants: ["registered"],
    place: "optional",
  }),
  card: standing({
    label: "民情联系卡",
    description: "联系一批住户，把联系卡送到家，有事找得到人。",
    claimants: ["registered"],
  }),
  deed: need({
    label: "网格服务",
    description: "网格里需要人手的事，党员服务队和单位认领。",
    claimants: ["registered", "unit"],
    capacity: { usual: 3, most: 60 },
    time: "optional",
    skills: true,
    limits: true,
    matches: "need",
  }),
  ability: offer({
    label: "单位资源",
    description: "单位能拿到网格里来的服务和资源。",
    claimants: ["anyone"],
    skills: true,
    matches: "ability",
  }),
};
