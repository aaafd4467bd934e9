import type { CaseView } from "@ginkgo/shared/api/cases.ts";
import { useQueryClient } from "@tanstack/react-query";
import { useSession } from "../session.tsx";
import type { FieldProps } from "./field-props.ts";

export const CategoryField = ({ value, onChange, id, caseId }: FieldProps<"category">) => {
  const shown = useQueryClient().getQueryData<CaseView>(["case", caseId]);
  // A case keeps its workflow: only categories that go the same way.
  const categories = useSession().pack.categories.filter(({ workflow }) => !shown || workflow === shown.workflow);
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
