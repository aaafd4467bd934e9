import { dutiesApi, type Shift } from "@ginkgo/shared/api/duties.ts";
import Button from "antd-mobile/es/components/button";
import { useState } from "react";
import { toast } from "../../ui/feedback.ts";
import { useSend } from "../../ui/net/use-send.ts";
import { Sheet } from "../../ui/Sheet.tsx";
import { Refusal } from "../../ui/states.tsx";
import { dutiesKey } from "./queries.ts";
import "../../ui/form/form.css";

/** What happened, and what the next one should know. */
export const NoteSheet = ({ shift, onClose }: { shift: Shift; onClose: () => void }) => {
  const [note, setNote] = useState(shift.note ?? "");
  const save = useSend(dutiesApi.noteShift, dutiesKey, () => {
    void toast("已保存", "success");
    onClose();
  });
  return (
    <Sheet
      open
      title="值班记录"
      onClose={onClose}
      footer={
        <Button
          block
          color="primary"
          disabled={note.trim() === ""}
          loading={save.isPending}
          onClick={() => save.mutate({ shiftId: shift.id, version: shift.version, note: note.trim() })}
        >
          保存
        </Button>
      }
    >
      <label className="field">
        <span className="field-label">值班情况和要交接的事</span>
        <textarea
          className="box"
          rows={5}
          maxLength={1000}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
      </label>
      <Refusal error={save.error} />
    </Sheet>
  );
};
