/** Several people who have an account and a role, found by name. */
import { identityApi } from "@ginkgo/shared/api/identity.ts";
import { Select } from "antd";
import { useState } from "react";
import { useFetch } from "../../ui/api/hooks.ts";
import { useRight } from "../../ui/api/session.ts";
import { useDebounced } from "../../ui/form/useDebounced.ts";
import type { Named } from "./BodiesSelect.tsx";

interface PeopleSelectProps {
  readonly value?: readonly Named[];
  readonly onChange?: (people: Named[]) => void;
  readonly id?: string;
}

export const PeopleSelect = ({ value = [], onChange, id }: PeopleSelectProps) => {
  const reads = useRight("people.read");
  const [typed, setTyped] = useState("");
  const q = useDebounced(typed.trim()) || undefined;
  const found = useFetch(identityApi.accounts, { q, limit: 50 }, { enabled: reads && q !== undefined, keep: true });
  const options = (q ? (found.data?.items ?? []) : []).map((account) => ({
    value: account.id,
    label: account.name,
    note: account.roles.map((role) => `${role.node.name} ${role.title ?? role.label}`).join("；"),
  }));
  return (
    <Select
      id={id}
      mode="multiple"
      labelInValue
      disabled={!reads}
      value={[...value]}
      placeholder={reads ? "输入姓名查找" : "您没有查找人员的权限"}
      options={options}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      notFoundContent={found.isFetching ? "正在查找…" : q ? "没有找到这个人" : "输入姓名查找"}
      optionRender={({ data }) => (
        <div className="option">
          {data.label} <span className="muted small">{data.note}</span>
        </div>
      )}
      onChange={(picked: Named[]) => {
        setTyped("");
        onChange?.(picked.map(({ value: one, label }) => ({ value: one, label })));
      }}
    />
  );
};
