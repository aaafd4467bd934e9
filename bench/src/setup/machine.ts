/** What the figures were measured on: without it they mean nothing. */
import { availableParallelism, cpus, totalmem } from "node:os";
import type { Json } from "../report.ts";
import type { Stage } from "./stage.ts";

export const describeHardware = (): { readonly [name: string]: Json } => ({
  date: new Date().toISOString().slice(0, 16),
  cpu: cpus()[0]?.model.trim() ?? "unknown",
  cpus: availableParallelism(),
  memoryGb: Math.round(totalmem() / 2 ** 30),
  node: process.version,
});

export const describeMachine = async (stage: Stage): Promise<{ readonly [name: string]: Json }> => {
  const [row] = await stage.ask<{ version: string }>("select current_setting('server_version') as version");
  return { ...describeHardware(), postgres: row?.version ?? "unknown" };
};
