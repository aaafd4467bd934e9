import { type ClaimableView, claimsApi } from "@ginkgo/shared/api/claims.ts";
import { useQueryClient } from "@tanstack/react-query";
import { Alert, App, Input, Modal, Radio, Spin } from "antd";
import { useState } from "react";
import { detailOf } from "../../ui/api/client.ts";
import { useChange, useFetch } from "../../ui/api/hooks.ts";
import { useDebounced } from "../../ui/form/useDebounced.ts";
import { EmptyState } from "../../ui/States.tsx";

interface AssignModalProps {
  readonly one: ClaimableView;
  readonly onClose: () => void;
}

/** To a registered person or a unit; they accept or decline, and no answer gives the place back. */
export const AssignModal = ({ one, onClose }: AssignModalProps) => {
  const queries = useQueryClient();
  const { message } = App.useApp();
  const [typed, setTyped] = useState("");
  const [chosen, setChosen] = useState<string>();
  const q = useDebounced(typed.trim());
  const found = useFetch(claimsApi.assignees, { claimableId: one.id, q }, { keep: true });
  const assign = useChange(claimsApi.assign, () => {
    void queries.invalidateQueries();
    void message.success("已指派，等对方接受");
    onClose();
  });
  const people = (found.data?.people ?? []).map((person) => ({ ...person, value: `person/${person.id}` }));
  const bodies = (found.data?.bodies ?? []).map((body) => ({ ...body, value: `body/${body.id}` }));
  const submit = () => {
    const [what, id] = (chosen ?? "").split("/");
    if (id) assign.mutate({ claimableId: one.id, ...(what === "body" ? { bodyId: id } : { accountId: id }) });
  };
  return (
    <Modal
      open
      title={`指派“${one.title}”`}
      okText="指派"
      cancelText="取消"
      okButtonProps={{ disabled: chosen === undefined }}
      confirmLoading={assign.isPending}
      onOk={submit}
      onCancel={onClose}
    >
      {assign.error ? <Alert className="gap-below" type="error" showIcon title={detailOf(assign.error)} /> : null}
      <Input
        allowClear
        aria-label="查找已报到的人或单位"
        placeholder="查找已报到的人或单位"
        maxLength={40}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      {found.isLoading ? <Spin className="state" /> : null}
      {found.data && people.length + bodies.length === 0 ? (
        <EmptyState text={q ? "没有找到，换个名字试试" : "还没有已报到的人；输入名称可查找单位"} />
      ) : null}
      <Radio.Group
        className="claim-choices gap-above"
        value={chosen}
        onChange={(event) => setChosen(String(event.target.value))}
      >
        {[...people, ...bodies].map(({ value, name, place }) => (
          <Radio key={value} value={value}>
            {name} <span className="muted small">{place}</span>
          </Radio>
        ))}
      </Radio.Group>
    </Modal>
  );
};
