/** Shifts with one's own place in each: signing up, checking in and out, giving the place back, rating, corrections. */
import { hoursText, minutesByWords, statusWords, when } from "@ginkgo/shared/activity-words.ts";
import { type ActivityView, activitiesApi, type ShiftView } from "@ginkgo/shared/api/activities.ts";
import Button from "antd-mobile/es/components/button";
import { useState } from "react";
import { Link } from "react-router";
import { StateTag } from "../../ui/case/StateTag.tsx";
import { confirm, toast } from "../../ui/feedback.ts";
import { problemOf } from "../../ui/net/client.ts";
import { CorrectSheet, RateSheet } from "./AfterSheets.tsx";
import { useActivityChange } from "./queries.ts";
import { SignUpSheet } from "./SignUpSheet.tsx";
import "./activities.css";

type Asked = { readonly what: "join" | "rate" | "correct"; readonly shift: ShiftView };

const correctionWords = { open: "等待答复", accepted: "已更正", refused: "没有更正" } as const;

const Mine = ({ activity, shift }: { activity: ActivityView; shift: ShiftView }) => {
  const { mine } = shift;
  if (!mine || mine.status === "withdrawn") return null;
  return (
    <div className="activity-mine">
      <StateTag {...statusWords[mine.status]} />
      {mine.queue !== null && !activity.finishedAt && <span>排在第 {mine.queue} 位</span>}
      {mine.minutes !== null && (
        <span>
          {hoursText(mine.minutes)}
          {mine.minutesBy && mine.minutesBy !== "record" ? `（${minutesByWords[mine.minutesBy]}）` : ""}
        </span>
      )}
      {activity.hasHours && mine.status === "done" && mine.minutes === null && <span>没有时长</span>}
      {mine.reason && <span className="soft">{mine.reason}</span>}
      {mine.note && <p className="activity-words">组织方评语：{mine.note}</p>}
      {mine.correction && (
        <p className="soft">
          申请更正为 {hoursText(mine.correction.minutes)}：{correctionWords[mine.correction.status]}
          {mine.correction.answer ? `，${mine.correction.answer}` : ""}
        </p>
      )}
    </div>
  );
};

const Shift = ({
  activity,
  shift,
  onAsk,
}: {
  activity: ActivityView;
  shift: ShiftView;
  onAsk: (asked: Asked) => void;
}) => {
  const { mine } = shift;
  const withdraw = useActivityChange(activitiesApi.withdraw, () => void toast("已取消报名", "success"));
  const leave = async () => {
    if (!mine) return;
    if (!(await confirm("取消报名", "名额会让给候补的人，再报要重新排队。", "取消报名", "不取消"))) return;
    withdraw.mutate(
      { signUpId: mine.id, version: mine.version },
      { onError: (error) => void toast(problemOf(error).detail, "fail") },
    );
  };
  const free = !mine || mine.status === "withdrawn";
  const open = activity.signUp !== "closed" && !shift.cancelled && !shift.over;
  const mayIn = shift.mayIn && mine?.status === "signed";
  const mayOut = shift.mayGo && mine?.status === "present";
  const took = mine?.status === "done";
  return (
    <li className={shift.cancelled ? "activity-shift off" : "activity-shift"}>
      <p className="activity-time">{when(shift.startsAt, shift.endsAt)}</p>
      <p className="soft">
        {[
          shift.place,
          shift.cancelled
            ? "已取消"
            : `已报 ${shift.taken} / ${shift.capacity}${shift.waiting > 0 ? `，候补 ${shift.waiting}` : ""}`,
        ]
          .filter(Boolean)
          .join(" · ")}
      </p>
      <Mine activity={activity} shift={shift} />
      <div className="activity-buttons">
        {free && open && (
          <Button
            color="primary"
            fill={shift.taken < shift.capacity ? "solid" : "outline"}
            onClick={() => onAsk({ what: "join", shift })}
          >
            {shift.taken < shift.capacity ? "报名" : "排候补"}
          </Button>
        )}
        {mayIn && (
          <Link to={`/check/${shift.id}?way=in&activity=${activity.id}`} className="adm-button adm-button-primary">
            签到
          </Link>
        )}
        {mayOut && (
          <Link to={`/check/${shift.id}?way=out&activity=${activity.id}`} className="adm-button adm-button-primary">
            签退
          </Link>
        )}
        {mine &&
          (mine.status === "signed" || mine.status === "waiting") &&
          !shift.over &&
          !shift.cancelled &&
          !activity.finishedAt && (
            <Button loading={withdraw.isPending} onClick={() => void leave()}>
              取消报名
            </Button>
          )}
        {took && activity.evaluation && (
          <Button onClick={() => onAsk({ what: "rate", shift })}>{mine.stars ? "修改评价" : "评价活动"}</Button>
        )}
        {activity.hasHours &&
          shift.over &&
          (took || mine?.status === "signed" || mine?.status === "absent") &&
          mine?.correction?.status !== "open" && (
            <Button onClick={() => onAsk({ what: "correct", shift })}>申请更正时长</Button>
          )}
        {activity.may.code && shift.mayGo && (
          <Link to={`/activities/${activity.id}/code/${shift.id}`} className="adm-button adm-button-default">
            出示签到码
          </Link>
        )}
      </div>
    </li>
  );
};

export const Shifts = ({ activity }: { activity: ActivityView }) => {
  const [asked, setAsked] = useState<Asked>();
  const close = () => setAsked(undefined);
  return (
    <section className="card">
      <h2 className="case-title">场次</h2>
      <ul>
        {activity.shifts.map((shift) => (
          <Shift key={shift.id} activity={activity} shift={shift} onAsk={setAsked} />
        ))}
      </ul>
      {asked?.what === "join" && <SignUpSheet activity={activity} shift={asked.shift} onClose={close} />}
      {asked?.what === "rate" && <RateSheet shift={asked.shift} onClose={close} />}
      {asked?.what === "correct" && <CorrectSheet shift={asked.shift} onClose={close} />}
    </section>
  );
};
