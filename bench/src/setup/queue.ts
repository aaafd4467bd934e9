/** The job queue as the owner sees it: what is still to be delivered. */
import { performance } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import type { Stage } from "./stage.ts";

const jobs = "graphile_worker._private_jobs";

/** Jobs of the clock (`cases.alarms` and the like) come back for ever; only deliveries count. */
const deliveries = `${jobs} j
  join graphile_worker._private_tasks t on t.id = j.task_id and t.identifier = 'cases.deliver'`;

export const deliveriesLeft = async ({ ask }: Stage): Promise<number> =>
  (await ask<{ count: number }>(`select count(*) from ${deliveries}`))[0]?.count ?? 0;

/** Deliveries that have failed at least once and wait for their next attempt. */
export const failedDeliveries = ({ ask }: Stage): Promise<{ last_error: string }[]> =>
  ask(`select j.last_error from ${deliveries} where j.last_error is not null limit 5`);

/**
 * So that no phase pays for what an earlier one has left behind. What has been locked for longer than a delivery takes
 * is locked by a server that has stopped.
 */
export const dropDeliveries = async (stage: Stage): Promise<void> => {
  for (let i = 0; i < 200; i++) {
    await stage.ask(`delete from ${jobs} where locked_at is null or locked_at < now() - interval '1 second'`);
    if ((await deliveriesLeft(stage)) === 0) return;
    await sleep(50);
  }
};

/** Waits until all has been delivered; answers how long that took, and what was left when patience ended. */
export const waitForDeliveries = async (
  stage: Stage,
  patienceSeconds: number,
): Promise<{ seconds: number; left: number }> => {
  const start = performance.now();
  const seconds = () => (performance.now() - start) / 1000;
  let left = await deliveriesLeft(stage);
  while (left > 0 && seconds() < patienceSeconds) {
    await sleep(250);
    left = await deliveriesLeft(stage);
  }
  return { seconds: seconds(), left };
};
