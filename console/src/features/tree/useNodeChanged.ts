import { type NodeDetail, orgApi } from "@ginkgo/shared/api/org.ts";
import { useQueryClient } from "@tanstack/react-query";
import { App } from "antd";
import { keyOf } from "../../ui/api/hooks.ts";

/** After any change of the tree: everything read from it is read again. */
export const useTreeRefresh = () => {
  const queries = useQueryClient();
  return () => {
    for (const endpoint of [orgApi.nodes, orgApi.node, orgApi.nodeHistory, orgApi.mapAreas]) {
      void queries.invalidateQueries({ queryKey: keyOf(endpoint) });
    }
  };
};

export const useNodeChanged = (said: string, onDone: (node: NodeDetail) => void) => {
  const queries = useQueryClient();
  const refresh = useTreeRefresh();
  const { message } = App.useApp();
  return (node: NodeDetail) => {
    queries.setQueryData(keyOf(orgApi.node, { nodeId: node.id }), node);
    refresh();
    void message.success(said);
    onDone(node);
  };
};
