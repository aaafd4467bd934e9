/** The template of a rota and the shifts that follow from it, without I/O. */
import { addDays, dayOfMonth, instantOf, spanWords, weekdayOf } from "@ginkgo/shared/day.ts";

export interface Line {
  readonly id: string;
  readonly onDay: number;
  readonly fromMinute: number;
  readonly minutes: number;
  readonly label: string;
  readonly needed: number;
  readonly people: readonly string[];
}

export interface Planned {
  readonly label: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly needed: number;
  readonly people: readonly string[];
}

const lastOfMonth = (day: string): number => {
  const next = new Date(`${day.slice(0, 7)}-01T00:00:00Z`);
  next.setUTCMonth(next.getUTCMonth() + 1);
  return new Date(next.getTime() - 86_400_000).getUTCDate();
};

/** The 31st of a shorter month is its last day: a monthly shift takes place every month. */
const fallsOn = (cycle: "weekly" | "monthly", onDay: number, day: string): boolean =>
  cycle === "weekly" ? weekdayOf(day) === onDay : dayOfMonth(day) === Math.min(onDay, lastOfMonth(day));

/** Takes the next `count` of those who take turns, each once. */
const nextInTurn = (turns: readonly string[], at: number, count: number): string[] =>
  Array.from({ length: Math.min(count, turns.length) }, (_, i) => turns[(at + i) % turns.length]).flatMap(
    (id) => id ?? [],
  );

/**
 * The shifts of some days, in order. Lines that name nobody are filled by turns, which go on where they stopped; a rota
 * that people sign up for leaves them open.
 */
export const shiftsBetween = (
  rota: { readonly cycle: "weekly" | "monthly"; readonly turns: readonly string[]; readonly turnAt: number },
  lines: readonly Line[],
  from: string,
  until: string,
): { readonly shifts: Planned[]; readonly turnAt: number } => {
  const shifts: Planned[] = [];
  let { turnAt } = rota;
  for (let day = from; day <= until; day = addDays(day, 1))
    for (const line of lines
      .filter(({ onDay }) => fallsOn(rota.cycle, onDay, day))
      .toSorted((a, b) => a.fromMinute - b.fromMinute)) {
      const inTurn = line.people.length > 0 ? [] : nextInTurn(rota.turns, turnAt, line.needed);
      turnAt += inTurn.length;
      shifts.push({
        label: line.label,
        startsAt: instantOf(day, line.fromMinute),
        endsAt: instantOf(day, line.fromMinute + line.minutes),
        needed: line.needed,
        people: line.people.length > 0 ? line.people : inTurn,
      });
    }
  return { shifts, turnAt: rota.turns.length > 0 ? turnAt % rota.turns.length : 0 };
};

export const shiftText = ({ startsAt, endsAt }: { readonly startsAt: Date; readonly endsAt: Date }): string =>
  spanWords(startsAt, endsAt);
