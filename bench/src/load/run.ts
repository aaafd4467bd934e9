/** Closed-loop load: so many clients, each doing one thing after the other, measured after a warm-up. */
import { performance } from "node:perf_hooks";
import { round } from "../report.ts";

export interface Latency {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}

export interface LoadResult {
  readonly perSecond: number;
  /** How many ended inside the measured time. */
  readonly done: number;
  readonly latency: Latency;
}

export const latencyOf = (milliseconds: readonly number[]): Latency => {
  const sorted = Float64Array.from(milliseconds).sort();
  const at = (share: number): number =>
    round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0, 2);
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) };
};

export interface LoadPlan {
  readonly clients: number;
  readonly warmUpSeconds: number;
  readonly seconds: number;
  /** One piece of work; answers false when there is nothing left to work on. */
  readonly unit: (client: number) => Promise<boolean>;
  /** Called once when the measured time begins and once when it ends. */
  readonly onEdge?: (edge: "begin" | "end") => void;
}

export const runLoad = async ({ clients, warmUpSeconds, seconds, unit, onEdge }: LoadPlan): Promise<LoadResult> => {
  const start = performance.now();
  const begin = start + warmUpSeconds * 1000;
  const latencies: number[] = [];
  let end = begin + seconds * 1000;
  const edges = new Set<"begin" | "end">();
  const reach = (edge: "begin" | "end") => {
    if (!edges.has(edge)) onEdge?.(edge);
    edges.add(edge);
  };
  const timers = [
    setTimeout(() => reach("begin"), warmUpSeconds * 1000),
    setTimeout(() => reach("end"), (warmUpSeconds + seconds) * 1000),
  ];

  const client = async (number: number) => {
    for (;;) {
      const before = performance.now();
      if (before >= end) return;
      if (!(await unit(number))) {
        // Nothing left: the time measured ends here for everyone.
        end = Math.min(end, performance.now());
        return;
      }
      const after = performance.now();
      if (after >= begin && after < end) latencies.push(after - before);
    }
  };
  try {
    await Promise.all(Array.from({ length: clients }, (_, number) => client(number)));
  } finally {
    for (const timer of timers) clearTimeout(timer);
    reach("end");
  }
  return {
    perSecond: latencies.length / ((end - begin) / 1000),
    done: latencies.length,
    latency: latencyOf(latencies),
  };
};
