/** Processor time of processes, read from /proc: says whose work limits a rate. Elsewhere than on Linux there is none. */
import { readFileSync } from "node:fs";

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

const childrenOf = (pid: number): number[] => read(`/proc/${pid}/task/${pid}/children`).split(" ").filter(Boolean).map(Number);

export interface CpuTimes {
  readonly server: number;
  readonly postgres: number;
  readonly client: number;
}

export const readCpu = (serverPid: number | undefined, postgresPid: number): CpuTimes => ({
  server: serverPid === undefined ? 0 : processMs(serverPid, true),
  postgres: childrenOf(postgresPid).reduce((sum, pid) => sum + processMs(pid, false), processMs(postgresPid, true)),
  client: processMs(process.pid, false),
});

export const cpuBetween = (before: CpuTimes, after: CpuTimes): CpuTimes => ({
  server: after.server - before.server,
  postgres: after.postgres - before.postgres,
  client: after.client - before.client,
});
