import type { Story } from "@ginkgo/packs/story.ts";
import { Calendar } from "@ginkgo/shared/pack/schema.ts";
import { describe, expect, it } from "vitest";
import { addSpan, clockText, localTime, startsOver, timesOf } from "./times.ts";

const calendar = Calendar.parse({
  timezone: "Asia/Shanghai",
  hours: [
    ["09:00", "12:00"],
    ["13:00", "18:00"],
  ],
  holidays: "china",
  workdays: [1, 2, 3, 4, 5],
});
const story = (starts: string, days: number) =>
  ({ starts, steps: [{ do: "wait", after: { days } }] }) as unknown as Story;
const weekday = (time: Date) => new Date(time.getTime() + 8 * 3_600_000).getUTCDay();

describe("times of a story", () => {
  it("working time stands still at noon and at night, hours and days do not", () => {
    const morning = localTime("2025-03-03 11:30");
    expect(clockText(addSpan(calendar, morning, { workingMinutes: 60 }))).toBe("03-03 13:30");
    expect(clockText(addSpan(calendar, morning, { hours: 1 }))).toBe("03-03 12:30");
    expect(clockText(addSpan(calendar, morning, { days: 1 }))).toBe("03-04 11:30");
    expect(clockText(addSpan(calendar, morning, undefined))).toBe("03-03 11:30");
  });

  it("a step without a time of its own comes with the one before", () => {
    const steps = [
      { do: "wait", after: { hours: 2 } },
      { do: "see", as: "a", case: "b" },
    ] as const;
    expect(timesOf(calendar, localTime("2025-03-03 09:00"), steps).map(clockText)).toEqual([
      "03-03 11:00",
      "03-03 11:00",
    ]);
  });

  it("a time that is none is refused", () => {
    expect(() => localTime("spring")).toThrow("spring");
  });
});

describe("a year of starts", () => {
  it("gives as many as asked, in order, through the year, at the story's hour and on its weekday", () => {
    const starts = startsOver(calendar, story("2025-03-03 09:00", 2), 500);
    expect(starts).toHaveLength(500);
    expect(starts).toEqual(starts.toSorted((a, b) => a.getTime() - b.getTime()));
    expect(new Set(starts.map(weekday))).toEqual(new Set([1]));
    expect(new Set(starts.map((time) => clockText(time).slice(6)))).toEqual(new Set(["09:00"]));
    expect(new Set(starts.map((time) => clockText(time).slice(0, 2))).size).toBeGreaterThanOrEqual(10);
  });

  it("leaves out days around which holidays would change what is late", () => {
    const days = new Set(
      startsOver(calendar, story("2025-03-03 09:00", 2), 500).map((time) => clockText(time).slice(0, 5)),
    );
    // National Day: 1 to 8 October 2025.
    for (const day of ["09-29", "10-06"]) expect(days).not.toContain(day);
    expect(days).toContain("03-03");
  });

  it("takes the story's own day when the year has none like it", () => {
    expect(startsOver(calendar, story("2025-01-26 09:00", 20), 2).map(clockText)).toEqual([
      "01-26 09:00",
      "01-26 09:00",
    ]);
  });
});
