import { useSession } from "../session.tsx";
import type { FieldProps } from "./field-props.ts";

export const CategoryField = ({ value, onChange, id }: FieldProps<"category">) => {
  const { categories } = useSession().pack;
  const groups = [...new Set(categories.map((one) => one.group))];
  return (
    <select
      id={id}
      className="box"
      value={typeof value === "string" ? value : ""}
      onChange={(event) => onChange(event.target.value)}
    >
      <option value="">请选择</option>
      {groups.map((group) => (
        <optgroup key={group} label={group}>
          {categories
            .filter((one) => one.group === group)
            .map((one) => (
              <option key={one.id} value={one.id}>
                {one.label}
              </option>
            ))}
        </optgroup>
      ))}
    </select>
  );
};
