/** What may be done with a shift: who stands on it, the record of it, calling it off, putting oneself down. */
import { dutiesApi, type Shift } from "@ginkgo/shared/api/duties.ts";
import { useQueryClient } from "@tanstack/react-query";
import { App, Button, Form } from "antd";
import { useState } from "react";
import { codeOf, detailOf } from "../../ui/api/client.ts";
import { keyOf, useChange } from "../../ui/api/hooks.ts";
import { FormModal } from "../../ui/form/FormModal.tsx";
import { PeopleSelect } from "../../ui/form/PeopleSelect.tsx";
import { ReasonModal } from "../../ui/form/ReasonModal.tsx";

const useDone = (onClose: () => void) => {
  const queries = useQueryClient();
  const { message } = App.useApp();
  return () => {
    void queries.invalidateQueries({ queryKey: keyOf(dutiesApi.shifts) });
    void queries.invalidateQueries({ queryKey: keyOf(dutiesApi.board) });
    void message.success("已保存");
    onClose();
  };
};

interface OneProps {
  readonly shift: Shift;
  readonly onClose: () => void;
}

/** Overlaps are refused once, with their names; whoever still wants it says so. */
const Assign = ({ shift, onClose }: OneProps) => {
  const assign = useChange(dutiesApi.assign, useDone(onClose));
  const overlaps = codeOf(assign.error) === "conflict";
  return (
    <FormModal<{ people: string[] }>
      title="谁来值班"
      okText={overlaps ? "仍然这样安排" : "保存"}
      danger={overlaps}
      pending={assign.isPending}
      error={assign.error}
      initial={{ people: shift.people.map(({ id }) => id) }}
      names={["people"]}
      onSubmit={({ people }) => assign.mutate({ shiftId: shift.id, version: shift.version, people, despite: overlaps })}
      onClose={onClose}
    >
      <Form.Item name="people" label={`需要 ${shift.needed} 人`}>
        <PeopleSelect known={shift.people} most={shift.needed} />
      </Form.Item>
    </FormModal>
  );
};

const Note = ({ shift, onClose }: OneProps) => {
  const note = useChange(dutiesApi.noteShift, useDone(onClose));
  return (
    <ReasonModal
      title="值班记录"
      okText="保存"
      label="值班情况和要交接的事"
      initial={shift.note ?? ""}
      most={1000}
      pending={note.isPending}
      error={note.error}
      onReason={(text) => note.mutate({ shiftId: shift.id, version: shift.version, note: text })}
      onClose={onClose}
    />
  );
};

const Cancel = ({ shift, onClose }: OneProps) => {
  const cancel = useChange(dutiesApi.cancelShift, useDone(onClose));
  return (
    <ReasonModal
      title="取消这个班次"
      okText="取消班次"
      label="原因"
      danger
      most={100}
      pending={cancel.isPending}
      error={cancel.error}
      onReason={(reason) => cancel.mutate({ shiftId: shift.id, version: shift.version, reason })}
      onClose={onClose}
    />
  );
};

export const ShiftActions = ({ shift }: { shift: Shift }) => {
  const { message } = App.useApp();
  const [open, setOpen] = useState<"assign" | "note" | "cancel">();
  const close = () => setOpen(undefined);
  const done = useDone(close);
  const signUp = useChange(dutiesApi.signUp, done);
  const { may } = shift;
  return (
    <>
      {may.edit ? (
        <Button size="small" type="link" onClick={() => setOpen("assign")}>
          安排人
        </Button>
      ) : null}
      {may.signUp ? (
        <Button
          size="small"
          type="link"
          loading={signUp.isPending}
          onClick={() =>
            signUp.mutate({ shiftId: shift.id }, { onError: (error) => void message.error(detailOf(error)) })
          }
        >
          报名
        </Button>
      ) : null}
      {may.note ? (
        <Button size="small" type="link" onClick={() => setOpen("note")}>
          值班记录
        </Button>
      ) : null}
      {may.edit ? (
        <Button size="small" type="link" danger onClick={() => setOpen("cancel")}>
          取消
        </Button>
      ) : null}
      {open === "assign" ? <Assign shift={shift} onClose={close} /> : null}
      {open === "note" ? <Note shift={shift} onClose={close} /> : null}
      {open === "cancel" ? <Cancel shift={shift} onClose={close} /> : null}
    </>
  );
};
