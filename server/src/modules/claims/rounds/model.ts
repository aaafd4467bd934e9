/** A round without I/O: what goes into it, what comes out of it, who is asked. */

import type { Fact, Misfit } from "../matching/eligible.ts";
import type { Ability, Need } from "../matching/model.ts";

/** Who is asked: a person, or a body through whoever speaks for it. */
export interface Claimant {
  readonly id: string;
  readonly name: string;
  readonly isBody: boolean;
}

/** An ability with what the round does not need to know. */
export interface Offer {
  readonly ability: Ability;
  readonly claimant: Claimant;
  /** What is on offer; nothing for a person who registered with what they can do. */
  readonly offerId: string | null;
  readonly title: string | null;
}

export interface RoundInput {
  readonly needs: readonly Need[];
  readonly abilities: readonly Ability[];
}

export interface Chosen {
  readonly need: string;
  readonly ability: string;
  readonly value: number;
  readonly facts: readonly Fact[];
}

/** How many of all that is there each limit leaves out. */
export type Barriers = Readonly<Partial<Record<Misfit["code"], number>>>;

export interface Unserved {
  readonly need: string;
  readonly missing: number;
  /** How many fit, but are taken up otherwise or have been asked enough. */
  readonly fitting: number;
  readonly barriers: Barriers;
}

export interface RoundResult {
  readonly chosen: readonly Chosen[];
  readonly unserved: readonly Unserved[];
  readonly pairs: number;
  readonly value: number;
  readonly bound: number;
  readonly firstCome: { readonly served: number; readonly value: number };
  readonly milliseconds: number;
}

/** Who may claim a kind is a limit like a skill: marked so that no skill of a place has the same name. */
export const personOnly = "@person";
export const bodyOnly = "@body";
export const isMark = (skill: string): boolean => skill.startsWith("@");

/** A need that lasts days is not one appointment of days. */
export const usualMinutes = 120;
export const longestAppointment = 12 * 60;

/** Who said no, or did not answer, is not asked the same again at once. */
export const restDays = 7;
/** In these days a person gets as many proposals and calls as the budget allows. */
export const budgetDays = 7;
/** What somebody took on in these days counts for fairness. */
export const loadDays = 30;
/** How far ahead weekly free times are looked at. */
export const aheadDays = 28;
export const usualCapacity = 3;

export const percent = (part: number, whole: number): number =>
  whole === 0 ? 0 : Math.round((part / whole) * 10_000) / 100;

/** How far a value may be from the best, in percent. */
export const gapOf = (value: number, bound: number): number => (bound <= value ? 0 : percent(bound - value, bound));
