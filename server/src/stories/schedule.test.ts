/** Many stories on one clock: time never goes back, and nobody's steps are lost, doubled or taken out of order. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Course, createQueue, runCourses } from "./schedule.ts";

interface Taken {
  readonly course: number;
  readonly step: number;
  readonly clock: number;
}

interface Counted extends Course {
  readonly index: number;
  readonly times: readonly number[];
  next: number;
}

const courseOf = (gaps: readonly number[], index: number): Counted => {
  let now = 0;
  const times = gaps.map((gap) => (now += gap));
  return {
    index,
    times,
    next: 0,
    startsAt: times[0] ?? 0,
    nextAt() {
      return this.times[this.next];
    },
  };
};

const play = async (plan: readonly (readonly number[])[], width: number) => {
  const taken: Taken[] = [];
  const clock = { now: -1, moves: [] as number[], busy: 0, widest: 0 };
  await runCourses(
    plan.map(courseOf),
    width,
    async (at) => {
      expect(clock.busy).toBe(0);
      clock.now = at;
      clock.moves.push(at);
    },
    async (course) => {
      clock.widest = Math.max(clock.widest, ++clock.busy);
      taken.push({ course: course.index, step: course.next++, clock: clock.now });
      await Promise.resolve();
      clock.busy--;
    },
  );
  return { taken, clock };
};

const gaps = fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 6 });

describe("courses on one clock", () => {
  it("every step once, in the order of its course, at its own time", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(gaps, { maxLength: 12 }), fc.integer({ min: 1, max: 4 }), async (plan, width) => {
        const { taken, clock } = await play(plan, width);
        for (const [index, course] of plan.entries()) {
          const own = taken.filter((one) => one.course === index);
          expect(own.map(({ step }) => step)).toEqual(course.map((_, i) => i));
          expect(own.map((one) => one.clock)).toEqual(courseOf(course, index).times);
        }
        expect(clock.moves).toEqual(clock.moves.toSorted((a, b) => a - b));
        expect(clock.widest).toBeLessThanOrEqual(width);
      }),
    );
  });

  it("steps of one moment go side by side", async () => {
    const { clock } = await play(
      Array.from({ length: 10 }, () => [1]),
      4,
    );
    expect(clock.widest).toBe(4);
    expect(clock.moves).toEqual([1]);
  });
});

describe("the queue", () => {
  it("gives out moments in order, and what stands at one as it came in", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 20 })), (times) => {
        const queue = createQueue<number>();
        for (const [i, at] of times.entries()) queue.push({ at, value: i });
        const out: { at: number; values: readonly number[] }[] = [];
        for (let moment = queue.popMoment(); moment; moment = queue.popMoment()) out.push(moment);
        const moments = [...new Set(times)].toSorted((a, b) => a - b);
        expect(out).toEqual(
          moments.map((at) => ({ at, values: times.flatMap((time, i) => (time === at ? [i] : [])) })),
        );
        expect(queue.size).toBe(0);
      }),
    );
  });
});
