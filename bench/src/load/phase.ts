/** One measured phase: a rate with what it cost each process, and what it left undone. */
import { round } from "../report.ts";
import type { Cast } from "../setup/cast.ts";
import { deliveriesLeft, dropDeliveries } from "../setup/queue.ts";
import type { Server } from "../setup/server.ts";
import type { Stage } from "../setup/stage.ts";
import { cpuBetween, othersShare, readCpu } from "./cpu.ts";
import { type LoadResult, runLoad } from "./run.ts";
import type { Scene } from "./scenes.ts";

export interface Phase extends LoadResult {
  /** Milliseconds of processor time for one piece of work, deliveries included. */
  readonly cpu: { readonly server: number; readonly postgres: number; readonly client: number };
  readonly others: number;
  /** Deliveries that were still to be done when the time was over. */
  readonly backlog: number;
}

export interface Bench {
  readonly stage: Stage;
  readonly cast: Cast;
  readonly scene: () => Scene;
  readonly numbers: Set<string>;
  submitted: number;
}

export const measure = async (
  bench: Bench,
  server: Server,
  clients: number,
  seconds: number,
  warmUp: number,
  unit: () => Promise<string | undefined>,
): Promise<Phase> => {
  const { stage, numbers } = bench;
  await dropDeliveries(stage);
  await stage.ask("checkpoint");
  const read = () => readCpu(server.pid, stage.postgresPid);
  let [from, to] = [read(), read()];
  const result = await runLoad({
    clients,
    seconds,
    warmUpSeconds: warmUp,
    unit: async () => {
      const no = await unit();
      if (no === undefined) return false;
      bench.submitted++;
      numbers.add(no);
      return true;
    },
    onEdge: (edge) => {
      if (edge === "begin") from = read();
      else to = read();
    },
  });
  const total = cpuBetween(from, to);
  const each = (ms: number) => round(ms / Math.max(1, result.done), 2);
  return {
    ...result,
    cpu: { server: each(total.server), postgres: each(total.postgres), client: each(total.client) },
    others: othersShare(total),
    backlog: await deliveriesLeft(stage),
  };
};
