/** Limits of waiting states: whom the case waits for is warned when a quarter is left; when it has passed, those above too. */
import type { Limit, TransitionInput } from "@ginkgo/shared/pack/workflow.ts";
import type { z } from "zod";

type LimitInput = z.input<typeof Limit>;
type Who = TransitionInput["by"];

interface Waiting {
  /** Whose move it is. */
  readonly waits: Who;
  /** Who else hears when the limit has passed. */
  readonly above?: Who;
  /** What is waited for, as in "“…”等待派单". */
  readonly what: string;
  /** The step the clock takes when the limit has passed. */
  readonly triggers?: string;
}

const limitOf = (within: LimitInput["within"], warnBefore: LimitInput["warnBefore"], one: Waiting): LimitInput => ({
  within,
  warnBefore,
  warn: { to: one.waits, text: `“{title}”等待${one.what}，请在 {due} 前处理。` },
  ...(one.triggers
    ? { triggers: one.triggers }
    : { late: { to: [...one.waits, ...(one.above ?? [])], text: `“{title}”超过时限还没有${one.what}，请尽快处理。` } }),
});

export const workingLimit = (hours: number, one: Waiting): LimitInput =>
  limitOf({ workingHours: hours }, { workingHours: hours / 4 }, one);

/** Round the clock. */
export const calendarLimit = (hours: number, one: Waiting): LimitInput => limitOf({ hours }, { hours: hours / 4 }, one);
