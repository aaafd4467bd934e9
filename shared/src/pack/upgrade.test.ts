import { describe, expect, it } from "vitest";
import { upgradePack } from "./upgrade.ts";

describe("upgrading a pack", () => {
  const steps = {
    1: ({ slaHours, ...rest }: Readonly<Record<string, unknown>>) => ({ ...rest, sla: { hours: slaHours } }),
    2: (old: Readonly<Record<string, unknown>>) => ({ ...old, words: {} }),
  };

  it("takes every step from its format to today's", () => {
    expect(upgradePack({ formatVersion: 1, slaHours: 4 }, steps, 3)).toEqual({
      formatVersion: 3,
      sla: { hours: 4 },
      words: {},
    });
  });

  it("leaves today's as it is and refuses one from the future", () => {
    const pack = { formatVersion: 3 };
    expect(upgradePack(pack, steps, 3)).toBe(pack);
    expect(() => upgradePack({ formatVersion: 4 }, steps, 3)).toThrow(/format 4/);
  });
});
