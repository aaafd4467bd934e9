import { Modal } from "antd";
import { useState } from "react";
import { useKeys } from "../ui/keys.ts";

const rows: [string, string][] = [
  ["?", "打开这份说明"],
  ["/", "派单台：到搜索框"],
  ["j / ↓", "派单台：下一条"],
  ["k / ↑", "派单台：上一条"],
  ["x", "派单台：选中或取消选中"],
  ["Enter", "派单台：打开这一条"],
  ["按钮上的字母", "诉求打开时：执行这一步"],
  ["Esc", "关闭对话框或抽屉"],
];

export const KeyHelp = () => {
  const [open, setOpen] = useState(false);
  useKeys({ "?": () => setOpen(true), "？": () => setOpen(true) });
  return (
    <Modal open={open} title="键盘操作" footer={null} onCancel={() => setOpen(false)}>
      <dl className="key-help">
        {rows.map(([key, what]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
};
