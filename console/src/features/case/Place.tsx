import { EnvironmentOutlined } from "@ant-design/icons";
import type { CaseView } from "@ginkgo/shared/api/cases.ts";
import { Button } from "antd";
import { useState } from "react";
import { timeColours } from "../../ui/DueTime.tsx";
import { MapView } from "../../ui/map/MapView.tsx";

/** Where it is, in words and on the map. In a drawer the map waits until it is asked for. */
export const Place = ({ view, compact }: { view: CaseView; compact: boolean }) => {
  const [map, setMap] = useState(!compact);
  const meant = view.trail.findLast((node) => node.id !== view.community?.id)?.id;
  const pins = view.pin
    ? [{ id: view.id, at: view.pin, colour: timeColours[view.time], label: view.no, strong: true }]
    : [];
  return (
    <div>
      <div>
        <EnvironmentOutlined /> {view.place || "地点待定"}
      </div>
      {view.trail.length > 0 ? (
        <div className="muted small">{view.trail.map((node) => node.name).join(" › ")}</div>
      ) : null}
      {view.address ? <div className="muted small">地址：{view.address}</div> : null}
      {map ? (
        <div className="gap-above no-print">
          <MapView height={240} pins={pins} focus={meant} openOn={view.community?.id} />
        </div>
      ) : (
        <Button size="small" className="gap-above no-print" onClick={() => setMap(true)}>
          查看地图
        </Button>
      )}
    </div>
  );
};
