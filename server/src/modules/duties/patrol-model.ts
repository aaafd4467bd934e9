/** Patrols without I/O: when rounds are due, what a scanned text says, when a round is whole. */
import { randomBytes } from "node:crypto";
import type { RoundStatus } from "@ginkgo/shared/api/patrols.ts";
import { addDays, instantOf, minutesOf, weekdayOf } from "@ginkgo/shared/day.ts";
import type { PatrolKind } from "@ginkgo/shared/pack/duties.ts";
import type { Pack } from "@ginkgo/shared/pack/schema.ts";

export interface RoundTime {
  readonly days: readonly number[];
  readonly at: string;
  readonly squadId: string | null;
}

export const statusLabels: { readonly [S in RoundStatus]: string } = {
  planned: "待巡",
  "under-way": "巡逻中",
  done: "已完成",
  short: "有漏点",
  missed: "漏巡",
};

export const patrolKind = (pack: Pack, kind: string): PatrolKind | undefined =>
  Object.hasOwn(pack.patrols, kind) ? pack.patrols[kind] : undefined;

/** How many points make a round whole; a route may have fewer than its kind asks for. */
export const neededOf = (kind: PatrolKind | undefined, points: number): number =>
  kind && kind.points > 0 ? Math.min(kind.points, points) : points;

export const roundsBetween = (
  times: readonly RoundTime[],
  from: string,
  until: string,
): { readonly plannedAt: Date; readonly squadId: string | null }[] => {
  const rounds: { plannedAt: Date; squadId: string | null }[] = [];
  for (let day = from; day <= until; day = addDays(day, 1))
    for (const { days, at, squadId } of times)
      if (days.includes(weekdayOf(day))) rounds.push({ plannedAt: instantOf(day, minutesOf(at)), squadId });
  return rounds;
};

/** Neither O nor 0, neither I nor 1: someone may have to type it from a plate in the rain. */
const letters = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
const codeLength = 10;

export const newPointCode = (): string =>
  [...randomBytes(codeLength)].map((byte) => letters[byte % letters.length]).join("");

/** The code in what was scanned: an address that carries it, or the code itself, typed with gaps or in small letters. */
export const codeIn = (scanned: string): string =>
  (/[?&]code=([A-Za-z0-9-]+)/.exec(scanned)?.[1] ?? scanned.split("/").at(-1) ?? "")
    .replace(/[\s-]/g, "")
    .toUpperCase();

export const outcomeOf = ({
  ticked,
  needed,
}: {
  readonly ticked: number;
  readonly needed: number;
}): "done" | "short" => (ticked >= needed ? "done" : "short");
