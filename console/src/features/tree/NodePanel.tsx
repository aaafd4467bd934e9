import { DownloadOutlined } from "@ant-design/icons";
import { type NodeDetail, orgApi } from "@ginkgo/shared/api/org.ts";
import { Alert, Button, Descriptions, Tag } from "antd";
import { lazy, Suspense, useState } from "react";
import { useFetch } from "../../ui/api/hooks.ts";
import { MapView } from "../../ui/map/MapView.tsx";
import { hasWebGl } from "../../ui/map/webgl.ts";
import { Loaded } from "../../ui/States.tsx";
import { Covers, ZoneTags } from "./Covers.tsx";
import { NodeActions } from "./NodeActions.tsx";
import { NodeHistory } from "./NodeHistory.tsx";

const BoundaryEditor = lazy(async () => ({ default: (await import("./BoundaryEditor.tsx")).BoundaryEditor }));

interface NodePanelProps {
  readonly nodeId: string;
  readonly onSelect: (id: string) => void;
}

const Status = ({ node }: { node: NodeDetail }) => {
  if (node.status === "active") return <Tag className="tag tag-done">正常</Tag>;
  return <Tag>{node.status === "merged" ? `已并入 ${node.mergedInto?.name ?? ""}` : "已撤销"}</Tag>;
};

const Facts = ({ node, onSelect }: { node: NodeDetail } & Pick<NodePanelProps, "onSelect">) => (
  <Descriptions
    size="small"
    column={{ xs: 1, md: 2 }}
    items={[
      { key: "tier", label: "层级", children: node.tierLabel },
      { key: "status", label: "状态", children: <Status node={node} /> },
      { key: "code", label: "代码", children: node.code ?? "—" },
      { key: "children", label: "下级", children: `${node.childCount} 个` },
      { key: "address", label: "地址", children: node.address ?? "—" },
      { key: "aliases", label: "别名", children: node.aliases.length > 0 ? node.aliases.join("、") : "—" },
      {
        key: "trail",
        label: "上级",
        span: "filled",
        children: (
          <span>
            {node.trail
              .filter((above) => above.id !== node.id)
              .map((above) => (
                <Button key={above.id} type="link" size="small" className="crumb" onClick={() => onSelect(above.id)}>
                  {above.name}
                </Button>
              ))}
          </span>
        ),
      },
      ...(node.zones.length > 0
        ? [{ key: "zones", label: "所属功能区", children: <ZoneTags node={node} onSelect={onSelect} /> }]
        : []),
      ...(node.seat ? [{ key: "seat", label: "覆盖区域", children: node.seat.name }] : []),
    ]}
  />
);

/** Where the node lies; with the right to edit, its boundary and centre can be drawn. */
const NodeMap = ({ node }: { node: NodeDetail }) => {
  const [editing, setEditing] = useState(false);
  const editable = node.may.edit && node.status === "active";
  return (
    <section className="section">
      <h2>位置</h2>
      {editing ? (
        <Suspense fallback={<div className="map-box" style={{ height: 380 }} />}>
          <BoundaryEditor node={node} onClose={() => setEditing(false)} />
        </Suspense>
      ) : (
        <>
          <MapView
            height={300}
            focus={node.id}
            openOn={node.id}
            picked={node.polygon || node.childCount === 0 ? node.at : null}
          />
          {!node.at && !node.polygon ? <p className="muted small">还没有标出位置和边界。</p> : null}
          {editable && hasWebGl() ? (
            <Button className="gap-above" onClick={() => setEditing(true)}>
              编辑边界和中心点
            </Button>
          ) : null}
          {editable && !hasWebGl() ? (
            <Alert
              className="gap-above"
              type="info"
              showIcon
              title="这个浏览器不支持画边界，请换一台电脑或更新浏览器。"
            />
          ) : null}
        </>
      )}
    </section>
  );
};

export const NodePanel = ({ nodeId, onSelect }: NodePanelProps) => {
  const query = useFetch(orgApi.node, { nodeId });
  return (
    <Loaded query={query}>
      {(node) => (
        <>
          <div className="node-head">
            <h2>{node.name}</h2>
            <Button
              size="small"
              icon={<DownloadOutlined />}
              href={`/api/v1/nodes/export.xlsx?${new URLSearchParams({ under: node.id, app: "console" })}`}
              download
            >
              导出 Excel
            </Button>
          </div>
          {node.may.edit ? <NodeActions node={node} onSelect={onSelect} /> : null}
          <Facts node={node} onSelect={onSelect} />
          <Covers node={node} onSelect={onSelect} />
          <NodeMap node={node} />
          <NodeHistory nodeId={node.id} />
        </>
      )}
    </Loaded>
  );
};
