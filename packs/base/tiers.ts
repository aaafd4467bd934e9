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
