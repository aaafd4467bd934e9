/** Starts and stops the server process; what it logs are errors, and they stand in the report's place when it fails. */
import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { ServerSettings } from "../server-process.ts";
import { onStop } from "./clean-up.ts";
import type { Stage } from "./stage.ts";

export interface Server {
  readonly origin: string;
  readonly pid: number;
  /** What the server has logged: errors only. */
  readonly errors: readonly string[];
  stop(): Promise<void>;
}

const program = fileURLToPath(new URL("../server-process.ts", import.meta.url));
const keptLines = 200;

export const startServer = async (stage: Stage, profile?: string): Promise<Server> => {
  const execArgv = profile ? ["--cpu-prof", `--cpu-prof-dir=${profile}`] : [];
  const child = fork(program, { execArgv, stdio: ["ignore", "pipe", "pipe", "ipc"] });
  const errors: string[] = [];
  const keep = (chunk: Buffer) => {
    errors.push(...chunk.toString().split("\n").filter(Boolean));
    errors.splice(0, Math.max(0, errors.length - keptLines));
  };
  child.stdout?.on("data", keep);
  child.stderr?.on("data", keep);
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const stop = async () => {
    if (child.connected) child.send("stop");
    const patience = setTimeout(() => child.kill("SIGKILL"), 20_000);
    await ended;
    clearTimeout(patience);
  };
  onStop(stop);
  const { urls, dataDir, secrets } = stage;
  child.send({ urls, dataDir, secrets } satisfies ServerSettings);
  const origin = await new Promise<string>((resolve, reject) => {
    child.once("message", (message) => resolve((message as { origin: string }).origin));
    child.once("exit", () => reject(new Error(`the server did not start:\n${errors.join("\n")}`)));
  });
  return { origin, pid: child.pid ?? 0, errors, stop };
};
