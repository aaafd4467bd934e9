/** One server per data folder: a second start is refused instead of pulling the database away from under the first. */
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export class FolderInUse extends Error {}

const isRunning = (pid: number, started: string): boolean => {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
  // After a reboot the number may belong to another program: then its start time differs.
  return startTimeOf(pid) === started;
};

/** Field 22 of /proc/PID/stat; empty where there is no /proc. */
const startTimeOf = (pid: number): string => {
  try {
    return readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)?.split(" ")[19] ?? "";
  } catch {
    return "";
  }
};

/** Answers the function that gives the folder back. */
export const lockFolder = (dataDir: string): (() => void) => {
  const file = join(dataDir, "server.pid");
  const mine = `${process.pid} ${startTimeOf(process.pid)}`;
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      writeFileSync(file, mine, { flag: "wx" });
      return () => rmSync(file, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
    const [pid = "0", started = ""] = readFileSync(file, "utf8").split(" ");
    if (isRunning(Number(pid), started))
      throw new FolderInUse(
        `${dataDir} is in use by another Ginkgo server (process ${pid}). Stop it first, or set DATA_DIR to another folder.`,
      );
    rmSync(file, { force: true });
  }
  throw new FolderInUse(`${dataDir} is being taken by another Ginkgo server at this moment.`);
};
