import { casesApi } from "@ginkgo/shared/api/cases.ts";
import { orgApi } from "@ginkgo/shared/api/org.ts";
import { Select } from "antd";
import { useState } from "react";
import { useFetch } from "../../ui/api/hooks.ts";
import { tiersAs, usePack } from "../../ui/api/session.ts";
import { useDebounced } from "../../ui/form/useDebounced.ts";

interface AssigneeSelectProps {
  readonly value?: string;
  readonly onChange: (id: string | undefined) => void;
}

/** Filter by the body a case was handed to. */
export const AssigneeSelect = ({ value, onChange }: AssigneeSelectProps) => {
  const tiers = tiersAs(usePack(), "body", "grid");
  const [typed, setTyped] = useState("");
  const [opened, setOpened] = useState(false);
  const q = useDebounced(typed.trim()) || undefined;
  const found = useFetch(casesApi.candidates, { q, tiers, limit: 50 }, { enabled: opened && tiers !== "", keep: true });
  const chosen = useFetch(orgApi.node, { nodeId: value ?? "" }, { enabled: Boolean(value), staleTime: 60_000 });
  const options = (found.data?.items ?? []).map((item) => ({ value: item.id, label: item.name, place: item.place }));
  const known = !value || options.some((option) => option.value === value);
  return (
    <Select
      aria-label="承办"
      placeholder="全部承办"
      allowClear
      showSearch={{ filterOption: false, onSearch: setTyped }}
      value={value}
      loading={found.isFetching}
      onOpenChange={(open) => {
        if (open) setOpened(true);
      }}
      onChange={(id: string | undefined) => onChange(id)}
      popupMatchSelectWidth={280}
      notFoundContent={found.isFetching ? "正在查找…" : "没有找到"}
      options={known ? options : [{ value, label: chosen.data?.name ?? "…", place: "" }, ...options]}
      optionRender={({ data }) => (
        <div className="option">
          <div>{data.label}</div>
          <div className="muted small ellipsis">{data.place}</div>
        </div>
      )}
    />
  );
};
