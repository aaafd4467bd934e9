/**
 * What runs by the clock, as most places have it: rooms that are booked, visits at home by appointment, rotas, patrols,
 * regular visits. A place takes what it has and says what is different there:
 *
 *     export const bookables = { room: room(), visit: homeVisit({ label: "上门代办" }) };
 *     export const rotas = { desk: deskRota(), volunteers: volunteerRota() };
 *     export const patrols = { outdoor: patrol({ points: 6, times: [{ days: everyDay, at: "20:00" }] }) };
 *     export const cares = { alone: care({ label: "独居老人", everyDays: 7 }) };
 */
import type { PackInput } from "@ginkgo/shared/pack/schema.ts";
import { visitForm } from "./visit-form.ts";

type Kinds<S extends "bookables" | "rotas" | "patrols" | "cares"> = NonNullable<PackInput[S]>;
type Bookable = Kinds<"bookables">[string];
type Rota = Kinds<"rotas">[string];
type Patrol = Kinds<"patrols">[string];
type Care = Kinds<"cares">[string];

export const everyDay = [1, 2, 3, 4, 5, 6, 7];
export const workdays = [1, 2, 3, 4, 5];
export const weekend = [6, 7];

const communities = ["community", "village"];
const around = [...communities, "compound"];

/** Rooms and venues of a community: meetings, reading, rehearsals. */
export const room = (more: Partial<Bookable> = {}): Bookable => ({
  label: "活动场地",
  description: "会议室、活动室、书画室、广场，免费使用，用后恢复原样。",
  icon: "🏠",
  tiers: around,
  hours: [
    { days: workdays, from: "09:00", to: "21:00" },
    { days: weekend, from: "09:00", to: "18:00" },
  ],
  slotMinutes: 60,
  mostSlots: 4,
  aheadDays: 14,
  weeks: 8,
  confirm: true,
  rules: "请按时使用，结束后关灯锁门、带走垃圾。不能用于经营活动。不能来时请提前取消。",
  form: [
    { kind: "text", name: "purpose", label: "用来做什么", required: true, maxLength: 100 },
    { kind: "number", name: "people", label: "大约多少人", required: true, min: 1, max: 500, unit: "人" },
  ],
  ...more,
});

/** Someone comes home: help with papers, with a form, with a repair. */
export const homeVisit = (more: Partial<Bookable> = {}): Bookable => ({
  label: "上门服务",
  description: "行动不便的居民可以约工作人员上门：代办证明、认证、缴费、简单维修。",
  icon: "🚪",
  where: "home",
  tiers: communities,
  hours: [
    { days: workdays, from: "09:00", to: "12:00" },
    { days: workdays, from: "14:00", to: "17:00" },
  ],
  slotMinutes: 60,
  mostSlots: 1,
  aheadDays: 14,
  mostOpen: 2,
  confirm: true,
  rules: "工作人员会出示工作证，不收取任何费用，不推销商品。",
  form: [{ kind: "text", name: "what", label: "想办什么事", required: true, maxLength: 100 }],
  ...more,
});

export const deskRota = (more: Partial<Rota> = {}): Rota => ({
  label: "窗口值班",
  description: "社区服务窗口、节假日和夜间值班。",
  tiers: [...communities, "subdistrict", "township", "county"],
  ...more,
});

export const cleaningRota = (more: Partial<Rota> = {}): Rota => ({
  label: "卫生轮值",
  description: "楼道、院落、公共区域的轮流清扫。",
  tiers: [...around, "grid"],
  ...more,
});

/** Shifts that volunteers put themselves down for. */
export const volunteerRota = (more: Partial<Rota> = {}): Rota => ({
  label: "志愿服务班次",
  description: "驿站、书屋、路口等岗位，志愿者自己报名。",
  tiers: around,
  signUp: true,
  ...more,
});

/** A patrol by a squad along its points, at given times. */
export const patrol = (more: Partial<Patrol> = {}): Patrol => ({
  label: "治安巡逻",
  description: "按点位巡查安全隐患、环境卫生和公共设施。",
  tiers: [...communities, "compound", "grid"],
  times: [{ days: everyDay, at: "19:30" }],
  graceMinutes: 60,
  mostMinutes: 180,
  ...more,
});

/** Regular visits to one group of people. */
export const care = (more: Partial<Care> & Pick<Care, "label" | "everyDays">): Care => ({
  description: "",
  tiers: [...around, "grid", "building"],
  warnDays: Math.min(2, more.everyDays - 1),
  visit: visitForm,
  ...more,
});

export const usualBookables: Kinds<"bookables"> = { room: room(), visit: homeVisit() };
export const usualRotas: Kinds<"rotas"> = {
  desk: deskRota(),
  cleaning: cleaningRota(),
  volunteers: volunteerRota(),
};
export const usualPatrols: Kinds<"patrols"> = { patrol: patrol() };
export const usualCares: Kinds<"cares"> = {
  alone: care({ label: "独居老人", everyDays: 7, description: "独自居住的 60 岁以上老人。" }),
  disabled: care({ label: "残疾人", everyDays: 14, description: "需要照料的残疾人和重病患者。" }),
  hardship: care({ label: "困难家庭", everyDays: 30, description: "低保、特困和临时遇到困难的家庭。" }),
};
