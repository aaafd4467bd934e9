/** Outlines around a point: those of the town (or community) it lies in. Whole counties would be too much for a phone. */
import type { Position } from "@ginkgo/shared/api/common.ts";
import { type MapArea, orgApi } from "@ginkgo/shared/api/org.ts";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useMemo, useState } from "react";
import { call } from "../net/client.ts";
import { tiersAs, useSession } from "../session.tsx";

const hour = 3_600_000;
/** About a hundred metres: moving less than that asks nothing new. */
const coarse = (degrees: number) => Math.round(degrees * 1000) / 1000;

export const useLocated = (at: Position | undefined) =>
  useQuery({
    queryKey: ["locate", at],
    queryFn: ({ signal }) => call(orgApi.locate, { lng: at?.[0] ?? 0, lat: at?.[1] ?? 0 }, { signal }),
    enabled: at !== undefined,
    staleTime: hour,
  });

export const useAreasNear = (centre: Position): readonly MapArea[] => {
  const { pack } = useSession();
  const [areas, setAreas] = useState<ReadonlyMap<string, MapArea>>(new Map());
  const located = useLocated([coarse(centre[0]), coarse(centre[1])]).data;
  const under = located?.subdistrict?.id ?? located?.community?.id;
  const tiers = tiersAs(pack, "community", "compound", "grid").join(",");
  const found = useQuery({
    queryKey: ["areas", under, tiers],
    queryFn: () => call(orgApi.mapAreas, { tiers, ...(under ? { under } : {}) }),
    enabled: under !== undefined,
    staleTime: hour,
  }).data;
  // What was drawn stays when one moves into the next town.
  useEffect(() => {
    if (found) setAreas((old) => new Map([...old, ...found.items.map((area) => [area.id, area] as const)]));
  }, [found]);
  return useMemo(() => [...areas.values()], [areas]);
};
