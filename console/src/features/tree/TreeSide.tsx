import { SearchOutlined } from "@ant-design/icons";
import { orgApi } from "@ginkgo/shared/api/org.ts";
import { Checkbox, Input, Segmented, Skeleton, Tag, Tree, type TreeDataNode } from "antd";
import { useState } from "react";
import { useFetch } from "../../ui/api/hooks.ts";
import { useDebounced } from "../../ui/form/useDebounced.ts";
import { EmptyState, ErrorState } from "../../ui/States.tsx";
import { type TreeKind, type TreeNode, useTree } from "./useTree.ts";

interface TreeSideProps {
  readonly selected: string | null;
  readonly onSelect: (id: string) => void;
  readonly hasParty: boolean;
}

const Title = ({ node }: { node: TreeNode }) => (
  <span className="tree-title">
    {node.name} <span className="muted small">{node.tierLabel}</span>
    {node.status === "active" ? null : <Tag className="tag">{node.status === "merged" ? "已合并" : "已撤销"}</Tag>}
  </span>
);

const Found = ({ q, tree, onSelect }: { q: string; tree: TreeKind; onSelect: (id: string) => void }) => {
  const found = useFetch(orgApi.nodes, { q, tree, limit: 100 }, { keep: true });
  if (found.isLoading) return <Skeleton active className="state" />;
  if (!found.data) return <ErrorState error={found.error} onRetry={() => found.refetch()} />;
  if (found.data.items.length === 0) return <EmptyState text="没有找到，试试别名或代码" />;
  return (
    <ul className="plain-list">
      {found.data.items.map((node) => (
        <li key={node.id}>
          <button type="button" className="found" onClick={() => onSelect(node.id)}>
            <Title node={node} />
            <span className="muted small">{node.trail}</span>
          </button>
        </li>
      ))}
    </ul>
  );
};

const Levels = ({
  tree,
  closed,
  selected,
  onSelect,
}: {
  tree: TreeKind;
  closed: boolean;
  selected: string | null;
  onSelect: (id: string) => void;
}) => {
  const chosen = useFetch(orgApi.node, { nodeId: selected ?? "" }, { enabled: selected !== null, staleTime: 60_000 });
  const [first] = useState(selected);
  const reveal = chosen.data?.id === first ? chosen.data.trail.map((node) => node.id).filter((id) => id !== first) : [];
  const levels = useTree(tree, closed, reveal);
  const asData = (node: TreeNode): TreeDataNode => ({
    key: node.id,
    title: <Title node={node} />,
    isLeaf: node.childCount === 0,
    children: levels.childrenOf(node.id)?.map(asData),
  });
  if (levels.top.isLoading) return <Skeleton active className="state" />;
  if (levels.top.error) return <ErrorState error={levels.top.error} onRetry={() => levels.top.refetch()} />;
  const data = (levels.childrenOf("") ?? []).map(asData);
  if (data.length === 0) return <EmptyState text="还没有组织" />;
  return (
    <Tree
      blockNode
      treeData={data}
      expandedKeys={[...levels.opened]}
      onExpand={(keys) => levels.open(keys.map(String))}
      selectedKeys={selected ? [selected] : []}
      onSelect={(_, { node }) => onSelect(String(node.key))}
      // Opening is what loads; the tree only needs to know that more will come.
      loadData={() => Promise.resolve()}
    />
  );
};

export const TreeSide = ({ selected, onSelect, hasParty }: TreeSideProps) => {
  const [tree, setTree] = useState<TreeKind>("area");
  const [closed, setClosed] = useState(false);
  const [typed, setTyped] = useState("");
  const q = useDebounced(typed.trim());
  return (
    <div className="tree-side">
      <div className="tree-tools">
        {hasParty ? (
          <Segmented<TreeKind>
            block
            value={tree}
            onChange={setTree}
            options={[
              { value: "area", label: "地域" },
              { value: "party", label: "党组织" },
            ]}
          />
        ) : null}
        <Input
          prefix={<SearchOutlined />}
          placeholder="按名称、别名、代码查找"
          aria-label="查找组织"
          allowClear
          maxLength={50}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <Checkbox checked={closed} onChange={(event) => setClosed(event.target.checked)}>
          显示已撤销的
        </Checkbox>
      </div>
      <div className="tree-scroll">
        {q ? (
          <Found q={q} tree={tree} onSelect={onSelect} />
        ) : (
          <Levels tree={tree} closed={closed} selected={selected} onSelect={onSelect} />
        )}
      </div>
    </div>
  );
};
