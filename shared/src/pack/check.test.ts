import { pack } from "@ginkgo/packs/jingyang/index.ts";
import { describe, expect, it } from "vitest";
import { checkPack } from "./check.ts";
import type { PackInput } from "./schema.ts";

/** The pack with one thing wrong; the problem must be found, at its path. */
const broken = (change: (pack: PackInput) => void): string[] => {
  const copy = structuredClone(pack);
  change(copy);
  const checked = checkPack(copy);
  return checked.ok ? [] : checked.problems.map(({ path }) => path);
};
const states = (one: PackInput) =>
  one.workflow.states as Record<string, NonNullable<(typeof one.workflow.states)[string]>>;
const state = (one: PackInput, name: string) => {
  const found = states(one)[name];
  if (!found?.on) throw new Error(`no state ${name}`);
  return found as typeof found & { on: NonNullable<typeof found.on> };
};
const step = (one: PackInput, name: string, event: string) => {
  const found = state(one, name).on[event];
  if (!found) throw new Error(`no step ${event}`);
  return found;
};

describe("the pack check", () => {
  it("lets the shipped pack through", () => {
    expect(broken(() => {})).toEqual([]);
  });

  it.each<[string, (pack: PackInput) => void, string]>([
    ["a wrong shape", (one) => Object.assign(one, { accent: "red" }), "accent"],
    [
      "a target that is no state",
      (one) => Object.assign(step(one, "vetting", "accept"), { target: "nowhere" }),
      "workflow.states.vetting.on.accept.target",
    ],
    [
      "a waiting state without a limit",
      (one) => {
        delete state(one, "vetting").limit;
      },
      "workflow.states.vetting.limit",
    ],
    [
      "a state nobody has to move",
      (one) => Object.assign(state(one, "vetting"), { waitsFor: [] }),
      "workflow.states.vetting.waitsFor",
    ],
    [
      "a state that cannot be reached",
      (one) => Object.assign(states(one), { lost: { ...state(one, "refused"), final: true } }),
      "workflow.states.lost",
    ],
    ["a dead end", (one) => Object.assign(state(one, "dispatching"), { on: {} }), "workflow.states.dispatching.on"],
    [
      "a right no role holds",
      (one) => Object.assign(step(one, "vetting", "accept"), { by: [{ right: "case.nobody" }] }),
      "workflow.states.vetting.on.accept.by[0].right",
    ],
    [
      "an effect on a field the form lacks",
      (one) => Object.assign(step(one, "dispatching", "dispatch"), { form: [] }),
      "workflow.states.dispatching.on.dispatch.effects[0].field",
    ],
    [
      "a guard on a fact nothing sets",
      (one) => Object.assign(step(one, "closed", "reopen"), { guards: [{ name: "has", fact: "never" }] }),
      "workflow.states.closed.on.reopen.guards[0].fact",
    ],
    [
      "a limit that triggers no step",
      (one) => Object.assign(state(one, "rating").limit ?? {}, { triggers: "never" }),
      "workflow.states.rating.limit.triggers",
    ],
    [
      "a progress point that is none",
      (one) => Object.assign(state(one, "vetting"), { progress: "never" }),
      "workflow.states.vetting.progress",
    ],
    [
      "a role on a tier that is none",
      (one) => Object.assign(one.roles.admin ?? {}, { on: ["moon"] }),
      "roles.admin.on[0]",
    ],
    [
      "a role that may give one that is none",
      (one) => Object.assign(one.roles.admin ?? {}, { grants: ["king"] }),
      "roles.admin.grants[0]",
    ],
    [
      "a tier under one that is none",
      (one) => Object.assign(one.tiers.grid ?? {}, { under: ["moon"] }),
      "tiers.grid.under[0]",
    ],
    ["working hours that overlap", (one) => one.calendar.hours.push(["09:00", "10:00"]), "calendar.hours[2]"],
    [
      "a category named twice",
      (one) => one.categories.push({ ...(one.categories[0] as PackInput["categories"][number]) }),
      "categories[13].id",
    ],
    [
      "a category's limit on a state without one",
      (one) => Object.assign(one.categories[0] ?? {}, { limits: { merged: { hours: 1 } } }),
      "categories[0].limits.merged",
    ],
  ])("finds %s", (_what, change, path) => {
    expect(broken(change)).toContain(path);
  });

  it("reports everything that is wrong at once", () => {
    const paths = broken((one) => {
      Object.assign(step(one, "vetting", "accept"), { target: "nowhere" });
      delete state(one, "rating").limit;
    });
    expect(paths).toEqual(
      expect.arrayContaining(["workflow.states.vetting.on.accept.target", "workflow.states.rating.limit"]),
    );
  });
});
