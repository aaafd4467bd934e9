/** What stands for what in lists, on pages and in sheets of activities. Pure; both sides use it. */
import type { MinutesBy, SignUpStatus } from "./api/activities.ts";
import { dayOf, dayWords, minutesAt, spanWords, timeOf } from "./day.ts";

type Tone = "waiting" | "working" | "done" | "stopped";
export const statusWords: { readonly [S in SignUpStatus]: { readonly label: string; readonly tone: Tone } } = {
  signed: { label: "已报名", tone: "working" },
  waiting: { label: "候补", tone: "waiting" },
  present: { label: "已签到", tone: "working" },
  done: { label: "已参加", tone: "done" },
  absent: { label: "未到", tone: "stopped" },
  withdrawn: { label: "已取消", tone: "stopped" },
  refused: { label: "未接受", tone: "stopped" },
};

export const minutesByWords: { readonly [M in MinutesBy]: string } = {
  record: "签到签退记录",
  granted: "工作人员核定",
  corrected: "申请更正",
};

export const formWords = { service: "志愿服务", course: "课程", talk: "讲座", event: "活动" } as const;

export const hoursText = (minutes: number): string => {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return `${rest} 分钟`;
  return rest === 0 ? `${hours} 小时` : `${hours} 小时 ${rest} 分钟`;
};

export const when = (startsAt: string, endsAt: string): string => spanWords(new Date(startsAt), new Date(endsAt));

/** 11月23日（周一）08:30. */
export const moment = (at: string): string => {
  const date = new Date(at);
  return `${dayWords(dayOf(date))}${timeOf(minutesAt(date))}`;
};

export const clockTime = (at: string): string => timeOf(minutesAt(new Date(at)));

/** From one day to another where an activity has several shifts. */
export const spread = (startsAt: string, endsAt: string, shifts: number): string => {
  if (shifts <= 1) return when(startsAt, endsAt);
  const [from, to] = [dayOf(new Date(startsAt)), dayOf(new Date(endsAt))];
  return from === to ? `${dayWords(from)}，${shifts} 个场次` : `${dayWords(from)}至${dayWords(to)}，${shifts} 个场次`;
};
