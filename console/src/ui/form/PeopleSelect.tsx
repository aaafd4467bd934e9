import { identityApi } from "@ginkgo/shared/api/identity.ts";
import { Select } from "antd";
import { useState } from "react";
import { useFetch } from "../api/hooks.ts";
import { useDebounced } from "./useDebounced.ts";

interface Person {
  readonly id: string;
  readonly name: string;
}

interface PeopleSelectProps {
  readonly value?: readonly string[];
  readonly onChange?: (ids: string[]) => void;
  readonly id?: string;
  /** Those who may be chosen already, so that they are shown by name. */
  readonly known?: readonly Person[];
  readonly most?: number;
  readonly placeholder?: string;
  readonly "aria-label"?: string;
}

/** People by name or telephone number. */
export const PeopleSelect = ({ value = [], onChange, known = [], most, placeholder, ...rest }: PeopleSelectProps) => {
  const [typed, setTyped] = useState("");
  const [picked, setPicked] = useState<ReadonlyMap<string, string>>(new Map());
  const q = useDebounced(typed.trim()) || undefined;
  const found = useFetch(identityApi.accounts, { q, limit: 30 }, { keep: true, staleTime: 60_000 });
  const items = (found.data?.items ?? []).map(({ id, name, roles }) => ({
    value: id,
    label: name,
    detail: roles.map((role) => `${role.node.name} · ${role.title ?? role.label}`).join("，"),
  }));
  const names = new Map([...known.map(({ id, name }) => [id, name] as const), ...picked]);
  const others = value
    .filter((one) => !items.some((item) => item.value === one))
    .map((one) => ({ value: one, label: names.get(one) ?? "…", detail: "" }));
  return (
    <Select
      {...rest}
      mode="multiple"
      maxCount={most}
      value={[...value]}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      placeholder={placeholder ?? "输入姓名或手机号查找"}
      loading={found.isFetching}
      notFoundContent={found.isFetching ? "正在查找…" : "没有找到"}
      options={[...others, ...items]}
      optionRender={({ data }) => (
        <div>
          {data.label}
          {data.detail ? <span className="muted small"> {data.detail}</span> : null}
        </div>
      )}
      onChange={(ids: string[]) => {
        setPicked(
          new Map([
            ...names,
            ...items.filter((item) => ids.includes(item.value)).map((i) => [i.value, i.label] as const),
          ]),
        );
        onChange?.(ids);
      }}
    />
  );
};
