/** Who is signed in, and the pack their place runs on. Both change rarely and are read by nearly every screen. */
import { identityApi } from "@ginkgo/shared/api/identity.ts";
import { type PackView, packApi } from "@ginkgo/shared/api/pack.ts";
import { useFetch } from "./hooks.ts";

const hour = 3_600_000;

export const useMe = () => useFetch(identityApi.me, {}, { staleTime: hour });
export const usePlaces = () => useFetch(identityApi.places, {}, { staleTime: hour });

export const usePack = (): PackView | undefined => {
  const me = useMe();
  return useFetch(packApi.pack, {}, { staleTime: hour, enabled: me.data !== undefined }).data;
};

export const useRight = (right: string): boolean => useMe().data?.rights.includes(right) ?? false;

/** Names of the tiers that play one of the given parts, for endpoints that take `tiers`. */
export const tiersAs = (pack: PackView | undefined, ...parts: string[]): string =>
  (pack?.tiers ?? [])
    .filter((tier) => parts.includes(tier.as))
    .map((tier) => tier.id)
    .join(",");
