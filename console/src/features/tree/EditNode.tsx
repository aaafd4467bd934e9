import { type NodeDetail, orgApi } from "@ginkgo/shared/api/org.ts";
import { useChange } from "../../ui/api/hooks.ts";
import { FormModal } from "../../ui/form/FormModal.tsx";
import { NodeFields, type NodeValues, nodeFieldNames } from "./NodeFields.tsx";
import { useNodeChanged } from "./useNodeChanged.ts";
import { useRereadIfStale } from "./useRereadIfStale.ts";

export const EditNode = ({ node, onClose }: { node: NodeDetail; onClose: () => void }) => {
  const update = useChange(orgApi.updateNode, useNodeChanged("已保存", onClose));
  const onError = useRereadIfStale(node.id);
  return (
    <FormModal<NodeValues>
      title={`编辑“${node.name}”`}
      okText="保存"
      pending={update.isPending}
      error={update.error}
      initial={{
        name: node.name,
        code: node.code ?? undefined,
        address: node.address ?? undefined,
        aliases: node.aliases,
      }}
      names={nodeFieldNames}
      onSubmit={({ name, code, address, aliases, note }) =>
        update.mutate(
          {
            nodeId: node.id,
            version: node.version,
            name,
            code: code || null,
            address: address || null,
            aliases,
            note: note || undefined,
          },
          { onError },
        )
      }
      onClose={onClose}
    >
      <NodeFields oldNameStays />
    </FormModal>
  );
};
