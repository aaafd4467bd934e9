import type { Output } from "@ginkgo/shared/api/contract.ts";
import { orgApi } from "@ginkgo/shared/api/org.ts";
import { AutoComplete, Input } from "antd";
import { useFetch } from "../../ui/api/hooks.ts";
import { useDebounced } from "../../ui/form/useDebounced.ts";

type Match = Output<typeof orgApi.findAddress>["items"][number];

interface AddressInputProps {
  readonly value?: string;
  readonly onChange?: (address: string) => void;
  readonly onMatch: (match: Match) => void;
  readonly id?: string;
}

/** Free text; what the place knows under that name is offered below. */
export const AddressInput = ({ value = "", onChange, onMatch, id }: AddressInputProps) => {
  const q = useDebounced(value.trim());
  const found = useFetch(orgApi.findAddress, { q }, { enabled: q.length >= 1, staleTime: 60_000, keep: true });
  const items = q ? (found.data?.items ?? []) : [];
  return (
    <AutoComplete
      id={id}
      value={value}
      onChange={(text: string) => onChange?.(text)}
      onSelect={(_: string, option) => {
        const match = items.find((item) => item.node.id === option.key);
        if (match) onMatch(match);
      }}
      options={items.map((item) => ({
        key: item.node.id,
        value: item.node.name,
        label: (
          <div className="option">
            <div>{item.node.name}</div>
            <div className="muted small ellipsis">{item.trail}</div>
          </div>
        ),
      }))}
    >
      <Input maxLength={120} placeholder="例如：人民广场、小区 3 号楼东侧" allowClear />
    </AutoComplete>
  );
};
