/** What only nested and parallel states, several hands and sub-cases bring: an invented inspection. */
import { officeCalendar } from "@ginkgo/packs/base/calendar.ts";
import { Calendar, Metric } from "@ginkgo/shared/pack/schema.ts";
import { activeOf, isEnded, standingOf, stepsAt } from "@ginkgo/shared/pack/states.ts";
import { type TransitionInput, Workflow } from "@ginkgo/shared/pack/workflow.ts";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nearestClock, nextAlarm } from "./clocks.ts";
import { countedIn } from "./counting.ts";
import { begin, next } from "./model.ts";
import type { Event, Rules, Subject, Worker } from "./subject.ts";

const step = (more: Partial<TransitionInput> = {}): TransitionInput => ({
  label: "步骤",
  by: [{ right: "r" }],
  ...more,
});
const hours = (n: number) => ({ within: { hours: n } });
const waitsFor = [{ right: "r" }];

const workflow = Workflow.parse({
  label: "联合检查",
  progress: [
    { id: "open", label: "受理" },
    { id: "work", label: "检查" },
    { id: "end", label: "结束" },
  ],
  initial: "open",
  parts: { law: "律师" },
  on: {
    note: step(),
    stop: step({ target: "stopped" }),
    demand: step({
      form: [{ kind: "number", name: "days", label: "几天", required: true, min: 1, max: 9 }],
      effects: [{ name: "startTimer", timer: "demand", field: "days" }],
    }),
    reply: step({ effects: [{ name: "stopTimer", timer: "demand" }] }),
  },
  timers: { demand: { label: "回复督办", warnBefore: { workingHours: 2 } } },
  states: {
    open: {
      label: "待受理",
      progress: "open",
      tone: "waiting",
      waitsFor,
      limit: hours(2),
      on: {
        begin: step({ target: "checking", effects: [{ name: "judge", fact: "begunInTime" }, { name: "take" }] }),
        restart: step({ target: "open" }),
        invite: step({ effects: [{ name: "invite", field: "who", as: "law" }] }),
        join: step({ effects: [{ name: "take" }] }),
        part: step({ effects: [{ name: "finishPart" }] }),
        whenAll: step({ target: "ended", guards: [{ name: "partsDone" }] }),
        divide: step({
          effects: [{ name: "openSubCases", field: "to", workflow: "w", category: "c", words: "words" }],
        }),
        whenEnded: step({ target: "ended", guards: [{ name: "subCasesEnded" }] }),
      },
    },
    checking: {
      label: "检查中",
      progress: "work",
      tone: "working",
      parallel: true,
      limit: hours(48),
      done: { target: "ended", effects: [{ name: "stamp", fact: "checkedAt" }] },
      states: {
        fire: {
          label: "消防",
          states: {
            looking: {
              label: "消防检查",
              waitsFor,
              limit: hours(4),
              on: {
                fireOk: step({ target: "passed" }),
                fireAsk: step({ target: "asking", effects: [{ name: "pauseClock" }] }),
                note: step({ target: "passed", guards: [{ name: "has", fact: "never" }] }),
              },
            },
            asking: {
              label: "等待材料",
              waitsFor,
              limit: hours(24),
              on: { fireAnswer: step({ target: "looking", effects: [{ name: "resumeClock" }] }) },
            },
            passed: { label: "消防通过", final: true },
          },
        },
        air: {
          label: "环保",
          states: {
            looking: { label: "环保检查", waitsFor, on: { airOk: step({ target: "passed" }) } },
            passed: { label: "环保通过", final: true },
          },
        },
      },
    },
    ended: {
      label: "已结束",
      progress: "end",
      tone: "done",
      final: true,
      on: { again: step({ target: "checking.fire" }) },
    },
    stopped: { label: "已停止", progress: "end", tone: "stopped", final: true },
  },
});
const rules: Rules = { workflow, calendar: Calendar.parse(officeCalendar), categories: [] };
const now = new Date("2026-11-23T01:00:00Z");
const later = (n: number) => new Date(now.getTime() + n * 3_600_000);
const me: Worker = { id: "me", name: "我", bodyId: "station" };

const start = (): Subject =>
  begin({ workflow: "check", category: "c", kind: null, placeId: "p", placed: true, actor: me, form: {} }, rules, now)
    .subject;
const attempt = (subject: Subject, type: string, at = now, form: Event["form"] = {}, actor = me) =>
  next(subject, { type, actor, form }, rules, at);
const after = (subject: Subject, type: string, at = now, form: Event["form"] = {}, actor = me): Subject => {
  const outcome = attempt(subject, type, at, form, actor);
  if (!outcome.ok) throw new Error(`${type} at ${subject.leaves}: ${outcome.why}`);
  return outcome.step.subject;
};
const checking = () => after(start(), "begin");

describe("nested and parallel states", () => {
  it("runs both parts at once and ends when both have ended", () => {
    const both = checking();
    expect(both.leaves).toEqual(["checking.fire.looking", "checking.air.looking"]);
    const one = after(both, "airOk");
    expect(one.leaves).toEqual(["checking.fire.looking", "checking.air.passed"]);
    expect(isEnded(workflow, one.leaves)).toBe(false);
    const all = after(one, "fireOk");
    expect(all.leaves).toEqual(["ended"]);
    expect(all.facts.checkedAt).toBe(now.toISOString());
    expect(all.clocks).toEqual({});
  });

  it("keeps a clock for the whole and one for each part that has a limit", () => {
    const { clocks } = checking();
    expect(Object.keys(clocks).sort()).toEqual(["checking", "checking.fire.looking"]);
    expect(nearestClock({ clocks }).dueAt).toEqual(later(4));
    // The part is done: what remains is the limit of the whole, unchanged.
    const done = after(checking(), "fireOk", later(1));
    expect(Object.keys(done.clocks)).toEqual(["checking"]);
    expect(nearestClock(done).dueAt).toEqual(later(48));
    expect(nextAlarm(done)).toEqual({ path: "checking", kind: "late", at: later(48) });
  });

  it("stops the whole's clock too while a part waits for someone, and lets both go on with what was left", () => {
    const asked = after(checking(), "fireAsk", later(1));
    expect(asked.clocks.checking).toMatchObject({ dueAt: null, left: 47 * 60 });
    const answered = after(asked, "fireAnswer", later(11));
    expect(answered.clocks.checking?.dueAt).toEqual(later(58));
    expect(answered.clocks["checking.fire.looking"]?.dueAt).toEqual(later(14));
  });

  it("gives an inner step precedence, and lets no outer one through where the inner is barred", () => {
    expect(attempt(checking(), "note")).toEqual({ ok: false, why: "guard" });
    expect(attempt(start(), "note")).toMatchObject({ ok: true });
  });

  it("has the workflow's own steps everywhere but at an end", () => {
    expect(after(checking(), "stop").leaves).toEqual(["stopped"]);
    expect(attempt(after(checking(), "stop"), "note")).toEqual({ ok: false, why: "no-such-step" });
  });

  it("can be opened again into one part, the other beginning anew", () => {
    const ended = after(after(checking(), "airOk"), "fireOk");
    expect(after(ended, "again").leaves).toEqual(["checking.fire.looking", "checking.air.looking"]);
  });

  it("begins a state anew, clock included, when a step leads back to it", () => {
    expect(after(start(), "restart", later(1)).clocks.open?.dueAt).toEqual(later(3));
  });

  it("calls itself by the parts that are still open", () => {
    expect(standingOf(workflow, checking().leaves).label).toBe("消防检查／环保检查");
    expect(standingOf(workflow, after(checking(), "airOk").leaves)).toEqual({
      label: "消防检查",
      progress: "work",
      tone: "working",
    });
  });

  it("keeps a timer through every state, stopped clocks included, until it is stopped or the case ends", () => {
    const demanded = after(checking(), "demand", now, { days: 1 });
    const dueAt = demanded.clocks["@demand"]?.dueAt;
    // One working day from Monday nine o'clock.
    expect(dueAt).toEqual(later(24));
    const asked = after(demanded, "fireAsk", later(1));
    expect(asked.clocks["@demand"]).toMatchObject({ dueAt, left: null });
    expect(nextAlarm(after(asked, "fireAnswer", later(2)))?.path).toBe("checking.fire.looking");
    expect(after(asked, "reply", later(3)).clocks["@demand"]).toBeUndefined();
    expect(after(asked, "stop", later(3)).clocks).toEqual({});
    expect(after(demanded, "demand", later(1), { days: 2 }).clocks["@demand"]?.dueAt).toEqual(later(49));
  });

  it("judges whether a step came in time", () => {
    expect(checking().facts.begunInTime).toBe(true);
    expect(after(start(), "begin", later(2.1)).facts.begunInTime).toBe(false);
  });

  it("never loses its place: whatever is done, it stands in states that exist, each clock in an active or stopped one", () => {
    const events = ["begin", "restart", "note", "stop", "fireOk", "fireAsk", "fireAnswer", "airOk", "again"];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...events), { maxLength: 12 }), (tried) => {
        let subject = start();
        for (const [i, type] of tried.entries()) {
          const outcome = attempt(subject, type, later(i));
          const offered = stepsAt(workflow, subject.leaves).some(({ name }) => name === type);
          if (!outcome.ok && outcome.why === "no-such-step") expect(offered).toBe(false);
          if (outcome.ok) subject = outcome.step.subject;
          const active = activeOf(subject.leaves);
          for (const [path, clock] of Object.entries(subject.clocks))
            expect(active.includes(path) || clock.left !== null).toBe(true);
          if (isEnded(workflow, subject.leaves)) expect(nextAlarm(subject)).toBeUndefined();
        }
      }),
    );
  });
});

describe("several hands", () => {
  const office: Worker = { id: "office", name: "律师事务所" };
  const lawyer: Worker = { id: "lawyer", name: "律师", bodyId: "office" };

  it("lets whoever is invited join in their part, and waits for all parts", () => {
    const invited = after(after(start(), "join"), "invite", now, { who: [office] });
    expect(invited.offered).toEqual([{ ...office, part: "assist", as: "law" }]);
    expect(attempt(invited, "whenAll")).toEqual({ ok: false, why: "guard" });
    const joined = after(invited, "join", now, {}, lawyer);
    expect(joined.offered).toEqual([]);
    expect(joined.handlers).toEqual([me, { ...lawyer, part: "assist", as: "law" }]);
    expect(attempt(joined, "whenAll")).toEqual({ ok: false, why: "guard" });
    const done = after(joined, "part", later(1), {}, lawyer);
    expect(done.handlers[1]?.doneAt).toBe(later(1).toISOString());
    expect(after(done, "whenAll").leaves).toEqual(["ended"]);
  });

  it("invites nobody twice", () => {
    const twice = after(after(start(), "invite", now, { who: [office] }), "invite", now, { who: [office] });
    expect(twice.offered).toHaveLength(1);
  });

  it("asks for one sub-case for each body, and goes on when none is open", () => {
    const outcome = attempt(start(), "divide", now, { to: [office, { id: "b", name: "乙" }], words: "查一下" });
    expect(outcome.ok && outcome.step.opens).toEqual([
      { workflow: "w", category: "c", words: "查一下", to: office },
      { workflow: "w", category: "c", words: "查一下", to: { id: "b", name: "乙" } },
    ]);
    expect(attempt({ ...start(), openSubCases: 1 }, "whenEnded")).toEqual({ ok: false, why: "guard" });
    expect(after(start(), "whenEnded").leaves).toEqual(["ended"]);
  });
});

describe("figures", () => {
  const metric = (when: object[]) => Metric.parse({ label: "数", definition: "数", count: { what: "cases", when } });

  it("count a case where every condition holds, as it stands now", () => {
    const metrics = {
      all: metric([]),
      open: metric([{ name: "ended", value: false }]),
      firing: metric([{ name: "in", anyOf: ["checking.fire"] }]),
      punctual: metric([{ name: "is", fact: "begunInTime", value: true }]),
      other: metric([{ name: "workflow", anyOf: ["other"] }]),
      grids: Metric.parse({ label: "网格", definition: "网格", count: { what: "nodes", tiers: ["grid"] } }),
    };
    const counted = (subject: Subject) => countedIn(metrics, subject, isEnded(workflow, subject.leaves));
    expect(counted(start())).toEqual(["all", "open"]);
    expect(counted(checking())).toEqual(["all", "open", "firing", "punctual"]);
    expect(counted(after(checking(), "stop"))).toEqual(["all", "punctual"]);
  });
});
