/** The ledger without I/O: what a deed is worth, and what a booking moves from where to where. */
import { type PointRule, type PointRules, type RecognisedSide, worthOf } from "@ginkgo/shared/pack/points.ts";
import type { Pack } from "@ginkgo/shared/pack/schema.ts";

export interface Doer {
  readonly accountId: string | null;
  readonly name: string;
}

/** Something a volunteer did, as the module says that knows of it. */
export interface Deed {
  readonly type: string;
  readonly kind: string;
  readonly step: string;
  readonly subjectId: string;
  /**
   * Names this person's part in the deed, and this occasion of it: asked twice it is paid once, for ever. What is confirmed
   * anew after a reversal needs a key of its own.
   */
  readonly sourceKey: string;
  readonly accountId: string;
  /** The unit they did it for. */
  readonly unitId: string | null;
  /** Where they live. */
  readonly homeId: string | null;
  /** Where it was done. */
  readonly nodeId: string;
  /** As the record has it; null where nobody measured. */
  readonly minutes: number | null;
  /** When it was done, not when it was confirmed: what was done before someone joined does not earn. */
  readonly at: Date;
  /** What the person reads beside the points. */
  readonly words: string;
  /** Who confirmed it. */
  readonly actor: Doer;
}

export type BookingKind = "earn" | "reverse" | "redeem" | "cancel" | "adjust";

export interface Recognition {
  readonly side: RecognisedSide;
  readonly nodeId: string;
}

export interface Entry {
  readonly account: string;
  readonly points: number;
}

/** One transaction of the ledger: what it moves sums to zero, of which `points` are the person's. */
export interface Booking {
  readonly id: string;
  readonly at: Date;
  readonly doneAt: Date;
  readonly kind: BookingKind;
  readonly accountId: string;
  readonly nodeId: string;
  readonly rule: string | null;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly sourceKey: string;
  readonly reverses: string | null;
  readonly words: string;
  readonly actor: Doer;
  readonly points: number;
  /** The account on the other side. */
  readonly against: string;
  readonly recognised: readonly Recognition[];
}

export const personAccount = (accountId: string): string => `person/${accountId}`;
export const issuedAccount = (rule: string): string => `issued/${rule}`;
export const shopAccount = (nodeId: string): string => `shop/${nodeId}`;
export const correctionsAccount = "corrections";

export const entriesOf = ({ accountId, points, against }: Booking): readonly [Entry, Entry] => {
  if (!Number.isInteger(points) || points === 0) throw new Error(`a booking moves whole points, not ${points}`);
  return [
    { account: personAccount(accountId), points },
    { account: against, points: -points },
  ];
};

/** Whom the points go to and come from where, taken back: what was, and its opposite, stand side by side. */
export const opposite = (
  was: Booking,
  { id, at, kind, words, actor }: Pick<Booking, "id" | "at" | "kind" | "words" | "actor">,
): Booking => ({ ...was, id, at, kind, words, actor, reverses: was.id, points: -was.points });

/** A place's rules, if it gives points at all. */
export const pointRulesOf = ({ points, participation }: Pack): PointRules | undefined =>
  participation.points === "opt-in" ? points : undefined;

export interface Earned {
  readonly day: number;
  readonly month: number;
  readonly year: number;
}

/** What the rule gives for it, as far as the ceilings of the day, the month and the year leave room. */
export const earning = (rule: PointRule, minutes: number | null, already: Earned): number => {
  const { perDay, perMonth, perYear } = rule.ceilings ?? {};
  const room = Math.min(
    (perDay ?? Number.POSITIVE_INFINITY) - already.day,
    (perMonth ?? Number.POSITIVE_INFINITY) - already.month,
    (perYear ?? Number.POSITIVE_INFINITY) - already.year,
  );
  return Math.max(0, Math.min(worthOf(rule, minutes), room));
};

export interface Membership {
  readonly joinedAt: Date;
  readonly leftAt: Date | null;
}

/** Whoever takes part now earns what they have done since they joined. */
export const earns = (member: Membership | undefined, doneAt: Date): boolean =>
  member !== undefined && member.leftAt === null && doneAt >= member.joinedAt;
