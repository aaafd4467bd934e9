/** Whom to ask: someone of the same rota, to take over or to exchange for one of theirs. */
import { dutiesApi, type Shift } from "@ginkgo/shared/api/duties.ts";
import { spanWords } from "@ginkgo/shared/day.ts";
import { useQuery } from "@tanstack/react-query";
import Button from "antd-mobile/es/components/button";
import { useState } from "react";
import { toast } from "../../ui/feedback.ts";
import { call } from "../../ui/net/client.ts";
import { useSend } from "../../ui/net/use-send.ts";
import { Sheet } from "../../ui/Sheet.tsx";
import { Empty, Loaded, Refusal } from "../../ui/states.tsx";
import { dutiesKey } from "./queries.ts";
import "../../ui/form/form.css";

export const SwapSheet = ({ shift, onClose }: { shift: Shift; onClose: () => void }) => {
  const query = useQuery({
    queryKey: [dutiesKey, "colleagues", shift.id],
    queryFn: ({ signal }) => call(dutiesApi.colleagues, { shiftId: shift.id }, { signal }),
  });
  const [toId, setToId] = useState<string>();
  const [forShiftId, setForShiftId] = useState<string>();
  const [words, setWords] = useState("");
  const ask = useSend(dutiesApi.askSwap, dutiesKey, ({ to }) => {
    void toast(`已问${to.name}，等对方答复`, "success");
    onClose();
  });
  const chosen = query.data?.items.find(({ id }) => id === toId);
  return (
    <Sheet
      open
      title="找谁换班？"
      onClose={onClose}
      footer={
        <Button
          block
          color="primary"
          disabled={!toId}
          loading={ask.isPending}
          onClick={() => {
            if (toId)
              ask.mutate({ shiftId: shift.id, toId, words: words.trim(), ...(forShiftId ? { forShiftId } : {}) });
          }}
        >
          发出请求
        </Button>
      }
    >
      <Loaded query={query} lines={3}>
        {({ items }) => (
          <>
            {items.length === 0 && <Empty title="这个值班表里没有别的人" hint="请联系社区调整。" />}
            <div className="options field">
              {items.map(({ id, name }) => (
                <label key={id} className="option">
                  <input
                    type="radio"
                    name="swap-to"
                    checked={toId === id}
                    onChange={() => {
                      setToId(id);
                      setForShiftId(undefined);
                    }}
                  />
                  {name}
                </label>
              ))}
            </div>
          </>
        )}
      </Loaded>
      {chosen && chosen.shifts.length > 0 && (
        <fieldset className="field">
          <legend className="field-label">用对方的哪个班来换</legend>
          <div className="options">
            <label className="option">
              <input type="radio" name="swap-for" checked={!forShiftId} onChange={() => setForShiftId(undefined)} />
              不换，只请对方接替
            </label>
            {chosen.shifts.map((one) => (
              <label key={one.id} className="option">
                <input
                  type="radio"
                  name="swap-for"
                  checked={forShiftId === one.id}
                  onChange={() => setForShiftId(one.id)}
                />
                {spanWords(new Date(one.startsAt), new Date(one.endsAt))}
              </label>
            ))}
          </div>
        </fieldset>
      )}
      <label className="field">
        <span className="field-label">
          想说的话<span className="optional">（可不填）</span>
        </span>
        <input className="box" maxLength={300} value={words} onChange={(event) => setWords(event.target.value)} />
      </label>
      <Refusal error={ask.error} />
    </Sheet>
  );
};
