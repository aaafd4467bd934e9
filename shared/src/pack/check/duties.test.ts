import { describe, expect, it } from "vitest";
import { BookableKind, CareKind, type Hours, PatrolKind } from "../duties.ts";
import type { Pack } from "../schema.ts";
import { checkDuties } from "./duties.ts";

const tiers = { community: { label: "社区", tree: "area", as: "community", under: [] } } as unknown as Pack["tiers"];
const room = (hours: Hours[], slotMinutes = 60) =>
  BookableKind.parse({ label: "场地", tiers: ["community"], hours, slotMinutes });
const day: Hours = { days: [1, 2], from: "09:00", to: "12:00" };

const rulesBroken = (sections: Partial<Pack>): string[] => {
  const rules: string[] = [];
  const pack = {
    tiers,
    categories: [],
    lists: {},
    bookables: {},
    rotas: {},
    patrols: {},
    cares: {},
    ...sections,
  } as unknown as Pack;
  checkDuties(pack, (_path, rule) => rules.push(rule));
  return rules;
};

describe("the check of what runs by the clock", () => {
  it("lets a sound pack pass: openings may touch, and lie at the same time on other days", () => {
    const hours = [day, { ...day, from: "12:00", to: "13:00" }, { ...day, days: [3] }];
    expect(rulesBroken({ bookables: { room: room(hours) } })).toEqual([]);
  });

  it("refuses openings that end before they begin, are shorter than a slot, or lie over each other", () => {
    expect(rulesBroken({ bookables: { room: room([{ ...day, to: "08:00" }]) } })).toEqual(["hours-order"]);
    expect(rulesBroken({ bookables: { room: room([{ ...day, to: "09:30" }]) } })).toEqual(["hours-slot"]);
    const twice = [day, { days: [2], from: "11:00", to: "14:00" }];
    expect(rulesBroken({ bookables: { room: room(twice) } })).toEqual(["hours-twice"]);
  });

  it("refuses tiers and categories there are none of", () => {
    const patrol = PatrolKind.parse({ label: "巡逻", tiers: ["moon"], category: "x" });
    expect(rulesBroken({ patrols: { patrol } })).toEqual(["duty-tier", "patrol-category"]);
  });

  it("refuses a form that asks what only a case can, and a reminder before the visit before", () => {
    const form = [{ kind: "case", name: "one", label: "诉求" }];
    const care = CareKind.parse({ label: "走访", tiers: ["community"], everyDays: 3, warnDays: 3, visit: form });
    expect(rulesBroken({ cares: { care } })).toEqual(["duty-field", "care-warning"]);
  });
});
