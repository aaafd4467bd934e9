import { officeCalendar } from "@ginkgo/packs/base/calendar.ts";
import { orderWorkflow } from "@ginkgo/packs/base/order-workflow.ts";
import { Calendar, Category } from "@ginkgo/shared/pack/schema.ts";
import { stateAt } from "@ginkgo/shared/pack/states.ts";
import { Workflow } from "@ginkgo/shared/pack/workflow.ts";
import { describe, expect, it } from "vitest";
import { nearestClock, nextAlarm, rung } from "./clocks.ts";
import { begin, isOpen, next } from "./model.ts";
import type { Event, Rules, Subject, Worker } from "./subject.ts";

const category = (id: string, limits: object = {}) =>
  Category.parse({ id, label: id, group: "全部", description: id, limits });
const rules: Rules = {
  workflow: Workflow.parse(orderWorkflow),
  calendar: Calendar.parse(officeCalendar),
  categories: [
    category("repairs"),
    category("danger", { vetting: { hours: 0.5 }, dispatching: { hours: 0.5 }, handling: { hours: 2 } }),
  ],
};
const monday = new Date("2026-11-23T01:00:00Z");
const later = (hours: number) => new Date(monday.getTime() + hours * 3_600_000);
const team = { id: "team", name: "便民队" };
const lead = { id: "lead", name: "队长", bodyId: "team" };

const event = (type: string, form: Event["form"] = {}, actor: Worker = lead): Event => ({ type, actor, form });

const after = (subject: Subject, what: Event, now = monday): Subject => {
  const outcome = next(subject, what, rules, now);
  if (!outcome.ok) throw new Error(`${what.type} in ${subject.leaves}: ${outcome.why}`);
  return outcome.step.subject;
};

const beginAs = (given: { category: string; placed?: boolean }) =>
  begin(
    {
      workflow: "order",
      kind: null,
      placeId: "grid",
      placed: true,
      actor: { id: "resident", name: "居民" },
      form: {},
      ...given,
    },
    rules,
    monday,
  ).subject;
const start = () => beginAs({ category: "repairs" });
const dueAt = (subject: Subject) => nearestClock(subject).dueAt;
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
    expect(dueAt(start())).toEqual(later(2));
    expect(dueAt(beginAs({ category: "danger" }))).toEqual(later(0.5));
  });

  it("begins where the case has no community yet with whoever places it", () => {
    expect(beginAs({ category: "repairs", placed: false }).leaves).toEqual(["placing"]);
  });

  it("hands the case to who takes it", () => {
    expect(handled()).toMatchObject({ leaves: ["handling"], handlers: [lead], offered: [team] });
  });

  it("counts returns and forgets who had it", () => {
    expect(after(assigned(), event("return", { reason: "不在范围" }))).toMatchObject({
      leaves: ["dispatching"],
      handlers: [],
      offered: [],
      facts: { returns: 1 },
    });
  });

  it("goes back to the same handler when not solved, and to the desk the second time", () => {
    const once = after(completed(), event("rate", { solved: false, stars: 1 }));
    expect(once).toMatchObject({ leaves: ["handling"], handlers: [lead], facts: { unsolved: 1 } });
    const twice = after(after(once, event("complete", { words: "再修" })), event("rate", { solved: false, stars: 1 }));
    expect(twice).toMatchObject({ leaves: ["dispatching"], handlers: [] });
  });

  it("closes when solved and keeps the rating", () => {
    expect(after(completed(), event("rate", { solved: true, stars: 5 }))).toMatchObject({
      leaves: ["closed"],
      facts: { stars: 5, solved: true },
    });
  });

  it("can be opened again within the pack's window only", () => {
    const closed = after(completed(), event("rate", { solved: true, stars: 5 }));
    const { reopen } = stateAt(rules.workflow, "closed").on;
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
    expect(asked.clocks.handling).toMatchObject({ dueAt: null });
    const answered = after(asked, event("answer", { words: "三号楼" }), later(1 + 48));
    // Asked on Monday, answered on Wednesday at the same hour: two working days later than before.
    expect(Number(dueAt(answered)) - Number(dueAt(subject))).toBe(2 * 24 * 3_600_000);
  });

  it("pauses a limit that runs round the clock by the clock", () => {
    const fresh = after(after(beginAs({ category: "danger" }), event("accept")), event("dispatch", { to: [team] }));
    const asked = after(after(fresh, event("take")), event("ask", { words: "在哪?" }), later(0.5));
    // An hour and a half of two were left, at ten at night as well as at noon.
    expect(dueAt(after(asked, event("answer", { words: "门口" }), later(13)))).toEqual(later(14.5));
  });

  it("extends only what was asked for and granted", () => {
    const asked = after(handled(), event("requestExtension", { days: 2, reason: "等配件" }));
    expect(next(asked, event("requestExtension", { days: 2, reason: "等配件" }), rules, monday)).toEqual({
      ok: false,
      why: "guard",
    });
    const granted = after(asked, event("approveExtension"));
    expect(Number(dueAt(granted))).toBeGreaterThan(Number(dueAt(handled())));
    expect(granted.facts.extensionDays).toBeUndefined();
    expect(dueAt(after(asked, event("refuseExtension", { reason: "来得及" })))).toEqual(dueAt(handled()));
  });

  it("lets several join an open case, the first in the lead", () => {
    const open = after(after(start(), event("accept")), event("openToAll"));
    const taken = after(open, event("take"));
    const other = { id: "other", name: "网格员" };
    expect(after(taken, event("join", {}, other)).handlers).toEqual([lead, { ...other, part: "assist" }]);
    expect(next(handled(), event("join", {}, other), rules, monday)).toEqual({ ok: false, why: "guard" });
  });

  it("warns before it is late, and says nothing more once it is", () => {
    const subject = start();
    expect(nextAlarm(subject)).toMatchObject({ path: "vetting", kind: "warn" });
    const warned = { clocks: rung(subject.clocks, "vetting", "warn") };
    expect(nextAlarm(warned)).toEqual({ path: "vetting", kind: "late", at: dueAt(subject) });
    expect(nextAlarm({ clocks: rung(warned.clocks, "vetting", "late") })).toBeUndefined();
  });
});
