/** After taking part: rating the activity, reading what the organiser wrote, asking for hours to be corrected. */

import { hoursText, when } from "@ginkgo/shared/activity-words.ts";
import { type ActivityView, activitiesApi, type ShiftView } from "@ginkgo/shared/api/activities.ts";
import { App, Button, Form, Input, InputNumber, Rate } from "antd";
import { useState } from "react";
import { useChange } from "../../ui/api/hooks.ts";
import { FormModal } from "../../ui/form/FormModal.tsx";

interface EvaluationProps {
  readonly activity: ActivityView;
  readonly onChanged: (after: ActivityView) => void;
}

const correctionWords = { open: "等待答复", accepted: "已更正", refused: "没有更正" } as const;

const lengthOf = ({ startsAt, endsAt }: ShiftView): number =>
  Math.floor((new Date(endsAt).getTime() - new Date(startsAt).getTime()) / 60_000);

export const Evaluation = ({ activity, onChanged }: EvaluationProps) => {
  const [asked, setAsked] = useState<{ what: "rate" | "correct"; shift: ShiftView } | null>(null);
  const { message } = App.useApp();
  const done = (text: string) => (after: ActivityView) => {
    void message.success(text);
    setAsked(null);
    onChanged(after);
  };
  const rate = useChange(activitiesApi.evaluate, done("谢谢您的评价"));
  const correct = useChange(activitiesApi.askCorrection, done("已提交，答复后会通知您"));
  const took = activity.shifts.filter(
    ({ mine, over }) => mine && (mine.status === "done" || (over && mine.status === "signed")),
  );
  if (took.length === 0) return null;
  const shift = asked?.shift;
  const mine = shift?.mine;
  return (
    <section className="section">
      <h2>我的参与</h2>
      <ul className="plain-list lined">
        {took.map((one) => (
          <li key={one.id}>
            <p>
              {when(one.startsAt, one.endsAt)}
              {activity.hasHours
                ? `，${one.mine?.minutes === null ? "没有时长" : hoursText(one.mine?.minutes ?? 0)}`
                : ""}
              {one.mine?.stars ? (
                <>
                  ，我的评价 <Rate disabled value={one.mine.stars} />
                </>
              ) : null}
            </p>
            {one.mine?.note ? <p className="pre">组织方评语：{one.mine.note}</p> : null}
            {one.mine?.correction ? (
              <p className="muted small">
                申请更正为 {hoursText(one.mine.correction.minutes)}：{correctionWords[one.mine.correction.status]}
                {one.mine.correction.answer ? `，${one.mine.correction.answer}` : ""}
              </p>
            ) : null}
            <span className="shift-buttons no-print">
              {activity.evaluation && one.mine?.status === "done" ? (
                <Button size="small" onClick={() => setAsked({ what: "rate", shift: one })}>
                  {one.mine.stars ? "修改评价" : "评价活动"}
                </Button>
              ) : null}
              {activity.hasHours && one.over && one.mine?.correction?.status !== "open" ? (
                <Button size="small" onClick={() => setAsked({ what: "correct", shift: one })}>
                  申请更正时长
                </Button>
              ) : null}
            </span>
          </li>
        ))}
      </ul>
      {asked?.what === "rate" && mine ? (
        <FormModal<{ stars: number; words?: string }>
          title="评价活动"
          okText="提交"
          pending={rate.isPending}
          error={rate.error}
          names={["stars", "words"]}
          initial={{ stars: mine.stars ?? undefined, words: mine.words ?? undefined }}
          onSubmit={(values) => rate.mutate({ signUpId: mine.id, version: mine.version, ...values })}
          onClose={() => setAsked(null)}
        >
          <Form.Item name="stars" label="满意吗" rules={[{ required: true, message: "请选择几颗星" }]}>
            <Rate />
          </Form.Item>
          <Form.Item name="words" label="想说的话（组织方看得到）">
            <Input.TextArea maxLength={500} showCount autoSize={{ minRows: 3 }} />
          </Form.Item>
        </FormModal>
      ) : null}
      {asked?.what === "correct" && mine && shift ? (
        <FormModal<{ minutes: number; reason: string }>
          title="申请更正时长"
          okText="提交申请"
          pending={correct.isPending}
          error={correct.error}
          names={["minutes", "reason"]}
          initial={{ minutes: mine.minutes ?? undefined }}
          onSubmit={(values) => correct.mutate({ signUpId: mine.id, version: mine.version, ...values })}
          onClose={() => setAsked(null)}
        >
          <Form.Item
            name="minutes"
            label="应该是多少分钟"
            extra={`这个场次共 ${lengthOf(shift)} 分钟，不能超过。`}
            rules={[{ required: true, message: "请填写分钟数" }]}
          >
            <InputNumber min={0} max={lengthOf(shift)} precision={0} suffix="分钟" style={{ width: 160 }} />
          </Form.Item>
          <Form.Item name="reason" label="原因" rules={[{ required: true, min: 2, message: "请写明原因" }]}>
            <Input.TextArea maxLength={300} showCount autoSize={{ minRows: 2 }} />
          </Form.Item>
        </FormModal>
      ) : null}
    </section>
  );
};
