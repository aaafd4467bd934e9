/** The legal tree of a county and the usual Party tree over it; a pack adds, renames or leaves out tiers. */
import type { PackInput } from "@ginkgo/shared/pack/schema.ts";

export const areaTiers: PackInput["tiers"] = {
  county: { label: "县", tree: "area", as: "root", under: [] },
  subdistrict: { label: "街道", tree: "area", as: "subdistrict", under: ["county"] },
  township: { label: "镇", tree: "area", as: "subdistrict", under: ["county"] },
  community: { label: "社区", tree: "area", as: "community", under: ["subdistrict", "township"] },
  village: { label: "村", tree: "area", as: "community", under: ["subdistrict", "township"] },
  compound: { label: "小区", tree: "area", as: "compound", under: ["community", "village"] },
  grid: { label: "网格", tree: "area", as: "grid", under: ["community", "village", "compound"] },
  building: { label: "楼栋", tree: "area", as: "building", under: ["grid", "compound"] },
};

export const bodyTiers: PackInput["tiers"] = {
  unit: {
    label: "单位",
    tree: "area",
    as: "body",
    under: ["county", "subdistrict", "township", "community", "village"],
  },
  /** A unit's Party organisation, which registers with the community it stands in and claims what is needed there. */
  "unit-branch": {
    label: "单位党组织",
    tree: "area",
    as: "body",
    under: ["county", "subdistrict", "township", "community", "village"],
    kinds: { organ: "机关", institution: "事业单位", enterprise: "企业", social: "社会组织", superior: "上级包保单位" },
  },
  department: { label: "部门", tree: "area", as: "body", under: ["county", "subdistrict", "township"] },
  property: { label: "物业企业", tree: "area", as: "body", under: ["community", "village", "compound"] },
};

export const partyTiers: PackInput["tiers"] = {
  "party-working-committee": { label: "街道党工委", tree: "party", as: "other", under: [] },
  "party-general-branch": { label: "社区党总支", tree: "party", as: "other", under: ["party-working-committee"] },
  "grid-branch": { label: "网格（小区）党支部", tree: "party", as: "other", under: ["party-general-branch"] },
  "party-group": { label: "网格党小组", tree: "party", as: "other", under: ["grid-branch"] },
  "anchor-household": { label: "党员中心户", tree: "party", as: "other", under: ["party-group"] },
};
