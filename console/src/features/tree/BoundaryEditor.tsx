import { type NodeDetail, orgApi } from "@ginkgo/shared/api/org.ts";
import { Alert, Button, Segmented } from "antd";
import { useMemo, useRef, useState } from "react";
import { detailOf } from "../../ui/api/client.ts";
import { useChange, useFetch } from "../../ui/api/hooks.ts";
import { tiersAs, usePack } from "../../ui/api/session.ts";
import { type Drawn, type Tool, useBoundaryMap } from "./useBoundaryMap.ts";
import { useNodeChanged } from "./useNodeChanged.ts";
import { useRereadIfStale } from "./useRereadIfStale.ts";

const help: Record<Tool, string> = {
  select: "点一下边界或中心点再拖动；拖动边上的小点增加拐点，右键点拐点删除。",
  polygon: "依次点出边界的拐点，点回第一个点结束；画完会替换原来的边界。",
  point: "在图上点一下，放置中心点。",
};

/** Draw or adjust the boundary and the centre of one node; nothing is sent before 保存. */
export const BoundaryEditor = ({ node, onClose }: { node: NodeDetail; onClose: () => void }) => {
  const pack = usePack();
  const tiers = tiersAs(pack, "community", "grid");
  const areas = useFetch(orgApi.mapAreas, { tiers }, { enabled: tiers !== "", staleTime: 600_000 });
  const neighbours = useMemo(
    () => (areas.data?.items ?? []).filter((area) => area.id !== node.id),
    [areas.data, node.id],
  );
  const container = useRef<HTMLDivElement>(null);
  const [tool, setTool] = useState<Tool>(node.polygon ? "select" : "polygon");
  const [drawn, setDrawn] = useState<Drawn>({ polygon: node.polygon, at: node.at });
  const { clearBoundary } = useBoundaryMap({
    container,
    node,
    tool,
    neighbours,
    centre: pack?.map.centre ?? [0, 0],
    accent: pack?.accent ?? "#333333",
    onDrawn: setDrawn,
    onFinished: () => setTool("select"),
  });
  const save = useChange(orgApi.updateNode, useNodeChanged("位置已保存", onClose));
  const onError = useRereadIfStale(node.id);

  return (
    <>
      <div className="page-extra gap-below">
        <Segmented<Tool>
          value={tool}
          onChange={setTool}
          options={[
            { value: "select", label: "调整" },
            { value: "polygon", label: drawn.polygon ? "重画边界" : "画边界" },
            { value: "point", label: "放中心点" },
          ]}
        />
        <Button disabled={!drawn.polygon} onClick={clearBoundary}>
          清除边界
        </Button>
      </div>
      <p className="muted small">{help[tool]}</p>
      {save.error ? <Alert className="gap-below" type="error" showIcon title={detailOf(save.error)} /> : null}
      <div className="map-box" style={{ height: 420 }}>
        <div ref={container} className="map-canvas" />
      </div>
      <div className="page-extra gap-above">
        <Button
          type="primary"
          loading={save.isPending}
          onClick={() => save.mutate({ nodeId: node.id, version: node.version, ...drawn }, { onError })}
        >
          保存
        </Button>
        <Button onClick={onClose}>取消</Button>
      </div>
    </>
  );
};
