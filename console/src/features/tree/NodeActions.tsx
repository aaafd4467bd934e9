import { QrcodeOutlined } from "@ant-design/icons";
import type { NodeDetail } from "@ginkgo/shared/api/org.ts";
import { Button } from "antd";
import { useState } from "react";
import { useNavigate } from "react-router";
import { usePack } from "../../ui/api/session.ts";
import { AddNode } from "./AddNode.tsx";
import { EditNode } from "./EditNode.tsx";
import { CloseNode, MergeNode, MoveNode, ReopenNode } from "./ReorderNode.tsx";

type Dialog = "add" | "edit" | "move" | "merge" | "close" | "reopen";

interface NodeActionsProps {
  readonly node: NodeDetail;
  readonly onSelect: (id: string) => void;
}

export const NodeActions = ({ node, onSelect }: NodeActionsProps) => {
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const close = () => setDialog(null);
  const active = node.status === "active";
  const isRoot = node.parent === null;
  const go = useNavigate();
  const onMap = usePack()?.tiers.find(({ id }) => id === node.tier)?.tree === "area";
  return (
    <div className="page-extra gap-below">
      {active ? (
        <>
          {node.childTiers.length > 0 ? (
            <Button type="primary" onClick={() => setDialog("add")}>
              新增下级
            </Button>
          ) : null}
          <Button onClick={() => setDialog("edit")}>编辑</Button>
          {onMap ? (
            <Button icon={<QrcodeOutlined />} onClick={() => void go(`/qr/nodes/${node.id}`)}>
              二维码
            </Button>
          ) : null}
          {isRoot ? null : (
            <>
              <Button onClick={() => setDialog("move")}>移动</Button>
              <Button onClick={() => setDialog("merge")}>合并</Button>
              <Button danger onClick={() => setDialog("close")}>
                撤销
              </Button>
            </>
          )}
        </>
      ) : null}
      {node.status === "closed" ? <Button onClick={() => setDialog("reopen")}>重新启用</Button> : null}
      {dialog === "add" ? <AddNode parent={node} onClose={close} onAdded={onSelect} /> : null}
      {dialog === "edit" ? <EditNode node={node} onClose={close} /> : null}
      {dialog === "move" ? <MoveNode node={node} onClose={close} /> : null}
      {dialog === "merge" ? <MergeNode node={node} onClose={close} /> : null}
      {dialog === "close" ? <CloseNode node={node} onClose={close} /> : null}
      {dialog === "reopen" ? <ReopenNode node={node} onClose={close} /> : null}
    </div>
  );
};
