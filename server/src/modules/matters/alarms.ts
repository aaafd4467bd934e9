/** The clock's own work on matters: warnings, and what happens by itself when a limit has passed. Timers are rows. */
import { timedAt, workflowOf } from "@ginkgo/shared/pack/states.ts";
import { nextAlarm } from "../workflow/index.ts";
import type { MattersDeps } from "./deps.ts";
import type { Moving } from "./moving.ts";
import { findMatter } from "./repo.ts";
import { dropTimer, lockDueMatter, postponeTimer } from "./timers.ts";

const postponeMinutes = 10;

export const createAlarms = ({ db, clock, packs, log }: MattersDeps, moving: Moving) => {
  /** One timer, one transaction. Answers whether one was due. */
  const ringNext = (tenant: string, seen: (id: string) => void): Promise<boolean> =>
    db.inTenant(tenant, async (tx) => {
      const id = await lockDueMatter(tx, clock.now());
      if (!id) return false;
      seen(id);
      const one = await findMatter(tx, id);
      const alarm = one && !one.ended ? nextAlarm(one.subject) : undefined;
      if (!one || !alarm) {
        await dropTimer(tx, id);
        return true;
      }
      if (alarm.at > clock.now()) {
        await postponeTimer(tx, id, alarm.at);
        return true;
      }
      // After a long stop both may be due; then only what counts now is said.
      const dueAt = one.subject.clocks[alarm.path]?.dueAt;
      const kind = alarm.kind === "late" || (dueAt && dueAt <= clock.now()) ? "late" : "warn";
      const noted = await moving.noteByClock(tx, one, { ...alarm, kind });
      if (kind === "late") {
        const workflow = workflowOf(await packs.at(tenant, one.packVersion), one.subject.workflow);
        const action = timedAt(workflow, alarm.path).limit?.triggers;
        if (action) await moving.actByItself(tx, noted, action);
      }
      return true;
    });

  /** A matter whose clock cannot be handled is put off and reported; it does not hold up the others. */
  const ring = async (tenant: string): Promise<boolean> => {
    let id: string | undefined;
    try {
      return await ringNext(tenant, (found) => {
        id = found;
      });
    } catch (error) {
      if (!id) throw error;
      const stuck = id;
      log.error({ err: error, matterId: stuck }, "a time limit could not be handled; trying again later");
      const until = new Date(clock.now().getTime() + postponeMinutes * 60_000);
      await db.inTenant(tenant, (tx) => postponeTimer(tx, stuck, until));
      return true;
    }
  };

  return {
    /** Rings every timer that is due; answers how many. */
    sweep: async (): Promise<number> => {
      let rung = 0;
      for (const { tenant } of await packs.tenants()) while (await ring(tenant)) rung++;
      return rung;
    },
  };
};
