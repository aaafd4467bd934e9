import { places } from "@ginkgo/packs/index.ts";
import { checkPack } from "@ginkgo/shared/pack/check.ts";
import type { Pack } from "@ginkgo/shared/pack/schema.ts";
import { getShortestPaths } from "@xstate/graph";
import { describe, expect, it } from "vitest";
import { testland } from "../../../test/fixture-pack.ts";
import { begin, type Event, isOpen, next, nextAlarm, type Rules, type Subject, type Worker } from "./model.ts";
import { chartOf } from "./statechart.ts";

const packs: Pack[] = [...places.map(({ pack }) => pack), testland].map((input) => {
  const checked = checkPack(input);
  if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
  return checked.pack;
});

const jingyang = packs.find(({ id }) => id === "jingyang") as Pack;
const rules: Rules = { workflow: jingyang.workflow, calendar: jingyang.calendar, categories: jingyang.categories };
const monday = new Date("2026-11-23T01:00:00Z");
const later = (hours: number) => new Date(monday.getTime() + hours * 3_600_000);
const team = { id: "team", name: "便民队" };
const lead = { id: "lead", name: "队长", bodyId: "team" };

const event = (type: string, form: Event["form"] = {}, actor: Worker = lead): Event => ({ type, actor, form });

const after = (subject: Subject, what: Event, now = monday): Subject => {
  const outcome = next(subject, what, rules, now);
  if (!outcome.ok) throw new Error(`${what.type} in ${subject.state}: ${outcome.why}`);
  return outcome.step.subject;
};

const start = () => begin({ category: "repairs", placeId: "grid", placed: true }, rules, monday);
const assigned = () => after(after(start(), event("accept")), event("dispatch", { to: [team] }));
const handled = () => after(assigned(), event("take"));
const completed = () => after(handled(), event("complete", { words: "修好了" }));

describe("the engine", () => {
  it("is pure: the same subject, event and time give the same answer and nothing is changed", () => {
    const subject = start();
    const before = structuredClone(subject);
    expect(next(subject, event("accept"), rules, monday)).toEqual(next(subject, event("accept"), rules, monday));
    expect(subject).toEqual(before);
  });

  it("refuses a step that is not there now", () => {
    expect(next(start(), event("complete"), rules, monday)).toEqual({ ok: false, why: "no-such-step" });
  });

  it("starts a limit of the state in working time, and of the category where it has its own", () => {
    expect(start().clock.dueAt).toEqual(later(2));
    const danger = begin({ category: "danger", placeId: "grid", placed: true }, rules, monday);
    expect(danger.clock.dueAt).toEqual(later(0.5));
  });

  it("begins where the case has no community yet with whoever places it", () => {
    expect(begin({ category: "repairs", placeId: "root", placed: false }, rules, monday).state).toBe("placing");
  });

  it("hands the case to who takes it", () => {
    expect(handled()).toMatchObject({ state: "handling", handlers: [lead], offered: [team] });
  });

  it("counts returns and forgets who had it", () => {
    expect(after(assigned(), event("return", { reason: "不在范围" }))).toMatchObject({
      state: "dispatching",
      handlers: [],
      offered: [],
      facts: { returns: 1 },
    });
  });

  it("goes back to the same handler when not solved, and to the desk the second time", () => {
    const once = after(completed(), event("rate", { solved: false, stars: 1 }));
    expect(once).toMatchObject({ state: "handling", handlers: [lead], facts: { unsolved: 1 } });
    const twice = after(after(once, event("complete", { words: "再修" })), event("rate", { solved: false, stars: 1 }));
    expect(twice).toMatchObject({ state: "dispatching", handlers: [] });
  });

  it("closes when solved and keeps the rating", () => {
    expect(after(completed(), event("rate", { solved: true, stars: 5 }))).toMatchObject({
      state: "closed",
      facts: { stars: 5, solved: true },
    });
  });

  it("can be opened again within the pack's window only", () => {
    const closed = after(completed(), event("rate", { solved: true, stars: 5 }));
    const reopen = jingyang.workflow.states.closed?.on.reopen;
    if (!reopen) throw new Error("the workflow has no reopening");
    expect(isOpen(closed, reopen, later(24 * 15))).toBe(true);
    expect(isOpen(closed, reopen, later(24 * 15 + 1))).toBe(false);
    expect(next(closed, event("reopen", { words: "又坏了" }), rules, later(24 * 16))).toEqual({
      ok: false,
      why: "guard",
    });
  });

  it("stops the handler's clock while the resident is asked and gives back what was left", () => {
    const subject = handled();
    const asked = after(subject, event("ask", { words: "几号楼?" }), later(1));
    expect(asked.clock.paused).toMatchObject({ state: "handling" });
    const answered = after(asked, event("answer", { words: "三号楼" }), later(1 + 48));
    // Asked on Monday, answered on Wednesday at the same hour: two working days later than before.
    expect(Number(answered.clock.dueAt) - Number(subject.clock.dueAt)).toBe(2 * 24 * 3_600_000);
  });

  it("pauses a limit that runs round the clock by the clock", () => {
    const fresh = after(
      after(begin({ category: "danger", placeId: "grid", placed: true }, rules, monday), event("accept")),
      event("dispatch", { to: [team] }),
    );
    const asked = after(after(fresh, event("take")), event("ask", { words: "在哪?" }), later(0.5));
    // An hour and a half of two were left, at ten at night as well as at noon.
    expect(after(asked, event("answer", { words: "门口" }), later(13)).clock.dueAt).toEqual(later(14.5));
  });

  it("extends only what was asked for and granted", () => {
    const asked = after(handled(), event("requestExtension", { days: 2, reason: "等配件" }));
    expect(next(asked, event("requestExtension", { days: 2, reason: "等配件" }), rules, monday)).toEqual({
      ok: false,
      why: "guard",
    });
    const granted = after(asked, event("approveExtension"));
    expect(Number(granted.clock.dueAt)).toBeGreaterThan(Number(handled().clock.dueAt));
    expect(granted.facts.extensionDays).toBeUndefined();
    expect(after(asked, event("refuseExtension", { reason: "来得及" })).clock.dueAt).toEqual(handled().clock.dueAt);
  });

  it("lets several join an open case, the first in the lead", () => {
    const open = after(after(start(), event("accept")), event("openToAll"));
    const taken = after(open, event("take"));
    const other = { id: "other", name: "网格员" };
    expect(after(taken, event("join", {}, other)).handlers).toEqual([lead, other]);
    expect(next(handled(), event("join", {}, other), rules, monday)).toEqual({ ok: false, why: "guard" });
  });

  it("warns before it is late, and says nothing more once it is", () => {
    const subject = start();
    expect(nextAlarm(subject, false)).toMatchObject({ kind: "warn" });
    expect(nextAlarm(subject, true)).toEqual({ kind: "late", at: subject.clock.dueAt });
    expect(nextAlarm({ ...subject, clock: { ...subject.clock, late: true } }, true)).toBeUndefined();
  });
});

describe.each(packs)("the workflow of $id", ({ workflow }) => {
  const events = Object.values(workflow.states).flatMap(({ on }) =>
    Object.entries(on).flatMap(([type, { branches }]) => [-1, ...branches.keys()].map((branch) => ({ type, branch }))),
  );
  const reached = (from: string): Set<string> => {
    const chart = chartOf(workflow);
    const paths = getShortestPaths(
      chart as never,
      { events, fromState: chart.resolveState({ value: from } as never) } as never,
    );
    return new Set(paths.map(({ state }) => String((state as unknown as { value: string }).value)));
  };

  it("reaches every state", () => {
    const all = new Set([...reached(workflow.initial), ...reached(workflow.initialUnplaced)]);
    expect([...all].sort()).toEqual(Object.keys(workflow.states).sort());
  });

  it("has a way to an end from everywhere", () => {
    const ends = new Set(
      Object.entries(workflow.states)
        .filter(([, { final }]) => final)
        .map(([name]) => name),
    );
    for (const name of Object.keys(workflow.states))
      expect([name, [...reached(name)].some((end) => ends.has(end))]).toEqual([name, true]);
  });
});
