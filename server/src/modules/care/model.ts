/** Regular visits without I/O: what is due, what is sealed, who may do what. */
import type { CarePerson, CareSummary } from "@ginkgo/shared/api/care.ts";
import { addDays, daysBetween } from "@ginkgo/shared/day.ts";
import type { CareKind } from "@ginkgo/shared/pack/duties.ts";
import type { Pack } from "@ginkgo/shared/pack/schema.ts";
import type { Sealer } from "../../platform/crypto.ts";

export const careKind = (pack: Pack, kind: string): CareKind | undefined =>
  Object.hasOwn(pack.cares, kind) ? pack.cares[kind] : undefined;

const usualWarnDays = 1;
export const warnDaysOf = (pack: Pack, kind: string): number => careKind(pack, kind)?.warnDays ?? usualWarnDays;

/** How the next visit stands: `soon` from the day of the reminder on, `late` from the day after it was due. */
export const dueOf = (
  plan: { readonly status: CareSummary["status"]; readonly nextOn: string | null },
  warnDays: number,
  today: string,
): { readonly due: CareSummary["due"]; readonly lateDays: number } => {
  if (plan.status !== "active" || plan.nextOn === null) return { due: "none", lateDays: 0 };
  const days = daysBetween(today, plan.nextOn);
  if (days < 0) return { due: "late", lateDays: -days };
  return { due: days <= warnDays ? "soon" : "ok", lateDays: 0 };
};

/** Counted from the day of the visit, not from the day it was due: a late visit does not bring the next one nearer. */
export const nextAfter = (today: string, everyDays: number): string => addDays(today, everyDays);

export const trimmed = (person: CarePerson): CarePerson => ({
  name: person.name.trim(),
  phone: person.phone.trim(),
  address: person.address.trim(),
  health: person.health.trim(),
  guardian: person.guardian.trim(),
  guardianPhone: person.guardianPhone.trim(),
});

export const sealPerson = (sealer: Sealer, person: CarePerson): Buffer => sealer.seal(JSON.stringify(person));
export const openPerson = (sealer: Sealer, sealed: Buffer): CarePerson => JSON.parse(sealer.open(sealed)) as CarePerson;
/** Of its own, so that it cannot be compared with the index of anything else. */
export const nameIndex = (sealer: Sealer, name: string): Buffer => sealer.index(`care-name/${name.trim()}`);

export interface EntryContent {
  readonly details: readonly { readonly label: string; readonly text: string }[];
}
