import { type PatrolRoundView, patrolsApi } from "@ginkgo/shared/api/patrols.ts";
import Button from "antd-mobile/es/components/button";
import { useState } from "react";
import { toast } from "../../ui/feedback.ts";
import { useSend } from "../../ui/net/use-send.ts";
import { Sheet } from "../../ui/Sheet.tsx";
import { Refusal } from "../../ui/states.tsx";
import { patrolsKey } from "./queries.ts";

/** Noted with the round; what needs handling is reported as a case from there. */
export const FindingSheet = ({ round, onClose }: { round: PatrolRoundView; onClose: () => void }) => {
  const [words, setWords] = useState("");
  const [pointId, setPointId] = useState("");
  const find = useSend(patrolsApi.find, patrolsKey, () => {
    void toast("已记下；需要处理的，点“上报”", "success");
    onClose();
  });
  return (
    <Sheet
      open
      title="发现了什么？"
      onClose={onClose}
      footer={
        <Button
          block
          color="primary"
          disabled={words.trim() === ""}
          loading={find.isPending}
          onClick={() => find.mutate({ roundId: round.id, words: words.trim(), ...(pointId ? { pointId } : {}) })}
        >
          记下
        </Button>
      }
    >
      <label className="field">
        <span className="field-label">情况</span>
        <textarea
          className="box"
          rows={3}
          maxLength={500}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
      </label>
      <label className="field">
        <span className="field-label">在哪个点位</span>
        <select className="box" value={pointId} onChange={(event) => setPointId(event.target.value)}>
          <option value="">不在点位上</option>
          {round.points.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <Refusal error={find.error} />
    </Sheet>
  );
};
