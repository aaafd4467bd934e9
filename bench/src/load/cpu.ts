/**
 * Processor time of processes, read from /proc: says whose work limits a rate. Elsewhere than on Linux there is none.
 */
import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { performance } from "node:perf_hooks";

const ticksPerSecond = 100;

const read = (path: string): string => {
  try {
    return readFileSync(path, "utf8");
  } catch {
    // Ended meanwhile, or not Linux.
    return "";
  }
};

/** Milliseconds of a process; with `ended`, of the children it has outlived as well. */
const processMs = (pid: number, ended: boolean): number => {
  // The name stands in parentheses and may hold spaces; the fields are counted after it.
  const fields = read(`/proc/${pid}/stat`).split(") ")[1]?.split(" ") ?? [];
  const ticks = [11, 12, ...(ended ? [13, 14] : [])].reduce((sum, i) => sum + Number(fields[i] ?? 0), 0);
  return (ticks * 1000) / ticksPerSecond;
};

const childrenOf = (pid: number): number[] =>
  read(`/proc/${pid}/task/${pid}/children`).split(" ").filter(Boolean).map(Number);

export interface CpuTimes {
  readonly server: number;
  readonly postgres: number;
  /** This process and what it has run to its end, such as pgbench. */
  readonly client: number;
  /** Everything that runs on this machine. */
  readonly all: number;
  /** What all processors together could have worked. */
  readonly possible: number;
}

const machineMs = (): number => {
  // user nice system idle iowait irq softirq steal; what the host took away counts as others' work.
  const fields = read("/proc/stat").split("\n")[0]?.split(/\s+/).slice(1).map(Number) ?? [];
  return ([0, 1, 2, 5, 6, 7].reduce((sum, i) => sum + (fields[i] ?? 0), 0) * 1000) / ticksPerSecond;
};

export const readCpu = (serverPid: number | undefined, postgresPid: number): CpuTimes => ({
  server: serverPid === undefined ? 0 : processMs(serverPid, true),
  postgres: childrenOf(postgresPid).reduce((sum, pid) => sum + processMs(pid, false), processMs(postgresPid, true)),
  client: processMs(process.pid, true),
  all: machineMs(),
  possible: performance.now() * availableParallelism(),
});

export const cpuBetween = (before: CpuTimes, after: CpuTimes): CpuTimes => ({
  server: after.server - before.server,
  postgres: after.postgres - before.postgres,
  client: after.client - before.client,
  all: after.all - before.all,
  possible: after.possible - before.possible,
});

/** How much of the machine others have used meanwhile: a phase with much of it says little. */
export const othersShare = ({ server, postgres, client, all, possible }: CpuTimes): number =>
  Math.max(0, all - server - postgres - client) / Math.max(1, possible);
