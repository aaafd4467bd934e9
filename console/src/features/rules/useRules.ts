/** What every page of the rules reads: the versions, the pack the place runs on, and the draft. */
import { packApi } from "@ginkgo/shared/api/pack.ts";
import { useQueryClient } from "@tanstack/react-query";
import { keyOf, useFetch, usePages } from "../../ui/api/hooks.ts";

const hour = 3_600_000;

/** A version never changes, but whether it is the current one does. */
export const useVersion = (version: number | undefined) =>
  useFetch(packApi.packVersion, { version: version ?? 0 }, { enabled: version !== undefined, staleTime: hour });

/** The newest versions with which one is current and what this person may do. */
export const useVersions = () => useFetch(packApi.packVersions, { limit: 100 });
export const useVersionPages = () => usePages(packApi.packVersions, { limit: 30 });

export const useCurrent = () => {
  const versions = useVersions();
  const version = useVersion(versions.data?.current);
  return {
    versions,
    query: {
      data: versions.data ? version.data : undefined,
      error: versions.error ?? version.error,
      refetch: () => Promise.all([versions.refetch(), version.refetch()]),
    },
  };
};

export const useDraftState = () => useFetch(packApi.packDraft, {});

/** After a publication nothing of the old pack may stay on any screen. */
export const useRulesChanged = () => {
  const queries = useQueryClient();
  return () => {
    const all = [packApi.pack, packApi.packVersions, packApi.packVersion, packApi.packDiff, packApi.packDraft];
    for (const endpoint of all) void queries.invalidateQueries({ queryKey: keyOf(endpoint) });
    // Not asked for at once: the draft a page may still be showing the preview of is no more.
    void queries.invalidateQueries({ queryKey: keyOf(packApi.previewPackDraft), refetchType: "none" });
  };
};
