/** Several units, departments or teams, found by name. */
import { orgApi } from "@ginkgo/shared/api/org.ts";
import { Select } from "antd";
import { useState } from "react";
import { useFetch } from "../../ui/api/hooks.ts";
import { tiersAs, usePack } from "../../ui/api/session.ts";
import { useDebounced } from "../../ui/form/useDebounced.ts";

export interface Named {
  readonly value: string;
  readonly label: string;
}

interface BodiesSelectProps {
  readonly value?: readonly Named[];
  readonly onChange?: (bodies: Named[]) => void;
  readonly id?: string;
  readonly placeholder?: string;
}

export const BodiesSelect = ({ value = [], onChange, id, placeholder = "输入单位名称查找" }: BodiesSelectProps) => {
  const tiers = tiersAs(usePack(), "body");
  const [typed, setTyped] = useState("");
  const q = useDebounced(typed.trim()) || undefined;
  const found = useFetch(orgApi.nodes, { tree: "area", q, tiers, limit: 50 }, { enabled: q !== undefined, keep: true });
  const options = (q ? (found.data?.items ?? []) : []).map((node) => ({
    value: node.id,
    label: node.name,
    note: [node.tierLabel, node.trail].filter(Boolean).join(" · "),
  }));
  return (
    <Select
      id={id}
      mode="multiple"
      labelInValue
      value={[...value]}
      placeholder={placeholder}
      options={options}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      notFoundContent={found.isFetching ? "正在查找…" : q ? "没有找到，换个说法试试" : "输入名称查找"}
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
