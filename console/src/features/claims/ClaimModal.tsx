import { type ClaimableView, claimsApi } from "@ginkgo/shared/api/claims.ts";
import { ProblemError } from "@ginkgo/shared/api/client.ts";
import { useQueryClient } from "@tanstack/react-query";
import { Alert, App, Button, Checkbox, Form, Modal, Radio } from "antd";
import { useState } from "react";
import { detailOf } from "../../ui/api/client.ts";
import { useChange } from "../../ui/api/hooks.ts";
import { metersWords } from "./words.ts";

interface ClaimModalProps {
  readonly one: ClaimableView;
  readonly onOpen: (claimableId: string) => void;
  readonly onClose: () => void;
}

const self = "";

/** As whom, and what one confirms. Whoever is too late is shown what is free nearby. */
export const ClaimModal = ({ one, onOpen, onClose }: ClaimModalProps) => {
  const queries = useQueryClient();
  const { message } = App.useApp();
  const { bodies, confirms } = one.claiming;
  const choices = [
    ...(one.claiming.self ? [{ value: self, label: "以个人身份" }] : []),
    ...bodies.map(({ id, name }) => ({ value: id, label: `代表 ${name}` })),
  ];
  const [as, setAs] = useState(choices[0]?.value ?? self);
  const [confirmed, setConfirmed] = useState(false);
  const claim = useChange(claimsApi.claim, () => {
    void queries.invalidateQueries();
    void message.success("认领成功");
    onClose();
  });
  const alternatives = claim.error instanceof ProblemError ? (claim.error.problem.alternatives ?? []) : [];
  return (
    <Modal
      open
      title={`认领“${one.title}”`}
      okText="确认认领"
      cancelText="取消"
      confirmLoading={claim.isPending}
      okButtonProps={{ disabled: confirms.length > 0 && !confirmed }}
      onCancel={onClose}
      onOk={() =>
        claim.mutate(
          {
            claimableId: one.id,
            ...(as === self ? {} : { bodyId: as }),
            confirmed: confirmed ? confirms.map(({ id }) => id) : [],
          },
          { onError: () => void queries.invalidateQueries({ queryKey: [claimsApi.claimable.path] }) },
        )
      }
    >
      {claim.error ? (
        <Alert
          className="gap-below"
          type="warning"
          showIcon
          title={detailOf(claim.error)}
          description={
            alternatives.length > 0 ? (
              <ul className="plain-list">
                {alternatives.map((other) => (
                  <li key={other.id}>
                    <Button type="link" size="small" onClick={() => onOpen(other.id)}>
                      {other.title}
                    </Button>
                    <span className="muted small">
                      {[other.place, metersWords(other.meters), `余 ${other.free}`].filter(Boolean).join(" · ")}
                    </span>
                  </li>
                ))}
              </ul>
            ) : undefined
          }
        />
      ) : null}
      <Form layout="vertical">
        {choices.length > 1 ? (
          <Form.Item label="以什么身份认领">
            <Radio.Group
              className="claim-choices"
              options={choices}
              value={as}
              onChange={(event) => setAs(String(event.target.value))}
            />
          </Form.Item>
        ) : (
          <p>{choices[0]?.label}认领。</p>
        )}
        {confirms.length > 0 ? (
          <Checkbox checked={confirmed} onChange={(event) => setConfirmed(event.target.checked)}>
            {as === self ? "我确认符合要求：" : "我确认派出的人符合要求："}
            {confirms.map(({ label }) => label).join("；")}
          </Checkbox>
        ) : null}
      </Form>
    </Modal>
  );
};
