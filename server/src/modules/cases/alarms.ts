/** The clock's own work: warnings, escalation and what happens by itself when a limit has passed. Durable: timers are rows. */
import { timedAt } from "@ginkgo/shared/pack/states.ts";
import { rulesOf } from "../matters/index.ts";
import { nextAlarm } from "../workflow/index.ts";
import type { Act } from "./act.ts";
import type { CasesDeps } from "./deps.ts";
import { findCase } from "./repo.ts";
import { dropTimer, lockDueCase, postponeTimer } from "./timers.ts";

const postponeMinutes = 10;

export const createAlarms = ({ db, clock, packs, log }: CasesDeps, act: Act) => {
  /** One timer, one transaction. Answers which case it was, or nothing when none is due. */
  const ringNext = (tenant: string, seen: (caseId: string) => void): Promise<boolean> =>
    db.inTenant(tenant, async (tx) => {
      const caseId = await lockDueCase(tx, clock.now());
      if (!caseId) return false;
      seen(caseId);
      const one = await findCase(tx, caseId);
      const alarm = one && !one.ended ? nextAlarm(one.subject) : undefined;
      if (!one || !alarm) {
        await dropTimer(tx, caseId);
        return true;
      }
      // Put off for an earlier limit, and meanwhile the case has moved on: its clock has nothing to say yet.
      if (alarm.at > clock.now()) {
        await postponeTimer(tx, caseId, alarm.at);
        return true;
      }
      // After a long stop both may be due; then only what counts now is said.
      const dueAt = one.subject.clocks[alarm.path]?.dueAt;
      const kind = alarm.kind === "late" || (dueAt && dueAt <= clock.now()) ? "late" : "warn";
      const noted = await act.noteByClock(tx, one, { ...alarm, kind });
      if (kind === "late") {
        const { workflow } = rulesOf(await packs.at(tenant, one.packVersion), one.subject.workflow);
        const event = timedAt(workflow, alarm.path).limit?.triggers;
        if (event) await act.actByClock(tx, noted, event);
      }
      return true;
    });

  /** A case whose clock cannot be handled is put off and reported; it does not hold up the others. */
  const ring = async (tenant: string): Promise<boolean> => {
    let caseId: string | undefined;
    try {
      return await ringNext(tenant, (id) => {
        caseId = id;
      });
    } catch (error) {
      if (!caseId) throw error;
      const stuck = caseId;
      log.error({ err: error, caseId: stuck }, "a time limit could not be handled; trying again later");
      await db.inTenant(tenant, (tx) =>
        postponeTimer(tx, stuck, new Date(clock.now().getTime() + postponeMinutes * 60_000)),
      );
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
export type Alarms = ReturnType<typeof createAlarms>;
