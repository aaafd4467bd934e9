/** Moving, merging, closing and opening again: each takes a reason and keeps the history. */
import { type NodeDetail, orgApi } from "@ginkgo/shared/api/org.ts";
import { Form } from "antd";
import { useChange } from "../../ui/api/hooks.ts";
import { usePack } from "../../ui/api/session.ts";
import { FormModal } from "../../ui/form/FormModal.tsx";
import { NodeSelect } from "../../ui/form/NodeSelect.tsx";
import { NoteField } from "./NodeFields.tsx";
import { useNodeChanged } from "./useNodeChanged.ts";
import { useRereadIfStale } from "./useRereadIfStale.ts";

interface DialogProps {
  readonly node: NodeDetail;
  readonly onClose: () => void;
}

interface NoteOnly {
  note?: string;
}

const useTier = (node: NodeDetail) => usePack()?.tiers.find((tier) => tier.id === node.tier);

export const MoveNode = ({ node, onClose }: DialogProps) => {
  const move = useChange(orgApi.moveNode, useNodeChanged("已移动", onClose));
  const onError = useRereadIfStale(node.id);
  const tier = useTier(node);
  return (
    <FormModal<{ parent: string; note?: string }>
      title={`移动“${node.name}”`}
      okText="移动"
      pending={move.isPending}
      error={move.error}
      names={["parent", "note"]}
      onSubmit={({ parent, note }) =>
        move.mutate({ nodeId: node.id, version: node.version, parent, note }, { onError })
      }
      onClose={onClose}
    >
      <Form.Item
        name="parent"
        label="新的上级"
        rules={[{ required: true, message: "请选择新的上级" }]}
        extra={`连同下面的 ${node.childCount} 个下级一起移动。`}
      >
        <NodeSelect tree={tier?.tree === "party" ? "party" : "area"} tiers={tier?.under.join(",") || undefined} />
      </Form.Item>
      <NoteField />
    </FormModal>
  );
};

export const MergeNode = ({ node, onClose }: DialogProps) => {
  const merge = useChange(orgApi.mergeNode, useNodeChanged("已合并", onClose));
  const onError = useRereadIfStale(node.id);
  const tier = useTier(node);
  return (
    <FormModal<{ into: string; note?: string }>
      title={`合并“${node.name}”`}
      okText="合并"
      danger
      pending={merge.isPending}
      error={merge.error}
      names={["into", "note"]}
      onSubmit={({ into, note }) => merge.mutate({ nodeId: node.id, version: node.version, into, note }, { onError })}
      onClose={onClose}
    >
      <Form.Item
        name="into"
        label="并入"
        rules={[{ required: true, message: "请选择并入哪里" }]}
        extra="下级和没有办结的诉求会一起转过去，原名称成为别名。"
      >
        <NodeSelect tree={tier?.tree === "party" ? "party" : "area"} tiers={node.tier} />
      </Form.Item>
      <NoteField />
    </FormModal>
  );
};

export const CloseNode = ({ node, onClose }: DialogProps) => {
  const close = useChange(orgApi.closeNode, useNodeChanged("已撤销", onClose));
  const onError = useRereadIfStale(node.id);
  return (
    <FormModal<NoteOnly>
      title={`撤销“${node.name}”`}
      okText="撤销"
      danger
      pending={close.isPending}
      error={close.error}
      names={["note"]}
      onSubmit={({ note }) => close.mutate({ nodeId: node.id, version: node.version, note }, { onError })}
      onClose={onClose}
    >
      <p>没有下级、没有未办结诉求的才能撤销。历史会保留，以后可以重新启用。</p>
      <NoteField />
    </FormModal>
  );
};

export const ReopenNode = ({ node, onClose }: DialogProps) => {
  const reopen = useChange(orgApi.reopenNode, useNodeChanged("已重新启用", onClose));
  const onError = useRereadIfStale(node.id);
  return (
    <FormModal<NoteOnly>
      title={`重新启用“${node.name}”`}
      okText="重新启用"
      pending={reopen.isPending}
      error={reopen.error}
      names={["note"]}
      onSubmit={({ note }) => reopen.mutate({ nodeId: node.id, version: node.version, note }, { onError })}
      onClose={onClose}
    >
      <NoteField />
    </FormModal>
  );
};
