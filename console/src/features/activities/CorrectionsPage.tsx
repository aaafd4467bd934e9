/** Corrections of hours people ask for: looked at, accepted or refused with a reason; nobody decides their own. */

import { hoursText, when } from "@ginkgo/shared/activity-words.ts";
import { activitiesApi, type CorrectionView } from "@ginkgo/shared/api/activities.ts";
import { useQueryClient } from "@tanstack/react-query";
import { App, Button, Card, Form, InputNumber, Segmented, Skeleton } from "antd";
import { useState } from "react";
import { Link } from "react-router";
import { keyOf, useChange, usePages } from "../../ui/api/hooks.ts";
import { useRight } from "../../ui/api/session.ts";
import { FormModal } from "../../ui/form/FormModal.tsx";
import { TextField } from "../../ui/form/TextField.tsx";
import { MoreButton } from "../../ui/MoreButton.tsx";
import { PageHead } from "../../ui/PageHead.tsx";
import { EmptyState, ErrorState } from "../../ui/States.tsx";
import { StateTag } from "../../ui/StateTag.tsx";
import { fullTime } from "../../ui/time.ts";
import { ActivitiesNav } from "./ActivitiesNav.tsx";
import "./activities.css";

const statuses = {
  open: { label: "待答复", tone: "waiting" },
  accepted: { label: "已更正", tone: "done" },
  refused: { label: "没有更正", tone: "stopped" },
} as const;

const lengthOf = ({ startsAt, endsAt }: CorrectionView): number =>
  Math.floor((Date.parse(endsAt) - Date.parse(startsAt)) / 60_000);

interface Deciding {
  readonly one: CorrectionView;
  readonly accept: boolean;
}

export const CorrectionsPage = () => {
  const [status, setStatus] = useState<"open" | "decided">("open");
  const [deciding, setDeciding] = useState<Deciding | null>(null);
  const queries = useQueryClient();
  const { message } = App.useApp();
  const edits = useRight("activity.edit");
  const { query, items } = usePages(activitiesApi.corrections, { status, limit: 30 });
  const decide = useChange(activitiesApi.decideCorrection, () => {
    void message.success("已答复，本人会收到通知");
    setDeciding(null);
    void queries.invalidateQueries({ queryKey: keyOf(activitiesApi.corrections) });
    void queries.invalidateQueries({ queryKey: keyOf(activitiesApi.view) });
  });
  return (
    <>
      <PageHead title="时长更正" note="本人认为时长不对的，核实后更正或说明原因；原来的记录一直留着" />
      <ActivitiesNav />
      <Card className="flush">
        <div className="desk-top">
          <Segmented<"open" | "decided">
            className="gap-above"
            aria-label="状态"
            value={status}
            options={[
              { value: "open", label: "待答复" },
              { value: "decided", label: "已答复" },
            ]}
            onChange={setStatus}
          />
        </div>
        {query.isLoading ? <Skeleton className="state" active paragraph={{ rows: 6 }} /> : null}
        {query.error && items.length === 0 ? <ErrorState error={query.error} onRetry={() => query.refetch()} /> : null}
        {query.isSuccess && items.length === 0 ? (
          <EmptyState text={status === "open" ? "没有待答复的申请" : "还没有答复过的申请"} />
        ) : null}
        <ul className="plain-list agenda" aria-busy={query.isPlaceholderData}>
          {items.map((one) => (
            <li key={one.id}>
              <p className="case-line">
                <StateTag {...statuses[one.status]} />
                <strong>{one.name}</strong>
                <Link to={`/activities/${one.activityId}`}>{one.title}</Link>
                <span className="muted small">{when(one.startsAt, one.endsAt)}</span>
              </p>
              <p className="pre">
                记录是 {one.had === null ? "没有时长" : hoursText(one.had)}，
                {one.status === "accepted" ? "更正为" : "申请更正为"} {hoursText(one.minutes)}：{one.reason}
              </p>
              <p className="muted small">
                {fullTime(one.askedAt)} 申请
                {one.decidedAt ? `；${one.decidedBy} ${fullTime(one.decidedAt)} 答复：${one.answer}` : ""}
              </p>
              {one.status === "open" && edits ? (
                <span className="shift-buttons">
                  <Button size="small" type="primary" onClick={() => setDeciding({ one, accept: true })}>
                    更正
                  </Button>
                  <Button size="small" onClick={() => setDeciding({ one, accept: false })}>
                    不更正
                  </Button>
                </span>
              ) : null}
            </li>
          ))}
        </ul>
        <MoreButton query={query} any={items.length > 0} />
      </Card>
      {deciding ? (
        <FormModal<{ minutes?: number; answer: string }>
          key={`${deciding.one.id}/${deciding.accept}`}
          title={deciding.accept ? `更正${deciding.one.name}的时长` : "不更正"}
          okText={deciding.accept ? "更正" : "不更正"}
          danger={!deciding.accept}
          pending={decide.isPending}
          error={decide.error}
          names={["minutes", "answer"]}
          initial={{ minutes: deciding.one.minutes }}
          onSubmit={({ minutes, answer }) =>
            decide.mutate({
              correctionId: deciding.one.id,
              accept: deciding.accept,
              minutes: deciding.accept ? minutes : undefined,
              answer,
            })
          }
          onClose={() => setDeciding(null)}
        >
          {deciding.accept ? (
            <Form.Item
              name="minutes"
              label="更正为多少分钟"
              extra={`这个场次共 ${lengthOf(deciding.one)} 分钟。`}
              rules={[{ required: true, message: "请填写分钟数" }]}
            >
              <InputNumber min={0} max={lengthOf(deciding.one)} precision={0} suffix="分钟" style={{ width: 160 }} />
            </Form.Item>
          ) : null}
          <Form.Item
            name="answer"
            label="答复"
            rules={[{ required: true, whitespace: true, min: 2, message: "请写明原因" }]}
          >
            <TextField
              maxLength={300}
              multiline
              suggestions={
                deciding.accept
                  ? ["核实签到表，属实", "与现场负责人核实，属实"]
                  : ["没有找到依据", "以签到签退记录为准"]
              }
            />
          </Form.Item>
        </FormModal>
      ) : null}
    </>
  );
};
