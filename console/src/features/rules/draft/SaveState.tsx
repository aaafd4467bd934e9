import {
  CheckCircleOutlined,
  ClockCircleOutlined,
  RedoOutlined,
  SyncOutlined,
  UndoOutlined,
  WarningOutlined,
} from "@ant-design/icons";
import { Button } from "antd";
import type { ReactNode } from "react";
import { useDraft } from "./DraftContext.tsx";

const Said = ({ icon, children, danger }: { icon: ReactNode; children: ReactNode; danger?: boolean }) => (
  <span className={danger ? "save-state danger" : "save-state muted"} role="status">
    {icon} {children}
  </span>
);

const State = () => {
  const { saving, flush } = useDraft();
  switch (saving.is) {
    case "unchanged":
      return <Said icon={null}>还没有改动</Said>;
    case "waiting":
      return <Said icon={<ClockCircleOutlined />}>还没有保存…</Said>;
    case "saving":
      return <Said icon={<SyncOutlined spin />}>正在保存…</Said>;
    case "saved":
      return <Said icon={<CheckCircleOutlined />}>已保存</Said>;
    case "stale":
      return (
        <Said icon={<WarningOutlined />} danger>
          没有保存：草稿被别人改过
        </Said>
      );
    case "failed":
      return (
        <Said icon={<WarningOutlined />} danger>
          保存失败：{saving.detail}
          <Button type="link" size="small" onClick={() => void flush()}>
            重试
          </Button>
        </Said>
      );
  }
};

/** Stays in sight while one scrolls. */
export const SaveBar = ({ children }: { children: ReactNode }) => {
  const { undo, redo, mayEdit } = useDraft();
  return (
    <div className="save-bar no-print">
      {mayEdit ? <State /> : <span className="muted">只能查看，不能修改</span>}
      <span className="grow" />
      {mayEdit ? (
        <>
          <Button icon={<UndoOutlined />} disabled={!undo} onClick={undo} aria-label="撤销" title="撤销（Ctrl+Z）" />
          <Button icon={<RedoOutlined />} disabled={!redo} onClick={redo} aria-label="重做" title="重做（Ctrl+Y）" />
        </>
      ) : null}
      {children}
    </div>
  );
};
