import { Select } from "antd";
import { usePack } from "../api/session.ts";

interface CategorySelectProps {
  readonly value?: string;
  readonly onChange?: (category: string | undefined) => void;
  readonly placeholder?: string;
  readonly allowClear?: boolean;
  readonly id?: string;
  readonly style?: React.CSSProperties;
  readonly "aria-label"?: string;
}

/** The pack's categories in their groups, found by name or description. */
export const CategorySelect = ({
  placeholder = "请选择类别",
  allowClear = true,
  onChange,
  ...rest
}: CategorySelectProps) => {
  const categories = usePack()?.categories ?? [];
  const groups = [...new Set(categories.map((category) => category.group))];
  return (
    <Select
      {...rest}
      onChange={(category: string | undefined) => onChange?.(category)}
      allowClear={allowClear}
      placeholder={placeholder}
      showSearch={{
        filterOption: (text, option) => `${option && "words" in option ? option.words : ""}`.includes(text),
      }}
      popupMatchSelectWidth={300}
      listHeight={360}
      optionLabelProp="label"
      options={groups.map((group) => ({
        label: group,
        title: group,
        options: categories
          .filter((category) => category.group === group)
          .map((category) => ({
            value: category.id,
            label: category.label,
            words: `${category.label}${category.description}${group}`,
            description: category.description,
            icon: category.icon,
            urgent: category.urgent,
          })),
      }))}
      optionRender={({ data }) => (
        <div className="option">
          <div>
            {"icon" in data && data.icon ? <span aria-hidden="true">{String(data.icon)} </span> : null}
            {data.label}
            {"urgent" in data && data.urgent ? <span className="danger">（紧急）</span> : null}
          </div>
          {"description" in data ? <div className="muted small ellipsis">{String(data.description)}</div> : null}
        </div>
      )}
    />
  );
};
