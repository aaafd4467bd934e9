/** Clocks under whatever order of stopping, going on, extending and ringing: time is neither given away nor taken, nothing is said twice. */
import { officeCalendar } from "@ginkgo/packs/base/calendar.ts";
import { Calendar } from "@ginkgo/shared/pack/schema.ts";
import { activeOf, isEnded } from "@ginkgo/shared/pack/states.ts";
import { type TransitionInput, Workflow } from "@ginkgo/shared/pack/workflow.ts";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addWorkingMinutes, workingDayMinutes } from "./calendar.ts";
import { nearestClock, nextAlarm, rung } from "./clocks.ts";
import { begin, next } from "./model.ts";
import type { Rules, Subject } from "./subject.ts";

const by = [{ right: "r" }];
const step = (more: Partial<TransitionInput> = {}): TransitionInput => ({ label: "步骤", by, ...more });
const limit = (hours: number) => ({ within: { hours }, warnBefore: { hours: 2 } });
const pause = { effects: [{ name: "pauseClock" as const }] };
const resume = { effects: [{ name: "resumeClock" as const }] };
const extend = step({
  effects: [
    { name: "set", fact: "days", value: 1 },
    { name: "extendClock", fact: "days" },
  ],
});

const workflow = Workflow.parse({
  label: "办理",
  progress: [
    { id: "open", label: "办理" },
    { id: "end", label: "结束" },
  ],
  initial: "working",
  states: {
    working: {
      label: "办理中",
      tone: "working",
      limit: limit(48),
      states: {
        doing: {
          label: "经办",
          waitsFor: by,
          limit: limit(10),
          on: {
            ask: step({ target: "waiting", ...pause }),
            askFar: step({ target: "away", ...pause }),
            extend,
            finish: step({ target: "done", effects: [{ name: "judge", fact: "inTime" }] }),
          },
        },
        waiting: {
          label: "等材料",
          waitsFor: by,
          on: {
            answer: step({ target: "doing", ...resume }),
            again: step({ target: "waiting" }),
            note: step(),
            giveUp: step({ target: "checking" }),
          },
        },
        checking: { label: "核实", waitsFor: by, limit: limit(5), on: { back: step({ target: "doing" }) } },
      },
      on: {
        stretch: extend,
        halt: step(pause),
        goOn: step(resume),
        finishAll: step({ target: "done", effects: [{ name: "judge", fact: "inTime" }] }),
      },
    },
    away: {
      label: "移送",
      tone: "waiting",
      waitsFor: by,
      on: {
        returned: step({ target: "working", ...resume }),
        elsewhere: step({ target: "other" }),
      },
    },
    other: { label: "另办", tone: "working", waitsFor: by, limit: limit(5), on: { home: step({ target: "working" }) } },
    done: { label: "办结", tone: "done", final: true },
  },
});
const rules: Rules = {
  workflow,
  calendar: Calendar.parse({ ...officeCalendar, holidays: "china" }),
  categories: [],
};
const start = new Date("2026-11-23T01:00:00Z");
const later = (hours: number, from = start) => new Date(from.getTime() + hours * 3_600_000);
const me = { id: "me", name: "我" };

const fresh = (): Subject =>
  begin({ workflow: "w", category: "c", kind: null, placeId: "p", placed: true, actor: me, form: {} }, rules, start)
    .subject;
const after = (subject: Subject, type: string, at: Date): Subject => {
  const outcome = next(subject, { type, actor: me, form: {} }, rules, at);
  if (!outcome.ok) throw new Error(`${type} at ${subject.leaves}: ${outcome.why}`);
  return outcome.step.subject;
};
const doing = "working.doing";

/** Everything that is due until then is said, as the sweep does. */
const ring = (subject: Subject, until: Date): { subject: Subject; said: string[] } => {
  let current = subject;
  const said: string[] = [];
  for (let alarm = nextAlarm(current); alarm && alarm.at <= until; alarm = nextAlarm(current)) {
    said.push(`${alarm.path} ${alarm.kind}`);
    current = { ...current, clocks: rung(current.clocks, alarm.path, alarm.kind) };
  }
  return { subject: current, said };
};

describe("a stopped clock", () => {
  it("does not make a late case punctual: not while it stands, not when it goes on", () => {
    const late = ring(fresh(), later(11)).subject;
    const stopped = after(late, "ask", later(11));
    expect(nearestClock(stopped).late).toBe(false);
    expect(after(after(late, "halt", later(11)), "finish", later(12)).facts.inTime).toBe(false);
    const on = after(stopped, "answer", later(20));
    expect(on.clocks[doing]).toMatchObject({ late: true, dueAt: later(20) });
    expect(ring(on, later(25)).said).toEqual([]);
    expect(after(on, "finish", later(21)).facts.inTime).toBe(false);
  });

  it("that ran out before anyone was told is told when it goes on", () => {
    const on = after(after(fresh(), "ask", later(11)), "answer", later(20));
    expect(ring(on, later(20)).said).toContain("working.doing late");
  });

  it("has warned once", () => {
    const warned = ring(fresh(), later(9));
    expect(warned.said).toEqual(["working.doing warn"]);
    const on = after(after(warned.subject, "ask", later(9)), "answer", later(30));
    expect(ring(on, later(30.5)).said).toEqual([]);
    expect(ring(on, later(31)).said).toEqual(["working.doing late"]);
  });

  it("can be extended: the days come on top of what is left", () => {
    const halted = after(fresh(), "halt", later(4));
    const extended = after(halted, "extend", later(5));
    expect(extended.clocks[doing]?.left).toBe(6 * 60 + 24 * 60);
    expect(after(extended, "goOn", later(6)).clocks[doing]?.dueAt).toEqual(later(36));
  });

  it("of a nested state waits for it through a stay elsewhere, however often that begins anew", () => {
    let subject = after(fresh(), "ask", later(4));
    for (const type of ["again", "note", "again"]) subject = after(subject, type, later(5));
    expect(after(subject, "answer", later(6)).clocks[doing]?.dueAt).toEqual(later(12));
    const away = after(fresh(), "askFar", later(4));
    expect(after(away, "returned", later(40)).clocks[doing]?.dueAt).toEqual(later(46));
  });

  it("is forgotten when the case goes on another way", () => {
    expect(Object.keys(after(after(fresh(), "askFar", later(4)), "elsewhere", later(5)).clocks)).toEqual(["other"]);
    const given = after(after(fresh(), "ask", later(4)), "giveUp", later(5));
    expect(given.clocks[doing]).toBeUndefined();
    expect(after(given, "back", later(6)).clocks[doing]?.dueAt).toEqual(later(16));
  });
});

describe("an extension", () => {
  it("granted on a nested state moves its limit, on the outer one the outer limit", () => {
    const [inner, outer] = [after(fresh(), "extend", later(1)), after(fresh(), "stretch", later(1))];
    const day = workingDayMinutes(rules.calendar);
    expect(inner.clocks[doing]?.dueAt).toEqual(addWorkingMinutes(rules.calendar, later(10), day));
    expect(inner.clocks.working?.dueAt).toEqual(later(48));
    expect(outer.clocks.working?.dueAt).toEqual(addWorkingMinutes(rules.calendar, later(48), day));
    expect(outer.clocks[doing]?.dueAt).toEqual(later(10));
  });
});

describe("working time", () => {
  it("passes over the long holidays and counts their make-up days", () => {
    // 30 September 2025, 17:00; the holiday lasts until 8 October, the 11th (a Saturday) is worked.
    const eve = new Date("2025-09-30T09:00:00Z");
    const due = addWorkingMinutes(rules.calendar, eve, workingDayMinutes(rules.calendar));
    expect(due.toISOString().slice(0, 10)).toBe("2025-10-09");
    const friday = new Date("2025-10-10T09:00:00Z");
    const next = addWorkingMinutes(rules.calendar, friday, workingDayMinutes(rules.calendar));
    expect(next.toISOString().slice(0, 10)).toBe("2025-10-11");
  });
});

const names = [
  ...["ask", "askFar", "extend", "finish", "answer", "again", "note", "giveUp", "back", "stretch", "halt", "goOn"],
  ...["finishAll", "returned", "elsewhere", "home"],
];

describe("whatever happens, in whatever order", () => {
  it("each limit is told once for each time it is set, clocks are of states that are there or waited for, and the end has none", () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ type: fc.constantFrom(...names), hours: fc.integer({ min: 0, max: 8 }) }), {
          maxLength: 25,
        }),
        (tried) => {
          let [subject, now] = [fresh(), start];
          const told = new Set<string>();
          for (const { type, hours } of tried) {
            now = later(hours, now);
            const heard = ring(subject, now);
            for (const one of heard.said) {
              expect(told.has(one)).toBe(false);
              told.add(one);
            }
            const outcome = next(heard.subject, { type, actor: me, form: {} }, rules, now);
            const before = heard.subject;
            subject = outcome.ok ? outcome.step.subject : before;
            const active = activeOf(subject.leaves);
            for (const [path, clock] of Object.entries(subject.clocks)) {
              expect(clock.dueAt === null).toBe(clock.left !== null);
              expect(clock.left ?? 0).toBeGreaterThanOrEqual(0);
              expect(active.includes(path) || clock.left !== null).toBe(true);
              // Set anew: entered again or extended. Then it may speak again.
              const old = before.clocks[path];
              if (!old || (old.warned && !clock.warned) || (old.late && !clock.late))
                for (const kind of ["warn", "late"]) told.delete(`${path} ${kind}`);
            }
            for (const path of Object.keys(before.clocks))
              if (!subject.clocks[path]) for (const kind of ["warn", "late"]) told.delete(`${path} ${kind}`);
            if (isEnded(workflow, subject.leaves)) expect(subject.clocks).toEqual({});
          }
        },
      ),
      { numRuns: 400 },
    );
  });

  it("a limit is used up by the time its clock ran, and by that alone", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 50 })), { maxLength: 4 }),
        (rests) => {
          let [subject, now, ran] = [fresh(), start, 0];
          for (const [works, stands] of rests) {
            if (ran + works >= 10) break;
            ran += works;
            now = later(works, now);
            subject = after(subject, "ask", now);
            now = later(stands, now);
            subject = after(subject, "answer", now);
          }
          expect(subject.clocks[doing]?.dueAt).toEqual(later(10 - ran, now));
        },
      ),
    );
  });
});
