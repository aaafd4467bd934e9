import { officeCalendar } from "@ginkgo/packs/base/calendar.ts";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addWorkingMinutes, durationBefore, workingDayMinutes, workingMinutesBetween } from "./calendar.ts";

const beijing = (text: string) => new Date(`${text}+08:00`);
const add = (from: string, minutes: number) => addWorkingMinutes(officeCalendar, beijing(from), minutes);

describe("working time", () => {
  it("runs through the midday break", () => {
    expect(add("2026-11-23T11:30", 60)).toEqual(beijing("2026-11-23T14:30"));
  });

  it("stands still over a weekend", () => {
    expect(add("2026-11-20T17:00", 120)).toEqual(beijing("2026-11-23T09:30"));
  });

  it("stands still over the National Day holiday", () => {
    expect(add("2026-09-30T17:30", 60).getTime()).toBeGreaterThan(beijing("2026-10-07T23:59").getTime());
  });

  it("runs on a make-up working Sunday", () => {
    // 2026-09-20 is worked in place of a day of the National Day holiday, as published for 2026.
    expect(workingMinutesBetween(officeCalendar, beijing("2026-09-20T08:30"), beijing("2026-09-20T12:00"))).toBe(210);
  });

  it("starts with the next working period when begun at night", () => {
    expect(add("2026-11-23T22:00", 1)).toEqual(beijing("2026-11-24T08:31"));
  });

  it("leaves as much before a warning as was asked for", () => {
    const due = add("2026-11-23T09:00", 600);
    const warn = durationBefore(officeCalendar, beijing("2026-11-23T09:00"), due, { workingHours: 2 });
    expect(workingMinutesBetween(officeCalendar, warn, due)).toBe(120);
  });

  const moment = fc.date({ min: beijing("2024-01-01T00:00"), max: beijing("2026-12-01T00:00"), noInvalidDate: true });

  it("adds up: after n working minutes, n working minutes have passed", () => {
    fc.assert(
      fc.property(moment, fc.integer({ min: 1, max: 5 * workingDayMinutes(officeCalendar) }), (from, minutes) => {
        expect(
          Math.abs(
            workingMinutesBetween(officeCalendar, from, addWorkingMinutes(officeCalendar, from, minutes)) - minutes,
          ),
        ).toBeLessThanOrEqual(1);
      }),
      { numRuns: 200 },
    );
  });

  it("never ends earlier for more minutes", () => {
    fc.assert(
      fc.property(moment, fc.nat(2000), fc.nat(2000), (from, a, b) => {
        const [less, more] = a < b ? [a, b] : [b, a];
        expect(addWorkingMinutes(officeCalendar, from, more).getTime()).toBeGreaterThanOrEqual(
          addWorkingMinutes(officeCalendar, from, less).getTime(),
        );
      }),
      { numRuns: 200 },
    );
  });

  it("never warns after the limit, even where that ends at night", () => {
    const [evening, due] = [beijing("2026-11-23T18:46"), beijing("2026-11-23T20:46")];
    expect(durationBefore(officeCalendar, evening, due, { workingHours: 1 })).toEqual(due);
  });
});
