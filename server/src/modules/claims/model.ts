/** What can be claimed, without I/O: its shape, when it is open, who may claim it and what they must confirm. */
import type { AskedOf } from "@ginkgo/shared/api/claims.ts";
import { dayOf } from "@ginkgo/shared/day.ts";
import type { ClaimableKind } from "@ginkgo/shared/pack/participation.ts";
import type { Pack } from "@ginkgo/shared/pack/schema.ts";
import { activeOf } from "@ginkgo/shared/pack/states.ts";
import type { Actor } from "../authority/index.ts";
import { isSide, type Matter } from "../matters/index.ts";

/** What is particular to a thing that can be claimed, beside its matter. */
export interface Detail {
  readonly words: string;
  readonly skills: readonly string[];
  readonly places: number;
  readonly taken: number;
  readonly carriedThrough: number;
  readonly open: boolean;
  readonly startsAt: Date | null;
  readonly endsAt: Date | null;
  /** `2026-11-30`: the last day on which it can be claimed. */
  readonly until: string | null;
  readonly lng: number | null;
  readonly lat: number | null;
  readonly address: string | null;
  readonly addressPublic: boolean;
  readonly minAge: number | null;
  readonly maxAge: number | null;
  readonly health: string | null;
}

export interface Claimable {
  readonly matter: Matter;
  readonly detail: Detail;
}

/** What is known of someone from their registration. */
export interface Registered {
  readonly unitId: string | null;
  /** Whether the unit may see what they do, by their own consent. */
  readonly unitSees: boolean;
  readonly birthYear: number | null;
  readonly skills: readonly string[];
}

export const kindOf = (pack: Pack, kind: string): ClaimableKind | undefined =>
  Object.hasOwn(pack.claimables, kind) ? pack.claimables[kind] : undefined;

/** Whether it stands in a state in which it can be claimed. */
export const standsOpen = (kind: ClaimableKind, one: Matter): boolean =>
  !one.ended && activeOf(one.subject.leaves).some((path) => kind.open.includes(path));

export const isPast = ({ until }: Pick<Detail, "until">, now: Date): boolean => until !== null && until < dayOf(now);

export const isFree = ({ open, taken, places, until }: Detail, now: Date): boolean =>
  open && taken < places && !isPast({ until }, now);

/** A claim holds its place until it has come to nothing. */
export const holdsPlace = ({ ended, tone }: Pick<Matter, "ended" | "tone">): boolean => !(ended && tone === "stopped");
export const isCarriedThrough = ({ ended, tone }: Pick<Matter, "ended" | "tone">): boolean => ended && tone === "done";

/** Bodies the actor speaks for. */
export const bodiesOf = (actor: Actor): string[] => [
  ...new Set(actor.grants.filter(({ rights }) => rights.has("case.lead")).map(({ nodeId }) => nodeId)),
];

export const isOwner = (actor: Actor, { owner }: Matter): boolean => isSide(actor, owner);

const ageWords = (min: number | null, max: number | null): string => {
  if (min !== null && max !== null) return `年龄在 ${min} 至 ${max} 周岁之间`;
  return min === null ? `年龄不超过 ${max} 周岁` : `年满 ${min} 周岁`;
};

/**
 * How old someone is, as far as the year of birth tells: one of two ages, by whether the birthday has come.
 */
const agesAt = (birthYear: number, at: Date): readonly [least: number, most: number] => {
  const most = Number(dayOf(at).slice(0, 4)) - birthYear;
  return [most - 1, most];
};

export interface Asking {
  readonly id: AskedOf;
  readonly label: string;
}

export interface Fitness {
  /** Limits that someone is known not to meet. */
  readonly barred: string | undefined;
  /** What is not known, and so theirs to confirm. */
  readonly confirms: readonly Asking[];
}

/** A unit sends people who are fit; it confirms all there is. */
export const fitnessOf = (detail: Detail, known: Registered | undefined, pack: Pack, now: Date): Fitness => {
  const confirms: Asking[] = [];
  const { minAge, maxAge, health, skills } = detail;
  if (minAge !== null || maxAge !== null) {
    const label = ageWords(minAge, maxAge);
    const [least, most] = known?.birthYear ? agesAt(known.birthYear, detail.startsAt ?? now) : [0, 200];
    if (most < (minAge ?? 0) || least > (maxAge ?? 200))
      return { barred: `这里要求${label}，按您登记的出生年份不符合。`, confirms: [] };
    if (least < (minAge ?? 0) || most > (maxAge ?? 200)) confirms.push({ id: "age", label });
  }
  const missing = skills.filter((skill) => !known?.skills.includes(skill));
  if (missing.length > 0) {
    const labels = missing.map((skill) => pack.skills.find(({ id }) => id === skill)?.label ?? skill);
    confirms.push({ id: "skills", label: `会：${labels.join("、")}` });
  }
  if (health !== null) confirms.push({ id: "health", label: `身体条件：${health}` });
  return { barred: undefined, confirms };
};

const roughMeters = 111_195;

/** Distance on a plane that is flat enough for a county. */
export const metersBetween = (
  a: { readonly lng: number; readonly lat: number } | undefined,
  b: { readonly lng: number; readonly lat: number } | undefined,
): number | null => {
  if (!a || !b) return null;
  const shrink = Math.cos((a.lat * Math.PI) / 180);
  return Math.round(Math.hypot((a.lng - b.lng) * shrink, a.lat - b.lat) * roughMeters);
};

/** Words of a page that needs no sign-in carry no telephone and no identity numbers, whoever typed them in. */
export const masked = (text: string): string =>
  text
    .replace(/(?<![\dXx])\d{17}[\dXx](?![\dXx])/g, "（证件号已隐去）")
    .replace(/(?<!\d)1[3-9]\d[-\s]?\d{4}[-\s]?\d{4}(?!\d)/g, "（电话已隐去）")
    .replace(/(?<!\d)0\d{2,3}[-\s]?\d{7,8}(?!\d)/g, "（电话已隐去）");
