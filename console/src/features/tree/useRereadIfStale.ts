import { orgApi } from "@ginkgo/shared/api/org.ts";
import { useQueryClient } from "@tanstack/react-query";
import { codeOf } from "../../ui/api/client.ts";
import { keyOf } from "../../ui/api/hooks.ts";

/** Someone else changed the node meanwhile: read it again, so that what was typed can be sent on the new version. */
export const useRereadIfStale = (nodeId: string) => {
  const queries = useQueryClient();
  return (error: Error) => {
    if (codeOf(error) === "stale") void queries.invalidateQueries({ queryKey: keyOf(orgApi.node, { nodeId }) });
  };
};
