/** Activities without I/O: what the record of coming and going is worth, and what someone may do with their place. */
import type { MinutesBy, SignUpStatus } from "@ginkgo/shared/api/activities.ts";
import type { ActivityKind } from "@ginkgo/shared/pack/activities.ts";
import type { Pack } from "@ginkgo/shared/pack/schema.ts";
import { activeOf } from "@ginkgo/shared/pack/states.ts";
import type { Matter } from "../matters/index.ts";

export interface Span {
  readonly startsAt: Date;
  readonly endsAt: Date;
}

export interface Shift extends Span {
  readonly id: string;
  readonly activityId: string;
  readonly place: string;
  readonly capacity: number;
  readonly taken: number;
  readonly waiting: number;
  readonly cancelled: boolean;
  readonly sequence: number;
  readonly changedAt: Date;
}

export interface SignUp {
  readonly id: string;
  readonly shiftId: string;
  readonly activityId: string;
  readonly accountId: string;
  readonly name: string;
  readonly unitId: string | null;
  readonly status: SignUpStatus;
  readonly placeNo: number;
  readonly signedAt: Date;
  readonly inAt: Date | null;
  readonly outAt: Date | null;
  readonly inBy: "code" | "staff" | null;
  readonly outBy: "code" | "staff" | null;
  readonly codeWindow: number | null;
  readonly wrongCodes: number;
  readonly wrongAt: Date | null;
  readonly meters: number | null;
  readonly minutes: number | null;
  readonly minutesBy: MinutesBy | null;
  readonly finalAt: Date | null;
  readonly creditKey: string | null;
  readonly reason: string | null;
  readonly consents: Consents;
  readonly stars: number | null;
  readonly words: string | null;
  readonly note: string | null;
  readonly version: number;
}

/** When someone confirmed what was asked of them; answers themselves (an age) are compared and not kept. */
export interface Consents {
  readonly insuranceAt?: string;
  readonly healthAt?: string;
  readonly skillsAt?: string;
  readonly ageAt?: string;
  readonly guardianAt?: string;
  readonly overlapAt?: string;
}

const minute = 60_000;

/** The shift's length in whole minutes: nobody gets more, whatever the record or staff say. */
export const lengthOf = ({ startsAt, endsAt }: Span): number =>
  Math.floor((endsAt.getTime() - startsAt.getTime()) / minute);

/** From coming to going, as far as it lies within the shift, rounded down. */
export const recordedMinutes = (span: Span, inAt: Date, outAt: Date): number => {
  const from = Math.max(span.startsAt.getTime(), inAt.getTime());
  const to = Math.min(span.endsAt.getTime(), outAt.getTime());
  return Math.max(0, Math.floor((to - from) / minute));
};

export const mostGranted = (span: Span, { mostMinutes }: ActivityKind): number => Math.min(lengthOf(span), mostMinutes);

/** Who is early helps to set up; who stays on helps to clear away. */
export const earlyMinutes = 60;
export const lateMinutes = 120;

export const mayComeIn = ({ startsAt, endsAt }: Span, now: Date): boolean =>
  now.getTime() >= startsAt.getTime() - earlyMinutes * minute && now <= endsAt;
export const mayGo = ({ startsAt, endsAt }: Span, now: Date): boolean =>
  now.getTime() >= startsAt.getTime() - earlyMinutes * minute &&
  now.getTime() <= endsAt.getTime() + lateMinutes * minute;

/** These hold a place. */
export const holding: readonly SignUpStatus[] = ["signed", "present", "done", "absent"];
/** These count as having been there. */
export const attended: readonly SignUpStatus[] = ["present", "done"];

export const kindOf = (pack: Pack, kind: string): ActivityKind | undefined =>
  Object.hasOwn(pack.activities, kind) ? pack.activities[kind] : undefined;

const standsIn = (one: Matter, states: readonly string[]): boolean =>
  activeOf(one.subject.leaves).some((path) => states.includes(path));

export const isOpen = (one: Matter, kind: ActivityKind): boolean => !one.ended && standsIn(one, kind.open);
export const isRunning = (one: Matter, kind: ActivityKind): boolean =>
  !one.ended && (standsIn(one, kind.running) || standsIn(one, kind.open));
export const isFinished = (one: Matter, kind: ActivityKind): boolean => standsIn(one, kind.finished);

export type Openness = "open" | "wait" | "closed";

/** Whether a place can be had in one of the shifts, or a place on a waiting list. */
export const opennessOf = (open: boolean, shifts: readonly Shift[], now: Date): Openness => {
  const coming = shifts.filter(({ cancelled, endsAt }) => !cancelled && endsAt > now);
  if (!open || coming.length === 0) return "closed";
  return coming.some(({ taken, capacity }) => taken < capacity) ? "open" : "wait";
};

/** By the calendar year: who turns eighteen in the year of the shift may come. */
export const ageIn = (birthYear: number, at: Date): number => at.getUTCFullYear() - birthYear;

/** Below this age somebody who looks after them must agree. */
export const guardianBelow = 14;

/** Rounded so coarsely that it says whether someone was at the venue and not where. */
export const roundedMeters = (meters: number): number => Math.round(meters / 50) * 50;

const dayMs = 24 * 3_600_000;
export const finalFrom = (from: Date, { noticeDays }: ActivityKind): Date =>
  new Date(from.getTime() + noticeDays * dayMs);
