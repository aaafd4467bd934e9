import { percentText } from "@ginkgo/shared/api/figures.ts";
import { Pack } from "@ginkgo/shared/pack/schema.ts";
import { describe, expect, it } from "vitest";
import { type Slice, tally } from "./tally.ts";

const counted = { what: "cases", when: [] };
const metrics = Pack.shape.metrics.parse({
  sent: { label: "已派", definition: "派出过", count: counted },
  taken: { label: "按时接", definition: "按时接单", count: counted },
  refused: { label: "未受理", definition: "未受理", count: counted },
  hours: { label: "时长", definition: "服务时长", count: { what: "sum", fact: "hours", when: [] } },
});
const rates = Pack.shape.rates.parse([
  { id: "response", label: "响应率", definition: "…", counts: "taken", of: "sent", excludes: ["refused"] },
]);

const slice = (metricIds: string[], cases: number, hours = 0): Slice => ({
  metrics: new Set(metricIds),
  cases,
  sums: { hours },
});

const ratesOf = (...slices: Slice[]) => tally({ metrics, rates }, slices).rates.response;

describe("rates", () => {
  it("count in the numerator only what is in the denominator as well", () => {
    expect(ratesOf(slice(["sent", "taken"], 3), slice(["sent"], 1), slice(["taken"], 5))).toMatchObject({
      numerator: 3,
      denominator: 4,
      value: 0.75,
    });
  });

  it("leave out what the pack excludes, from both sides, and say how much", () => {
    expect(ratesOf(slice(["sent", "taken"], 3), slice(["sent", "taken", "refused"], 2), slice(["refused"], 4))).toEqual(
      {
        numerator: 3,
        denominator: 3,
        value: 1,
        excluded: { refused: 6 },
        small: true,
      },
    );
  });

  it("have no value without cases, and are marked below ten", () => {
    expect(ratesOf()).toEqual({ numerator: 0, denominator: 0, value: null, excluded: { refused: 0 }, small: true });
    expect(ratesOf(slice(["sent"], 9))?.small).toBe(true);
    expect(ratesOf(slice(["sent"], 10))?.small).toBe(false);
  });
});

describe("sums", () => {
  it("add the fact of the cases that count in the metric only", () => {
    const { values } = tally({ metrics, rates }, [
      slice(["hours"], 2, 5),
      slice(["hours", "sent"], 1, 1.5),
      slice([], 3, 9),
    ]);
    expect(values).toMatchObject({ hours: 6.5, sent: 1 });
  });
});

describe("a percentage", () => {
  it("is rounded, but says all or nothing only where it is so", () => {
    expect([0, 0.0001, 0.5, 32 / 36, 0.9999, 1, null].map(percentText)).toEqual([
      "0.0%",
      "0.1%",
      "50.0%",
      "88.9%",
      "99.9%",
      "100.0%",
      "—",
    ]);
  });
});
