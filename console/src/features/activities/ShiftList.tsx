/** The shifts of an activity with one's own place in each: signing up, giving the place back, what the record says. */

import { hoursText, minutesByWords, statusWords, when } from "@ginkgo/shared/activity-words.ts";
import { type ActivityView, activitiesApi, type ShiftView } from "@ginkgo/shared/api/activities.ts";
import { App, Button } from "antd";
import { useState } from "react";
import { Link } from "react-router";
import { useChange } from "../../ui/api/hooks.ts";
import { StateTag } from "../../ui/StateTag.tsx";
import { SignUpModal } from "./SignUpModal.tsx";

interface ShiftListProps {
  readonly activity: ActivityView;
  readonly onChanged: (after: ActivityView) => void;
}

const countText = ({ taken, capacity, waiting }: ShiftView): string =>
  `已报 ${taken} / ${capacity}${waiting > 0 ? `，候补 ${waiting}` : ""}`;

const mineText = ({ mine }: ShiftView): string => {
  if (!mine) return "";
  const parts = [
    mine.queue !== null ? `排在第 ${mine.queue} 位` : "",
    mine.minutes !== null
      ? `${hoursText(mine.minutes)}（${mine.minutesBy ? minutesByWords[mine.minutesBy] : ""}）`
      : "",
    mine.status === "refused" ? (mine.reason ?? "") : "",
  ];
  return parts.filter(Boolean).join("，");
};

export const ShiftList = ({ activity, onChanged }: ShiftListProps) => {
  const [joining, setJoining] = useState<ShiftView | null>(null);
  const { message, modal } = App.useApp();
  const withdraw = useChange(activitiesApi.withdraw, (after) => {
    void message.success("已取消报名");
    onChanged(after);
  });
  const leave = (shift: ShiftView) => {
    const { mine } = shift;
    if (!mine) return;
    modal.confirm({
      title: "取消这个场次的报名？",
      content: "名额会让给候补的人，再报要重新排队。",
      okText: "取消报名",
      cancelText: "不取消",
      onOk: () =>
        withdraw
          .mutateAsync({ signUpId: mine.id, version: mine.version })
          .catch((error: Error) => void message.error(error.message)),
    });
  };
  const open = activity.signUp !== "closed";
  return (
    <section className="section">
      <h2>场次</h2>
      <ul className="plain-list shift-list">
        {activity.shifts.map((shift) => {
          const { mine } = shift;
          const free = !mine || mine.status === "withdrawn";
          return (
            <li key={shift.id} className={shift.cancelled ? "shift-off" : undefined}>
              <span className="shift-time">{when(shift.startsAt, shift.endsAt)}</span>
              {shift.place ? <span>{shift.place}</span> : null}
              <span className="muted">{shift.cancelled ? "已取消" : countText(shift)}</span>
              {mine && !free ? <StateTag {...statusWords[mine.status]} /> : null}
              <span className="muted small">{mineText(shift)}</span>
              <span className="grow" />
              <span className="shift-buttons no-print">
                {activity.may.code && shift.mayGo ? (
                  <>
                    <Link to={`/activities/${activity.id}/code/${shift.id}?way=in`}>
                      <Button size="small">签到码</Button>
                    </Link>
                    <Link to={`/activities/${activity.id}/code/${shift.id}?way=out`}>
                      <Button size="small">签退码</Button>
                    </Link>
                  </>
                ) : null}
                {free && open && !shift.cancelled && !shift.over ? (
                  <Button
                    size="small"
                    type={shift.taken < shift.capacity ? "primary" : "default"}
                    onClick={() => setJoining(shift)}
                  >
                    {shift.taken < shift.capacity ? "报名" : "候补"}
                  </Button>
                ) : null}
                {mine &&
                (mine.status === "signed" || mine.status === "waiting") &&
                !shift.cancelled &&
                !shift.over &&
                !activity.finishedAt ? (
                  <Button size="small" danger onClick={() => leave(shift)}>
                    取消报名
                  </Button>
                ) : null}
              </span>
            </li>
          );
        })}
      </ul>
      {joining ? (
        <SignUpModal
          activity={activity}
          shift={joining}
          onDone={(after) => {
            setJoining(null);
            onChanged(after);
          }}
          onClose={() => setJoining(null)}
        />
      ) : null}
    </section>
  );
};
