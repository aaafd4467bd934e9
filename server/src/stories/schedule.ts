/** Many stories on one clock: whose next step comes when. Pure. */

export interface Turn<T> {
  readonly at: number;
  readonly value: T;
}

interface Entry<T> extends Turn<T> {
  /** Order of entering decides between equal moments. */
  readonly order: number;
}

export interface Queue<T> {
  push(turn: Turn<T>): void;
  /** The earliest moment, and everything that stands at it. */
  popMoment(): { readonly at: number; readonly values: readonly T[] } | undefined;
  readonly size: number;
}

const before = <T>(a: Entry<T>, b: Entry<T>): boolean => a.at < b.at || (a.at === b.at && a.order < b.order);

/** A binary heap. */
export const createQueue = <T>(): Queue<T> => {
  const heap: Entry<T>[] = [];
  let entered = 0;

  const entry = (index: number): Entry<T> => heap[index] as Entry<T>;
  const swap = (a: number, b: number) => {
    const kept = entry(a);
    heap[a] = entry(b);
    heap[b] = kept;
  };
  const rise = (from: number) => {
    for (let i = from; i > 0; ) {
      const parent = (i - 1) >> 1;
      if (!before(entry(i), entry(parent))) return;
      swap(i, parent);
      i = parent;
    }
  };
  const sink = () => {
    for (let i = 0; ; ) {
      const children = [2 * i + 1, 2 * i + 2].filter((child) => child < heap.length);
      const least = children.reduce((best, child) => (before(entry(child), entry(best)) ? child : best), i);
      if (least === i) return;
      swap(i, least);
      i = least;
    }
  };
  const pop = (): Entry<T> => {
    const top = entry(0);
    const last = heap.pop() as Entry<T>;
    if (heap.length > 0) {
      heap[0] = last;
      sink();
    }
    return top;
  };

  return {
    push: (turn) => {
      heap.push({ ...turn, order: entered++ });
      rise(heap.length - 1);
    },
    popMoment: () => {
      if (heap.length === 0) return undefined;
      const { at } = entry(0);
      const values: T[] = [];
      while (heap.length > 0 && entry(0).at === at) values.push(pop().value);
      return { at, values };
    },
    get size() {
      return heap.length;
    },
  };
};

/** When an episode takes its next step; `undefined`: it is over. Called after the step before has been taken. */
export interface Course {
  readonly startsAt: number;
  nextAt(now: number): number | undefined;
}

/** Takes every step of all courses in order of time, those of one moment side by side, `width` at a time. */
export const runCourses = async <C extends Course>(
  courses: readonly C[],
  width: number,
  moveTo: (at: number, courses: readonly C[]) => Promise<void>,
  step: (course: C) => Promise<void>,
): Promise<void> => {
  const queue = createQueue<C>();
  for (const course of courses) queue.push({ at: course.startsAt, value: course });
  for (let moment = queue.popMoment(); moment; moment = queue.popMoment()) {
    const { at, values } = moment;
    await moveTo(at, values);
    const waiting = [...values];
    const work = async () => {
      for (let course = waiting.shift(); course; course = waiting.shift()) {
        await step(course);
        const next = course.nextAt(at);
        if (next !== undefined) queue.push({ at: Math.max(next, at), value: course });
      }
    };
    await Promise.all(Array.from({ length: Math.min(width, values.length) }, work));
  }
};
