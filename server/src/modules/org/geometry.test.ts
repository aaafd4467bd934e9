import { places } from "@ginkgo/packs/index.ts";
import type { Position } from "@ginkgo/shared/api/common.ts";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { overlap, ringProblem } from "./geometry.ts";

const [place] = places;
const grids = (place?.tree().area ?? []).filter(({ tier }) => tier === "grid");

describe("outlines", () => {
  const square = (x: number, y: number, size = 0.01): Position[] => [
    [x, y],
    [x + size, y],
    [x + size, y + size],
    [x, y + size],
    [x, y],
  ];

  it("are sound for every grid of a shipped place, and no two share ground", () => {
    const rings = grids.flatMap(({ name, polygon }) => (polygon ? [{ name, polygon }] : []));
    expect(rings.filter(({ polygon }) => ringProblem(polygon)).map(({ name }) => name)).toEqual([]);
    const pairs = rings.flatMap((a, i) =>
      rings
        .slice(i + 1)
        .filter((b) => overlap(a.polygon, b.polygon))
        .map((b) => [a.name, b.name]),
    );
    expect(pairs).toEqual([]);
  });

  it("that cross, fold back, stay open or are nothing at all are refused", () => {
    expect(ringProblem(square(0, 0))).toBeUndefined();
    expect(ringProblem(square(0, 0).toReversed())).toBeUndefined();
    expect(
      ringProblem([
        [0, 0],
        [0.01, 0.01],
        [0.01, 0],
        [0, 0.01],
        [0, 0],
      ]),
    ).toContain("相交");
    expect(
      ringProblem([
        [0, 0],
        [0.01, 0],
        [0.01, 0.01],
        [0, 0.01],
      ]),
    ).toContain("没有闭合");
    expect(
      ringProblem([
        [0, 0],
        [0.01, 0],
        [0.01, 0],
        [0.01, 0.01],
        [0, 0],
      ]),
    ).toContain("重合");
    expect(
      ringProblem([
        [0, 0],
        [0.01, 0],
        [0.005, 0],
        [0, 0],
      ]),
    ).toContain("折回");
    expect(
      ringProblem([
        [0, 0],
        [0.02, 0],
        [0.01, 0.01],
        [0.01, 0],
        [0.01, -0.01],
        [0, 0],
      ]),
    ).toContain("相交");
    expect(
      ringProblem([
        [0, 0],
        [1e-7, 0],
        [1e-7, 1e-7],
        [0, 0],
      ]),
    ).toContain("面积太小");
  });

  it("overlap when they share ground, not when they share an edge, a corner or nothing", () => {
    const one = square(0, 0);
    expect(overlap(one, one)).toBe(true);
    expect(overlap(one, square(0.005, 0.005))).toBe(true);
    expect(overlap(one, square(0.002, 0.002, 0.002))).toBe(true);
    expect(overlap(square(0.002, 0.002, 0.002), one)).toBe(true);
    expect(
      overlap(
        [
          [-0.01, 0.004],
          [0.02, 0.004],
          [0.02, 0.006],
          [-0.01, 0.006],
          [-0.01, 0.004],
        ],
        one,
      ),
    ).toBe(true);
    expect(overlap(one, square(0.01, 0))).toBe(false);
    expect(overlap(one, square(0.01, 0.01))).toBe(false);
    expect(overlap(one, square(0.02, 0))).toBe(false);
    expect(overlap(one, square(0.00999, 0))).toBe(false);
    const bracket: Position[] = [
      [0, 0],
      [0.03, 0],
      [0.03, 0.03],
      [0, 0.03],
      [0, 0.02],
      [0.02, 0.02],
      [0.02, 0.01],
      [0, 0.01],
      [0, 0],
    ];
    expect(overlap(bracket, square(0.005, 0.011, 0.008))).toBe(false);
  });

  it("overlap alike in both directions and wherever they start", () => {
    const at = fc.double({ min: 0, max: 0.02, noNaN: true });
    fc.assert(
      fc.property(at, at, fc.nat(3), (x, y, turn) => {
        const [one, other] = [square(0.01, 0.01), square(x, y)];
        const turned = [...other.slice(turn, 4), ...other.slice(0, turn + 1)];
        const result = overlap(one, other);
        expect(overlap(other, one)).toBe(result);
        expect(overlap(one, turned)).toBe(result);
        const shared = (0.01 - Math.abs(x - 0.01)) * 111_195;
        const height = (0.01 - Math.abs(y - 0.01)) * 111_195;
        if (shared > 10 && height > 10) expect(result).toBe(true);
        if (shared < 2 || height < 2) expect(result).toBe(false);
      }),
    );
  });
});
