/** Tiers that several places add to those of packs/base: teams, and bodies that stand closer to where people live. */
import type { PackInput } from "@ginkgo/shared/pack/schema.ts";

type Tiers = PackInput["tiers"];

const legal = ["county", "subdistrict", "township", "community", "village"];

export const localBodyTiers: Tiers = {
  "owners-committee": { label: "业委会", tree: "area", as: "body", under: ["compound"] },
  station: { label: "驿站", tree: "area", as: "body", under: [...legal, "compound"] },
  clinic: { label: "医疗机构", tree: "area", as: "body", under: legal },
  school: { label: "学校", tree: "area", as: "body", under: legal },
  enterprise: { label: "企业", tree: "area", as: "body", under: legal },
};

/** A service team stands where it serves; its kinds are the place's own. */
export const teamTier = (kinds: Readonly<Record<string, string>>): Tiers => ({
  team: { label: "服务队", tree: "area", as: "body", under: [...legal, "compound"], kinds: { ...kinds } },
});

/** The tiers with the labels and kinds in which this place differs. */
export const changed = (tiers: Tiers, changes: Readonly<Record<string, Partial<Tiers[string]>>>): Tiers =>
  Object.fromEntries(Object.entries(tiers).map(([id, tier]) => [id, { ...tier, ...changes[id] }]));
