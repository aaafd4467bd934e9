/** Decides a round beside the server: a county's takes a while, and nobody's page waits for it. */
import { parentPort, workerData } from "node:worker_threads";
import { decide } from "./decide.ts";
import type { RoundInput } from "./model.ts";

const result = await decide(workerData as RoundInput, (stage) => parentPort?.postMessage({ stage }));
parentPort?.postMessage({ result });
