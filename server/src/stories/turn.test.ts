import { describe, expect, it } from "vitest";
import { largestShare, shareOf } from "./turn.ts";

describe("counts at full size", () => {
  it("are shared out over all tellings and add up", () => {
    const shares = Array.from({ length: 265 }, (_, index) => shareOf({ small: 3, full: 7759 }, { index, of: 265 }));
    expect(shares.reduce((sum, one) => sum + one, 0)).toBe(7759);
    expect(Math.max(...shares)).toBe(largestShare({ small: 3, full: 7759 }, 265));
    expect(Math.min(...shares)).toBe(29);
  });

  it("are small in a telling by itself, and as they are where only one is given", () => {
    expect(shareOf({ small: 3, full: 7759 }, { index: 0 })).toBe(3);
    expect(shareOf(8, { index: 4, of: 5 })).toBe(8);
  });
});
