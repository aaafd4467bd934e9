/** Meetings without I/O: what a plan must be like, how a meeting is named, who is meant. */
import { spanWords } from "@ginkgo/shared/day.ts";
import { invalid } from "../../platform/problem.ts";
import type { AttendeeRow, Invited, Meeting, MeetingPlan } from "./meetings-repo.ts";
import type { Audience } from "./telling.ts";

export interface PlanInput {
  readonly title: string;
  readonly place: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly agenda: string;
  readonly bodies: readonly string[];
  readonly people: readonly string[];
  readonly others: string;
  readonly everyMonths: number;
}

const hour = 3_600_000;
const years = 5 * 366 * 24 * hour;

export const spanFrom = (startsAt: string, endsAt: string, now: Date): { startsAt: Date; endsAt: Date } => {
  const span = { startsAt: new Date(startsAt), endsAt: new Date(endsAt) };
  if (Number.isNaN(span.startsAt.getTime()) || Math.abs(span.startsAt.getTime() - now.getTime()) > years)
    throw invalid("startsAt", "请填写五年以内的开会时间。");
  const length = span.endsAt.getTime() - span.startsAt.getTime();
  if (!(length > 0)) throw invalid("endsAt", "结束时间要晚于开始时间。");
  if (length > 72 * hour) throw invalid("endsAt", "一次会议最长三天，请检查结束时间。");
  return span;
};

export const planFrom = (input: PlanInput, now: Date): MeetingPlan => ({
  title: input.title.trim(),
  place: input.place.trim(),
  ...spanFrom(input.startsAt, input.endsAt, now),
  agenda: input.agenda.trim(),
  others: input.others.trim(),
  everyMonths: input.everyMonths,
});

export const titleOf = ({ title, round, everyMonths }: Pick<Meeting, "title" | "round" | "everyMonths">): string =>
  everyMonths > 0 || round > 1 ? `${title}（第 ${round} 次）` : title;

export const who = ({ bodyId, accountId }: Invited): string => bodyId ?? accountId ?? "";

export const everyone = (attendees: readonly AttendeeRow[]): Audience => ({
  bodies: attendees.flatMap(({ bodyId }) => bodyId ?? []),
  accounts: attendees.flatMap(({ accountId }) => accountId ?? []),
});

export const whenWhere = (plan: Pick<MeetingPlan, "startsAt" | "endsAt" | "place">): string =>
  `${spanWords(plan.startsAt, plan.endsAt)}，${plan.place}`;
