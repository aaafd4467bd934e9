/** What can be claimed, in words. */
import type { ClaimableSummary, ClaimList } from "@ginkgo/shared/api/claims.ts";
import { timeOf } from "../../ui/case/words.ts";

export const listLabels: Readonly<Record<ClaimList, string>> = { need: "需求", resource: "资源", project: "项目" };

export const spanWords = ({ startsAt, endsAt }: { startsAt: string | null; endsAt: string | null }): string | null => {
  if (startsAt === null) return null;
  return endsAt === null ? timeOf(startsAt) : `${timeOf(startsAt)} 至 ${timeOf(endsAt)}`;
};

/** `2026-11-30` as 11月30日. */
export const dayWords = (day: string): string => `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`;

type Limits = Pick<ClaimableSummary, "minAge" | "maxAge" | "health">;

export const limitWords = ({ minAge, maxAge, health }: Limits): string[] => [
  ...(minAge !== null && maxAge !== null ? [`${minAge}–${maxAge} 周岁`] : []),
  ...(minAge !== null && maxAge === null ? [`满 ${minAge} 周岁`] : []),
  ...(minAge === null && maxAge !== null ? [`不超过 ${maxAge} 周岁`] : []),
  ...(health === null ? [] : [health]),
];
