import { SettingOutlined } from "@ant-design/icons";
import { Button, Checkbox, Popover } from "antd";
import type { Column } from "./columns.ts";

interface ColumnPickerProps {
  readonly columns: readonly Column[];
  readonly shown: readonly string[];
  readonly onShown: (shown: string[]) => void;
}

export const ColumnPicker = ({ columns, shown, onShown }: ColumnPickerProps) => (
  <Popover
    trigger="click"
    placement="bottomRight"
    content={
      <Checkbox.Group
        className="column-picker"
        value={[...shown]}
        onChange={onShown}
        options={columns.map(({ id, label }) => ({ value: id, label }))}
      />
    }
  >
    <Button icon={<SettingOutlined />}>选择列</Button>
  </Popover>
);
