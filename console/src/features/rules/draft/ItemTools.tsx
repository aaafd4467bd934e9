import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined } from "@ant-design/icons";
import { Button, Popconfirm } from "antd";
import { useDraft } from "./DraftContext.tsx";
import { listOf, type Path, swapped, without } from "./paths.ts";

interface ItemToolsProps {
  /** The list, and which of it. */
  readonly path: Path;
  readonly index: number;
  readonly what: string;
  /** After it has moved or gone: where it is now. */
  readonly onMoved?: (index: number | null) => void;
}

/** Up, down and away for one thing of a list. */
export const ItemTools = ({ path, index, what, onMoved }: ItemToolsProps) => {
  const { get, set } = useDraft();
  const list = listOf(get(path));
  const move = (by: 1 | -1) => {
    set(path, swapped(list, index, by));
    onMoved?.(index + by);
  };
  return (
    <span className="item-tools">
      <Button
        type="text"
        size="small"
        icon={<ArrowUpOutlined />}
        aria-label={`上移${what}`}
        disabled={index === 0}
        onClick={() => move(-1)}
      />
      <Button
        type="text"
        size="small"
        icon={<ArrowDownOutlined />}
        aria-label={`下移${what}`}
        disabled={index >= list.length - 1}
        onClick={() => move(1)}
      />
      <RemoveButton
        what={what}
        onRemove={() => {
          set(path, without(list, index));
          onMoved?.(null);
        }}
      />
    </span>
  );
};

export const RemoveButton = ({ what, onRemove }: { what: string; onRemove: () => void }) => (
  <Popconfirm title={`删除${what}？`} description="可以撤销。" okText="删除" cancelText="取消" onConfirm={onRemove}>
    <Button type="text" size="small" danger icon={<DeleteOutlined />} aria-label={`删除${what}`} />
  </Popconfirm>
);
