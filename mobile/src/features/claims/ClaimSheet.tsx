import { type ClaimableView, claimsApi } from "@ginkgo/shared/api/claims.ts";
import type { CallInput } from "@ginkgo/shared/api/contract.ts";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import Button from "antd-mobile/es/components/button";
import { useState } from "react";
import { Link, useNavigate } from "react-router";
import { distance } from "../../ui/case/words.ts";
import { toast } from "../../ui/feedback.ts";
import { call, problemOf } from "../../ui/net/client.ts";
import { useStableKey } from "../../ui/net/stable-key.ts";
import { Sheet } from "../../ui/Sheet.tsx";
import { Refusal } from "../../ui/states.tsx";
import "../../ui/form/form.css";

interface ClaimSheetProps {
  readonly one: ClaimableView;
  readonly onClose: () => void;
}

const self = "";

/** As whom, and what one confirms. Whoever is too late is shown what is free nearby. */
export const ClaimSheet = ({ one, onClose }: ClaimSheetProps) => {
  const client = useQueryClient();
  const navigate = useNavigate();
  const keyFor = useStableKey();
  const { bodies, confirms } = one.claiming;
  const choices = [
    ...(one.claiming.self ? [{ id: self, label: "以个人身份" }] : []),
    ...bodies.map(({ id, name }) => ({ id, label: `代表 ${name}` })),
  ];
  const [as, setAs] = useState(choices[0]?.id ?? self);
  const [confirmed, setConfirmed] = useState(false);
  const claim = useMutation({
    mutationFn: (input: CallInput<typeof claimsApi.claim>) =>
      call(claimsApi.claim, input, { idempotencyKey: keyFor(input) }),
    onSuccess: ({ id }) => {
      void toast("认领成功", "success");
      void client.invalidateQueries({ queryKey: ["claims"] });
      onClose();
      navigate(`/my-claims/${id}`);
    },
    onError: () => void client.invalidateQueries({ queryKey: ["claims", "one", one.id] }),
  });
  const others = claim.error ? (problemOf(claim.error).alternatives ?? []) : [];
  const send = () =>
    claim.mutate({
      claimableId: one.id,
      ...(as === self ? {} : { bodyId: as }),
      confirmed: confirmed ? confirms.map(({ id }) => id) : [],
    });
  return (
    <Sheet
      open
      title={`认领：${one.title}`}
      onClose={onClose}
      footer={
        <Button
          block
          size="large"
          color="primary"
          loading={claim.isPending}
          loadingText="正在提交…"
          disabled={confirms.length > 0 && !confirmed}
          onClick={send}
        >
          {claim.isError ? "再试一次" : "确定认领"}
        </Button>
      }
    >
      {choices.length > 1 ? (
        <fieldset className="field">
          <legend className="field-label">以什么身份认领</legend>
          <div className="options">
            {choices.map(({ id, label }) => (
              <label key={id} className="option">
                <input type="radio" name="claim-as" checked={as === id} onChange={() => setAs(id)} />
                {label}
              </label>
            ))}
          </div>
        </fieldset>
      ) : (
        <p className="field">{choices[0]?.label}认领。认领后请按时完成；来不了请及时退出，把名额让给别人。</p>
      )}
      {confirms.length > 0 && (
        <label className="claim-confirm">
          <input type="checkbox" checked={confirmed} onChange={(event) => setConfirmed(event.target.checked)} />
          <span>
            {as === self ? "我确认符合要求：" : "我确认派出的人符合要求："}
            {confirms.map(({ label }) => label).join("；")}
          </span>
        </label>
      )}
      <Refusal error={claim.error} />
      {others.length > 0 && (
        <ul className="claim-others">
          {others.map((other) => (
            <li key={other.id}>
              <Link to={`/claims/${other.id}`} replace onClick={onClose}>
                {other.title}
                <small>
                  {[other.place, other.meters === null ? "" : distance(other.meters), `余 ${other.free} 个名额`]
                    .filter(Boolean)
                    .join(" · ")}
                </small>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Sheet>
  );
};
