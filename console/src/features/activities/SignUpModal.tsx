import { when } from "@ginkgo/shared/activity-words.ts";
import { type ActivityView, activitiesApi, type ShiftView } from "@ginkgo/shared/api/activities.ts";
import { Alert, App, Checkbox, Form, type FormRule, InputNumber } from "antd";
import { useChange } from "../../ui/api/hooks.ts";
import { FormModal } from "../../ui/form/FormModal.tsx";

interface Values {
  birthYear?: number;
  skillsConfirmed?: boolean;
  healthConfirmed?: boolean;
  insuranceConfirmed?: boolean;
  guardianConfirmed?: boolean;
  overlapConfirmed?: boolean;
}

interface SignUpModalProps {
  readonly activity: ActivityView;
  readonly shift: ShiftView;
  readonly onDone: (after: ActivityView) => void;
  readonly onClose: () => void;
}

const mustAgree = (message: string): FormRule[] => [
  { validator: (_, value) => (value ? Promise.resolve() : Promise.reject(new Error(message))) },
];

const names = [
  "birthYear",
  "skillsConfirmed",
  "healthConfirmed",
  "insuranceConfirmed",
  "guardianConfirmed",
  "overlapConfirmed",
] as const;

/** What an activity asks of whoever comes, read and confirmed before signing up. */
export const SignUpModal = ({ activity, shift, onDone, onClose }: SignUpModalProps) => {
  const { message } = App.useApp();
  const full = shift.taken >= shift.capacity;
  const send = useChange(activitiesApi.signUp, (after) => {
    const mine = after.shifts.find(({ id }) => id === shift.id)?.mine;
    void message.success(mine?.status === "waiting" ? "已排候补，有名额会通知您" : "报名成功");
    onDone(after);
  });
  const ages = activity.minAge !== null || activity.maxAge !== null;
  const children = activity.minAge !== null && activity.minAge < 14;
  const note = activity.risky || activity.insurance !== "";
  return (
    <FormModal<Values>
      title={`${full ? "候补" : "报名"}：${when(shift.startsAt, shift.endsAt)}`}
      okText={full ? "排候补" : "报名"}
      pending={send.isPending}
      error={send.error}
      names={names}
      onSubmit={(values) => send.mutate({ shiftId: shift.id, ...values })}
      onClose={onClose}
    >
      {full ? (
        <Alert className="gap-below" type="info" showIcon title="已经报满，有人退出时按先后补上并通知您。" />
      ) : null}
      {activity.conditionWords.length > 0 ? (
        <Alert
          className="gap-below"
          type="info"
          title="参加条件"
          description={
            <ul>
              {activity.conditionWords.map((one) => (
                <li key={one}>{one}</li>
              ))}
            </ul>
          }
        />
      ) : null}
      {ages ? (
        <Form.Item name="birthYear" label="出生年份" extra="只用来核对年龄，不保存；报到时填过的可以不填。">
          <InputNumber min={1900} max={2100} precision={0} style={{ width: 160 }} />
        </Form.Item>
      ) : null}
      {children ? (
        <Form.Item name="guardianConfirmed" valuePropName="checked">
          <Checkbox>未满 14 周岁的，监护人已同意并会陪同</Checkbox>
        </Form.Item>
      ) : null}
      {activity.skills.length > 0 ? (
        <Form.Item name="skillsConfirmed" valuePropName="checked">
          <Checkbox>我具备活动要求的技能</Checkbox>
        </Form.Item>
      ) : null}
      {activity.health ? (
        <Form.Item name="healthConfirmed" valuePropName="checked" rules={mustAgree("请确认身体状况")}>
          <Checkbox>我的身体状况适合参加：{activity.health}</Checkbox>
        </Form.Item>
      ) : null}
      {note ? (
        <>
          <Alert
            className="gap-below"
            type="warning"
            title="保险说明"
            description={<span className="pre">{activity.insurance}</span>}
          />
          <Form.Item name="insuranceConfirmed" valuePropName="checked" rules={mustAgree("请阅读保险说明并确认")}>
            <Checkbox>我已阅读保险说明</Checkbox>
          </Form.Item>
        </>
      ) : null}
      {shift.overlaps.length > 0 ? (
        <>
          <Alert
            className="gap-below"
            type="warning"
            showIcon
            title="这个时间您还报了"
            description={shift.overlaps.map((one) => `${one.title}（${when(one.startsAt, one.endsAt)}）`).join("；")}
          />
          <Form.Item name="overlapConfirmed" valuePropName="checked" rules={mustAgree("请确认两个都能参加")}>
            <Checkbox>我能安排好，两个都参加</Checkbox>
          </Form.Item>
        </>
      ) : null}
      {!ages && activity.skills.length === 0 && !activity.health && !note && shift.overlaps.length === 0 ? (
        <p>确定报名“{activity.title}”吗？</p>
      ) : null}
    </FormModal>
  );
};
