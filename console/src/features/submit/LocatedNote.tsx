import type { Position } from "@ginkgo/shared/api/common.ts";
import { type Located, orgApi } from "@ginkgo/shared/api/org.ts";
import { Alert, Button } from "antd";
import type { z } from "zod";
import { detailOf } from "../../ui/api/client.ts";
import { useFetch } from "../../ui/api/hooks.ts";

interface LocatedNoteProps {
  readonly pin: Position;
  readonly chosen: string | undefined;
  readonly onChoose: (node: string) => void;
}

const inWords = ({ subdistrict, community, compound, grid }: z.infer<typeof Located>) =>
  [subdistrict, community, compound, grid].flatMap((node) => (node ? [node.name] : [])).join(" › ");

/** Which community the pin lies in; near a boundary the neighbours are offered too. */
export const LocatedNote = ({ pin, chosen, onChoose }: LocatedNoteProps) => {
  const located = useFetch(orgApi.locate, { lng: pin[0], lat: pin[1] }, { staleTime: 60_000 });
  if (located.isLoading) return <p className="muted small">正在查这个位置属于哪里…</p>;
  if (!located.data) return <Alert className="gap-above" type="warning" showIcon title={detailOf(located.error)} />;
  const { fit, alternatives } = located.data;
  if (fit === "outside") {
    return (
      <Alert className="gap-above" type="warning" showIcon title="这个位置不在本地范围内，请重新点选，或改填地址。" />
    );
  }
  return (
    <Alert
      className="gap-above"
      type={fit === "inside" ? "success" : "info"}
      showIcon
      title={fit === "inside" ? inWords(located.data) : `靠近 ${inWords(located.data)}，但不在任何网格内`}
      description={
        alternatives.length > 0 ? (
          <div className="suggestions">
            <span className="muted">离边界不远，也可能是：</span>
            {alternatives.map(({ node, meters }) => (
              <Button
                key={node.id}
                size="small"
                type={chosen === node.id ? "primary" : "default"}
                onClick={() => onChoose(node.id)}
              >
                {node.name}（{meters} 米）
              </Button>
            ))}
          </div>
        ) : undefined
      }
    />
  );
};
