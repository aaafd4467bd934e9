import { type CaseSummary, casesApi } from "@ginkgo/shared/api/cases.ts";
import { Select } from "antd";
import { useState } from "react";
import { useFetch } from "../api/hooks.ts";
import { useDebounced } from "./useDebounced.ts";

interface CaseSelectProps {
  readonly value?: string;
  readonly onChange?: (id: string | undefined) => void;
  readonly id?: string;
  /** The case that is being worked on: it cannot be its own duplicate. */
  readonly except?: string;
}

/** Pick another case by its number or its words. */
export const CaseSelect = ({ value, onChange, id, except }: CaseSelectProps) => {
  const [typed, setTyped] = useState("");
  const [picked, setPicked] = useState<CaseSummary | null>(null);
  const words = useDebounced(typed.trim());
  const found = useFetch(casesApi.list, { box: "desk", q: words || undefined, limit: 20 }, { keep: true });
  const items = (found.data?.items ?? []).filter((item) => item.id !== except);
  const shown = picked && !items.some((item) => item.id === picked.id) ? [picked, ...items] : items;

  return (
    <Select
      id={id}
      value={value}
      allowClear
      showSearch={{ filterOption: false, onSearch: setTyped }}
      placeholder="输入编号或内容查找"
      loading={found.isFetching}
      notFoundContent={found.isFetching ? "正在查找…" : "没有找到"}
      optionLabelProp="label"
      options={shown.map((item) => ({ value: item.id, label: `${item.no} ${item.categoryLabel}`, item }))}
      optionRender={({ data }) => (
        <div className="option">
          <div>
            {data.item.no} · {data.item.categoryLabel} · {data.item.stateLabel}
          </div>
          <div className="muted small ellipsis">{data.item.words}</div>
        </div>
      )}
      onChange={(next: string | undefined) => {
        setPicked(shown.find((item) => item.id === next) ?? null);
        onChange?.(next);
      }}
    />
  );
};
