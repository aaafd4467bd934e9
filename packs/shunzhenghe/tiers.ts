/** 樊城区 with 襄阳高新区, a functional zone that crosses the legal tree. */
import type { PackInput } from "@ginkgo/shared/pack/schema.ts";
import { areaTiers, bodyTiers, partyTiers } from "../base/tiers.ts";
import { changed, localBodyTiers, teamTier } from "../tree/tiers.ts";

export const tiers: PackInput["tiers"] = {
  ...changed(
    { ...areaTiers, ...bodyTiers, ...localBodyTiers, ...partyTiers },
    {
      county: { label: "区" },
      "party-working-committee": { label: "街道党工委（镇党委）" },
      "party-general-branch": { label: "社区党委" },
      "grid-branch": { label: "党支部" },
    },
  ),
  ...teamTier({
    publicity: "宣讲服务队",
    convenience: "便民服务队",
    civility: "文明新风队",
    mediation: "矛盾调解队",
    care: "暖心关爱队",
    patrol: "平安巡逻队",
  }),
  /** Covers towns that stand under the county: who works for the zone works for all of them. */
  "functional-zone": { label: "功能区", tree: "area", as: "zone", under: ["county"] },
  "patrol-point": { label: "巡逻点", tree: "area", as: "body", under: ["community", "village"] },
};
