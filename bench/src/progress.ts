/** What is being done, on standard error, with the time since the start: standard output holds results only. */
import { performance } from "node:perf_hooks";

export const progress = (text: string): void => {
  console.error(`${(performance.now() / 1000).toFixed(1).padStart(7)} s  ${text}`);
};
