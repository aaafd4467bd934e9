import { Worker } from "node:worker_threads";
import type { RoundInput, RoundResult } from "./model.ts";

interface Message {
  readonly stage?: string;
  readonly result?: RoundResult;
}

/** Longer than any county's round; what has not come by then never will. */
const mostMinutes = 20;

/** Decided in a thread of its own. */
export const think = (input: RoundInput, progress: (stage: string) => void): Promise<RoundResult> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./worker.ts", import.meta.url), { workerData: input });
    const timer = setTimeout(() => {
      reject(new Error("the round was not decided in time"));
      void worker.terminate();
    }, mostMinutes * 60_000);
    worker.on("message", ({ stage, result }: Message) => {
      if (stage !== undefined) progress(stage);
      if (result !== undefined) resolve(result);
    });
    worker.on("error", reject);
    worker.on("exit", () => {
      clearTimeout(timer);
      // After a result this changes nothing.
      reject(new Error("the round ended without a result"));
    });
  });
