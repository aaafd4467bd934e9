/** What an activity asks of whoever signs up: checked once, confirmed by the person, answers themselves not kept. */
import type { ActivityKind } from "@ginkgo/shared/pack/activities.ts";
import { Refusal } from "../../platform/problem.ts";
import { ageIn, type Consents, guardianBelow, type Shift } from "./model.ts";
import type { Registered } from "./registered.ts";
import type { Activity } from "./rows.ts";

export interface Given {
  readonly birthYear?: number | undefined;
  readonly skillsConfirmed: boolean;
  readonly healthConfirmed: boolean;
  readonly insuranceConfirmed: boolean;
  readonly guardianConfirmed: boolean;
}

export const ageWords = ({ minAge, maxAge }: Pick<Activity, "minAge" | "maxAge">): string | undefined => {
  if (minAge !== null && maxAge !== null) return `${minAge} 至 ${maxAge} 周岁`;
  if (minAge !== null) return `满 ${minAge} 周岁`;
  return maxAge === null ? undefined : `不超过 ${maxAge} 周岁`;
};

interface Problem {
  readonly path: string;
  readonly message: string;
}

const ageProblem = (activity: Activity, shift: Shift, given: Given, known: Registered | undefined): Problem[] => {
  const { minAge, maxAge } = activity;
  const wanted = ageWords(activity);
  if (wanted === undefined) return [];
  const birthYear = given.birthYear ?? known?.birthYear ?? undefined;
  if (birthYear === undefined)
    return [{ path: "birthYear", message: `这个活动要求${wanted}，请填写出生年份（只用来核对，不保存）。` }];
  const age = ageIn(birthYear, shift.startsAt);
  if (age < (minAge ?? 0) || age > (maxAge ?? Number.POSITIVE_INFINITY))
    return [{ path: "birthYear", message: `这个活动要求${wanted}，不能报名。` }];
  if (age < guardianBelow && !given.guardianConfirmed)
    return [{ path: "guardianConfirmed", message: `未满 ${guardianBelow} 周岁，需要监护人同意并陪同，请确认。` }];
  return [];
};

/** All that is missing is said at once. */
export const checkConditions = (
  activity: Activity,
  kind: ActivityKind,
  shift: Shift,
  given: Given,
  known: Registered | undefined,
  now: Date,
): Consents => {
  const problems: Problem[] = ageProblem(activity, shift, given, known);
  const lacking = activity.skills.filter((skill) => !known?.skills.includes(skill));
  if (lacking.length > 0 && !given.skillsConfirmed)
    problems.push({ path: "skillsConfirmed", message: "请确认您具备活动要求的技能。" });
  if (activity.health && !given.healthConfirmed)
    problems.push({ path: "healthConfirmed", message: "请确认您的身体状况适合参加。" });
  const note = kind.risky || activity.insurance !== "";
  if (note && !given.insuranceConfirmed)
    problems.push({ path: "insuranceConfirmed", message: "请先阅读保险说明并确认。" });
  if (problems.length > 0)
    throw new Refusal("invalid-input", problems.map(({ message }) => message).join(""), { errors: problems });
  const at = now.toISOString();
  return {
    ...(note ? { insuranceAt: at } : {}),
    ...(activity.health ? { healthAt: at } : {}),
    ...(activity.skills.length > 0 ? { skillsAt: at } : {}),
    ...(ageWords(activity) === undefined ? {} : { ageAt: at }),
    ...(given.guardianConfirmed ? { guardianAt: at } : {}),
  };
};

/** The conditions in words, as everyone reads them. */
export const conditionWords = (
  activity: Activity,
  skillLabels: ReadonlyMap<string, string>,
  registeredOnly: boolean,
): string[] =>
  [
    registeredOnly ? "已报到的单位党员、群众" : "",
    ageWords(activity) ?? "",
    activity.skills.length > 0 ? `会${activity.skills.map((id) => skillLabels.get(id) ?? id).join("、")}` : "",
    activity.health,
    activity.conditions,
  ].filter(Boolean);
