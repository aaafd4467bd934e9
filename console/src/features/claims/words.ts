/** What can be claimed, in words. */
import type { ClaimableSummary, ClaimList } from "@ginkgo/shared/api/claims.ts";
import { shortTime } from "../../ui/time.ts";

export const listLabels: Readonly<Record<ClaimList, string>> = { need: "需求", resource: "资源", project: "项目" };

export const metersWords = (meters: number | null): string | null => {
  if (meters === null) return null;
  return meters < 1000 ? `${meters} 米` : `${(meters / 1000).toFixed(1)} 公里`;
};

type Limits = Pick<ClaimableSummary, "minAge" | "maxAge" | "health">;

export const limitWords = ({ minAge, maxAge, health }: Limits): string[] => [
  ...(minAge !== null && maxAge !== null ? [`${minAge}–${maxAge} 周岁`] : []),
  ...(minAge !== null && maxAge === null ? [`满 ${minAge} 周岁`] : []),
  ...(minAge === null && maxAge !== null ? [`不超过 ${maxAge} 周岁`] : []),
  ...(health === null ? [] : [health]),
];

type Times = Pick<ClaimableSummary, "startsAt" | "endsAt" | "until">;

export const timeWords = ({ startsAt, endsAt }: Pick<Times, "startsAt" | "endsAt">): string | null => {
  if (startsAt === null) return null;
  return endsAt === null ? shortTime(startsAt) : `${shortTime(startsAt)} 至 ${shortTime(endsAt)}`;
};

export const placesWords = ({ places, taken }: Pick<ClaimableSummary, "places" | "taken">): string =>
  taken >= places ? `${places} 个已满` : `已认领 ${taken}/${places}`;
