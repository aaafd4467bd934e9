import type { CallInput } from "@ginkgo/shared/api/contract.ts";
import { orgApi } from "@ginkgo/shared/api/org.ts";
import { useQueryClient } from "@tanstack/react-query";
import { TreeSelect } from "antd";
import { useState } from "react";
import { call } from "../api/client.ts";
import { keyOf, useFetch } from "../api/hooks.ts";
import { useDebounced } from "./useDebounced.ts";

interface NodeSelectProps {
  readonly value?: string | null;
  readonly onChange?: (id: string | undefined, name?: string) => void;
  readonly tree?: "area" | "party";
  /** Comma-separated tiers that may be picked; any when absent. */
  readonly tiers?: string;
  readonly placeholder?: string;
  readonly allowClear?: boolean;
  readonly disabled?: boolean;
  readonly id?: string;
  readonly style?: React.CSSProperties;
  readonly "aria-label"?: string;
}

interface TreeItem {
  value: string;
  title: string;
  label: string;
  selectable: boolean;
  isLeaf: boolean;
  children?: TreeItem[];
}

type Nodes = { id: string; name: string; tier: string; tierLabel: string; trail: string; childCount: number }[];

const withChildren = (items: TreeItem[], parent: string, children: TreeItem[]): TreeItem[] =>
  items.map((item) => {
    if (item.value === parent) return { ...item, children };
    return item.children ? { ...item, children: withChildren(item.children, parent, children) } : item;
  });

/** Pick a node: open the tree level by level, or type to search names, aliases and codes. */
export const NodeSelect = ({
  value,
  onChange,
  tree = "area",
  tiers,
  placeholder,
  allowClear = true,
  ...rest
}: NodeSelectProps) => {
  const queries = useQueryClient();
  const [loaded, setLoaded] = useState<TreeItem[] | null>(null);
  const [expanded, setExpanded] = useState<string[]>([]);
  const [typed, setTyped] = useState("");
  const words = useDebounced(typed.trim());
  const pickable = tiers?.split(",");

  const read = (input: CallInput<typeof orgApi.nodes>) =>
    queries.fetchQuery({
      queryKey: keyOf(orgApi.nodes, input),
      queryFn: () => call(orgApi.nodes, input),
      staleTime: 60_000,
    });

  const asItem = (node: Nodes[number]): TreeItem => ({
    value: node.id,
    title: words ? (node.trail ? `${node.name}（${node.trail}）` : node.name) : node.name,
    label: node.name,
    selectable: !pickable || pickable.includes(node.tier),
    isLeaf: words !== "" || node.childCount === 0,
  });

  const found = useFetch(
    orgApi.nodes,
    { tree, q: words, tiers, limit: 50 },
    { enabled: words !== "", staleTime: 60_000, keep: true },
  );
  const chosen = useFetch(orgApi.node, { nodeId: value ?? "" }, { enabled: Boolean(value), staleTime: 60_000 });

  // The county's name alone helps nobody: its children come with it.
  const openRoot = async () => {
    if (loaded) return;
    const { items } = await read({ tree }).catch(() => ({ items: [] as Nodes }));
    setLoaded(items.map(asItem));
    const only = items.length === 1 ? items[0] : undefined;
    if (!only) return;
    await openBelow(only.id);
    setExpanded([only.id]);
  };
  const openBelow = async (parent: string) => {
    const { items } = await read({ tree, parent });
    setLoaded((all) => withChildren(all ?? [], parent, items.map(asItem)));
  };

  const searching = words !== "";
  return (
    <TreeSelect
      {...rest}
      showSearch={{ filterTreeNode: false, onSearch: setTyped }}
      labelInValue
      allowClear={allowClear}
      placeholder={placeholder ?? "请选择"}
      value={value ? { value, label: chosen.data?.name ?? "…" } : undefined}
      treeData={searching ? (found.data?.items ?? []).map(asItem) : (loaded ?? [])}
      treeNodeLabelProp="label"
      treeExpandedKeys={searching ? [] : expanded}
      onTreeExpand={(keys) => setExpanded(keys.map(String))}
      loadData={searching ? undefined : (node) => openBelow(String(node.value))}
      popupMatchSelectWidth={320}
      notFoundContent={found.isFetching ? "正在查找…" : searching ? "没有找到，换个说法试试" : "没有可选的"}
      onOpenChange={(open) => {
        if (open) void openRoot();
        else setTyped("");
      }}
      onChange={(picked: { value: string; label: string } | undefined) => onChange?.(picked?.value, picked?.label)}
    />
  );
};
