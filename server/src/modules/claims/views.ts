/** Claimables and claims as one person may see them. */
import type { ClaimableSummary, ClaimList, ClaimSummary } from "@ginkgo/shared/api/claims.ts";
import type { MatterSummary } from "@ginkgo/shared/api/matters.ts";
import type { Pack } from "@ginkgo/shared/pack/schema.ts";
import { type Claimable, type Detail, isPast, kindOf, metersBetween } from "./model.ts";

export const listOf = (pack: Pack, kind: string): ClaimList => kindOf(pack, kind)?.list ?? "need";

export const detailView = (pack: Pack, kind: string, detail: Detail, now: Date) => ({
  list: listOf(pack, kind),
  words: detail.words,
  skills: [...detail.skills],
  places: detail.places,
  taken: detail.taken,
  carriedThrough: detail.carriedThrough,
  open: detail.open && !isPast(detail, now),
  startsAt: detail.startsAt?.toISOString() ?? null,
  endsAt: detail.endsAt?.toISOString() ?? null,
  until: detail.until,
  lng: detail.lng,
  lat: detail.lat,
  address: detail.address,
  minAge: detail.minAge,
  maxAge: detail.maxAge,
  health: detail.health,
});

export interface From {
  readonly lng?: number | undefined;
  readonly lat?: number | undefined;
}

export const pinOf = ({ lng, lat }: { lng?: number | null | undefined; lat?: number | null | undefined }) =>
  typeof lng === "number" && typeof lat === "number" ? { lng, lat } : undefined;

export const ownView = (pack: Pack, { matter, detail }: Claimable, now: Date, from: From, claimed: boolean) => ({
  ...detailView(pack, matter.kind, detail, now),
  bookable: kindOf(pack, matter.kind)?.bookable ?? false,
  meters: metersBetween(pinOf(from), pinOf(detail)),
  claimedByMe: claimed,
});

export const summaryView = (
  pack: Pack,
  line: MatterSummary,
  one: Claimable,
  now: Date,
  from: From,
  claimed: boolean,
): ClaimableSummary => ({ ...line, ...ownView(pack, one, now, from, claimed) });

export interface Thing {
  readonly id: string;
  readonly code: string;
  readonly title: string;
}

export const thingRef = (pack: Pack, kind: string, { id, code, title }: Thing): ClaimSummary["claimable"] => ({
  id,
  code,
  title,
  kind,
  list: listOf(pack, kind),
});
