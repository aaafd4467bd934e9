/** What lies under the pin, said before it is taken: near a boundary people often know better than the map. */
import type { NodeRef, Position } from "@ginkgo/shared/api/common.ts";
import type { Located } from "@ginkgo/shared/api/org.ts";
import type { UseQueryResult } from "@tanstack/react-query";
import Button from "antd-mobile/es/components/button";
import { useState } from "react";
import { distance } from "../../ui/case/words.ts";
import { problemOf } from "../../ui/net/client.ts";
import type { PlaceChoice } from "../../ui/place/choice.ts";
import { useSession } from "../../ui/session.tsx";

interface FoundProps {
  readonly pin: Position;
  readonly located: UseQueryResult<Located>;
  readonly onPick: (place: PlaceChoice) => void;
}

const named = (...nodes: readonly (NodeRef | null)[]): string => nodes.flatMap((node) => node?.name ?? []).join(" · ");

export const Found = ({ pin, located, onPick }: FoundProps) => {
  const { pack } = useSession();
  const [other, setOther] = useState<NodeRef>();
  if (located.isFetching) return <p className="map-found">正在看这里属于哪个社区…</p>;
  if (!located.data)
    return (
      <div className="map-found">
        <p>{problemOf(located.error).detail}</p>
        <Button
          block
          color="primary"
          onClick={() => onPick({ way: "map", pin, label: "地图上点的位置（联网后判断归哪个社区）" })}
        >
          先用这个位置
        </Button>
      </div>
    );
  const { fit, grid, compound, community, alternatives } = located.data;
  if (fit === "outside")
    return (
      <p className="map-found field-problem" role="alert">
        这里不在{pack.name}范围内，请重新点一处，或者改用“输入地址”。
      </p>
    );
  const label = other ? other.name : named(community, compound, grid) || "地图上点的位置";
  return (
    <div className="map-found">
      <p>
        {fit === "inside" ? "这里是" : "这里附近是"}
        <b>{named(community, compound, grid)}</b>
      </p>
      {alternatives.length > 0 && (
        <fieldset>
          <legend className="field-help">靠近交界处，如果不是上面的社区，请选：</legend>
          <div className="chips">
            {alternatives.slice(0, 4).map(({ node, meters }) => (
              <button
                key={node.id}
                type="button"
                className="chip"
                aria-pressed={other?.id === node.id}
                onClick={() => setOther(other?.id === node.id ? undefined : node)}
              >
                {node.name}（{distance(meters)}）
              </button>
            ))}
          </div>
        </fieldset>
      )}
      <div style={{ padding: "0.75rem 0" }}>
        <Button
          block
          color="primary"
          size="large"
          onClick={() => onPick({ way: "map", pin, label, ...(other ? { node: other.id } : {}) })}
        >
          就是这里{other && `，归${other.name}`}
        </Button>
      </div>
    </div>
  );
};
