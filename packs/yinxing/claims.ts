/** 银杏社区: public things are divided among those who look after them: flower boxes, benches, doorways. */
import type { PackInput } from "@ginkgo/shared/pack/schema.ts";
import { claimLives, need, offer, standing } from "../base/claim-kinds.ts";

export const claimWorkflows: PackInput["workflows"] = claimLives({
  need: "邻里帮忙",
  needClaim: "邻里帮忙",
  needDays: 7,
  evidence: 0,
  offersVetted: false,
  offeredByAll: true,
  standing: "设施认领管护",
  standingClaim: "认领管护",
});

export const claimables: PackInput["claimables"] = {
  "flower-box": standing({
    label: "花箱认领",
    description: "认领一个花箱：浇水、松土、换花，坏了上报。",
    claimants: ["anyone"],
    place: "optional",
    visibility: "public",
  }),
  bench: standing({
    label: "休闲椅认领",
    description: "认领一把广场休闲椅：擦拭、检查、劝导爱护。",
    claimants: ["anyone"],
    place: "optional",
    visibility: "public",
  }),
  zone: standing({
    label: "公共区域认领",
    description: "楼道、车棚、绿地按片分区，认领管护。",
    claimants: ["anyone"],
    capacity: { usual: 2, most: 10 },
    visibility: "public",
  }),
  patrol: need({
    label: "巡防岗",
    description: "重点时间、重点区域的红袖标巡防。",
    claimants: ["anyone"],
    capacity: { usual: 4, most: 20 },
    time: "optional",
    limits: true,
    visibility: "public",
  }),
  help: need({
    label: "邻里帮忙",
    description: "代购、陪诊、修个小东西，邻居认领。",
    claimants: ["anyone"],
    skills: true,
    matches: "need",
  }),
  hand: offer({
    label: "我能帮忙",
    description: "我会什么、什么时候有空。",
    claimants: ["anyone"],
    skills: true,
    matches: "ability",
  }),
};
