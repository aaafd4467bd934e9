import { describe, expect, it } from "vitest";
import { Refusal } from "../../platform/problem.ts";
import { checkSteps, dayOf, instantOf, periodOf, stepsOf, within } from "./period.ts";

/** 23:30 in London is the next morning in China. */
const now = new Date("2026-11-22T16:30:00Z");

const refused = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    if (error instanceof Refusal) return error.errors?.[0]?.path ?? "";
    throw error;
  }
  return "";
};

describe("periods", () => {
  it("are days in China, whatever the machine's clock says", () => {
    expect(dayOf(now)).toBe("2026-11-23");
    expect(instantOf("2026-11-23").toISOString()).toBe("2026-11-22T16:00:00.000Z");
  });

  it("default to the current year, and to today where only the beginning is given", () => {
    expect(periodOf({}, now)).toEqual({ from: "2026-01-01", to: "2027-01-01" });
    expect(periodOf({ from: "2025-06-01" }, now)).toEqual({ from: "2025-06-01", to: "2026-11-24" });
    expect(periodOf({ to: "2026-01-01" }, now)).toEqual({ from: "2025-01-01", to: "2026-01-01" });
  });

  it("are refused when they are empty, backwards, too long or out of this world", () => {
    expect(refused(() => periodOf({ from: "2026-05-01", to: "2026-05-01" }, now))).toBe("from");
    expect(refused(() => periodOf({ from: "2026-05-02", to: "2026-05-01" }, now))).toBe("from");
    expect(refused(() => periodOf({ from: "2023-05-01", to: "2026-05-02" }, now))).toBe("to");
    expect(periodOf({ from: "2023-05-01", to: "2026-05-01" }, now).to).toBe("2026-05-01");
    expect(refused(() => periodOf({ from: "0001-01-01", to: "0001-02-01" }, now))).toBe("from");
    expect(refused(() => periodOf({ from: "2098-01-01", to: "2100-01-02" }, now))).toBe("to");
    expect(refused(() => checkSteps("day", { from: "2025-01-01", to: "2026-11-01" }))).toBe("by");
  });

  it("are cut into steps without gaps, and not beyond today", () => {
    const year = { from: "2026-01-01", to: "2027-01-01" };
    expect(stepsOf("month", year, now)).toHaveLength(11);
    expect(stepsOf("month", { from: "2025-11-15", to: "2026-02-02" }, now)).toEqual([
      "2025-11-01",
      "2025-12-01",
      "2026-01-01",
      "2026-02-01",
    ]);
    expect(stepsOf("week", { from: "2026-11-01", to: "2026-12-01" }, now)).toEqual([
      "2026-10-26",
      "2026-11-02",
      "2026-11-09",
      "2026-11-16",
      "2026-11-23",
    ]);
    expect(within("week", "2026-10-26", { from: "2026-11-01", to: "2026-12-01" })).toEqual({
      from: "2026-11-01",
      to: "2026-11-02",
    });
  });
});
