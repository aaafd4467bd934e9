/** Which place an open page is about: named in the link, else the one this phone knows. */
import { identityApi, type Place } from "@ginkgo/shared/api/identity.ts";
import { useQuery } from "@tanstack/react-query";
import { useSearchParams } from "react-router";
import { keep, readKept } from "../../ui/kept.ts";
import { call } from "../../ui/net/client.ts";

export const usePlaces = () =>
  useQuery({ queryKey: ["places"], queryFn: () => call(identityApi.places, {}), staleTime: 600_000 });

export const useChosenPlace = (places: readonly Place[] | undefined) => {
  const [search, setSearch] = useSearchParams();
  const named = search.get("place") ?? readKept<string>("tenant");
  const place = places?.length === 1 ? places[0] : places?.find(({ tenant }) => tenant === named);
  const choose = (tenant: string) => {
    // The sign-in page opens on the same place.
    keep("tenant", tenant);
    setSearch((was) => {
      was.set("place", tenant);
      return was;
    });
  };
  return { place, choose };
};
