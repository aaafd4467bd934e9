import type { CallInput, Output } from "@ginkgo/shared/api/contract.ts";
import { orgApi } from "@ginkgo/shared/api/org.ts";
import { useQueries } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "../../ui/api/client.ts";
import { keyOf, useFetch } from "../../ui/api/hooks.ts";

export type TreeNode = Output<typeof orgApi.nodes>["items"][number];
export type TreeKind = "area" | "party";

const root = "";

const questionFor = (tree: TreeKind, closed: boolean, parent: string): CallInput<typeof orgApi.nodes> => ({
  tree,
  parent: parent || undefined,
  closed: closed ? "yes" : "no",
  limit: 1000,
});

/** The opened levels of the tree. Each is a query of its own, so that a change anywhere refreshes just what is shown. */
/** `reveal` are nodes to be opened to begin with: what leads to the chosen one. */
export const useTree = (tree: TreeKind, closed: boolean, reveal: readonly string[]) => {
  const [openedIn, setOpened] = useState<{ tree: TreeKind; ids: readonly string[] } | null>(null);
  const top = useFetch(orgApi.nodes, questionFor(tree, closed, root), { staleTime: 60_000 });
  // A tree opens with its root unfolded: nobody comes to see the county's name alone.
  const roots = (top.data?.items ?? []).slice(0, 3).map((node) => node.id);
  const opened = openedIn?.tree === tree ? openedIn.ids : [...new Set([...roots, ...reveal])];
  const answers = useQueries({
    queries: opened.map((parent) => {
      const input = questionFor(tree, closed, parent);
      return { queryKey: keyOf(orgApi.nodes, input), queryFn: () => call(orgApi.nodes, input), staleTime: 60_000 };
    }),
  });
  const below = new Map(opened.map((parent, index) => [parent, answers[index]?.data?.items]));
  below.set(root, top.data?.items);
  return {
    top,
    childrenOf: (parent: string): readonly TreeNode[] | undefined => below.get(parent),
    opened,
    open: (ids: readonly string[]) => setOpened({ tree, ids }),
  };
};
