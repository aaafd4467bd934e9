import { when } from "@ginkgo/shared/activity-words.ts";
import { type ActivityView, activitiesApi, type ShiftView } from "@ginkgo/shared/api/activities.ts";
import Button from "antd-mobile/es/components/button";
import { useState } from "react";
import { toast } from "../../ui/feedback.ts";
import { Sheet } from "../../ui/Sheet.tsx";
import { Refusal } from "../../ui/states.tsx";
import { useActivityChange } from "./queries.ts";
import "../../ui/form/form.css";
import "./activities.css";

interface SignUpSheetProps {
  readonly activity: ActivityView;
  readonly shift: ShiftView;
  readonly onClose: () => void;
}

type Confirm = "skillsConfirmed" | "healthConfirmed" | "insuranceConfirmed" | "guardianConfirmed" | "overlapConfirmed";

/** What has to be read and confirmed before this place is one's own. */
const confirmsOf = (activity: ActivityView, shift: ShiftView): { name: Confirm; text: string; required: boolean }[] => [
  ...(activity.minAge !== null && activity.minAge < 14
    ? [{ name: "guardianConfirmed" as const, text: "未满 14 周岁的，监护人已同意并会陪同", required: false }]
    : []),
  ...(activity.skills.length > 0
    ? [{ name: "skillsConfirmed" as const, text: "我具备活动要求的技能", required: false }]
    : []),
  ...(activity.health
    ? [{ name: "healthConfirmed" as const, text: `我的身体状况适合：${activity.health}`, required: true }]
    : []),
  ...(activity.risky || activity.insurance
    ? [{ name: "insuranceConfirmed" as const, text: "我已阅读上面的保险说明", required: true }]
    : []),
  ...(shift.overlaps.length > 0
    ? [{ name: "overlapConfirmed" as const, text: "时间重叠的两个活动我都能安排好", required: true }]
    : []),
];

export const SignUpSheet = ({ activity, shift, onClose }: SignUpSheetProps) => {
  const [given, setGiven] = useState<Partial<Record<Confirm, boolean>>>({});
  const [year, setYear] = useState("");
  const full = shift.taken >= shift.capacity;
  const confirms = confirmsOf(activity, shift);
  const ages = activity.minAge !== null || activity.maxAge !== null;
  const send = useActivityChange(activitiesApi.signUp, (after) => {
    const mine = after.shifts.find(({ id }) => id === shift.id)?.mine;
    void toast(mine?.status === "waiting" ? "已排候补，有名额会通知您" : "报名成功", "success");
    onClose();
  });
  const ready = confirms.every(({ name, required }) => !required || given[name]);
  return (
    <Sheet
      open
      title={full ? "排候补" : "报名"}
      onClose={onClose}
      footer={
        <Button
          block
          size="large"
          color="primary"
          disabled={!ready}
          loading={send.isPending}
          loadingText="正在提交…"
          onClick={() => send.mutate({ shiftId: shift.id, ...given, ...(year ? { birthYear: Number(year) } : {}) })}
        >
          {send.isError ? "再试一次" : full ? "排候补" : "确定报名"}
        </Button>
      }
    >
      <p className="field">
        {activity.title}
        <br />
        {when(shift.startsAt, shift.endsAt)}
        {shift.place ? `，${shift.place}` : ""}
      </p>
      {full && <p className="field-help">已经报满，有人退出时按先后补上并通知您。</p>}
      {activity.conditionWords.length > 0 && (
        <ul className="activity-conditions">
          {activity.conditionWords.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
      )}
      {ages && (
        <div className="field">
          <label className="field-label" htmlFor="birth-year">
            出生年份
          </label>
          <p className="field-help">只用来核对年龄，不保存；报到时填过的可以不填。</p>
          <input
            id="birth-year"
            className="box"
            inputMode="numeric"
            maxLength={4}
            value={year}
            onChange={(event) => setYear(event.target.value.replace(/\D/g, ""))}
          />
        </div>
      )}
      {activity.insurance && (
        <div className="activity-insurance">
          <b>保险说明</b>
          <p className="activity-words">{activity.insurance}</p>
        </div>
      )}
      {shift.overlaps.length > 0 && (
        <p className="field-problem">
          这个时间您还报了：
          {shift.overlaps.map((one) => `${one.title}（${when(one.startsAt, one.endsAt)}）`).join("；")}
        </p>
      )}
      {confirms.map(({ name, text }) => (
        <label key={name} className="activity-confirm">
          <input
            type="checkbox"
            checked={given[name] ?? false}
            onChange={(event) => setGiven((was) => ({ ...was, [name]: event.target.checked }))}
          />
          <span>{text}</span>
        </label>
      ))}
      <Refusal error={send.error} />
    </Sheet>
  );
};
