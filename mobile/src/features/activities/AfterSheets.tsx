/** After taking part: rating the activity, asking for hours to be corrected. */
import { activitiesApi, type ShiftView } from "@ginkgo/shared/api/activities.ts";
import Button from "antd-mobile/es/components/button";
import { useState } from "react";
import { toast } from "../../ui/feedback.ts";
import { Sheet } from "../../ui/Sheet.tsx";
import { Refusal } from "../../ui/states.tsx";
import { useActivityChange } from "./queries.ts";
import "../../ui/form/form.css";

interface AfterProps {
  readonly shift: ShiftView;
  readonly onClose: () => void;
}

const starWords = ["很不满意", "不满意", "一般", "满意", "很满意"];

export const RateSheet = ({ shift, onClose }: AfterProps) => {
  const { mine } = shift;
  const [stars, setStars] = useState(mine?.stars ?? 0);
  const [words, setWords] = useState(mine?.words ?? "");
  const send = useActivityChange(activitiesApi.evaluate, () => {
    void toast("谢谢您的评价", "success");
    onClose();
  });
  if (!mine) return null;
  return (
    <Sheet
      open
      title="评价活动"
      onClose={onClose}
      footer={
        <Button
          block
          size="large"
          color="primary"
          disabled={stars === 0}
          loading={send.isPending}
          onClick={() => send.mutate({ signUpId: mine.id, version: mine.version, stars, words: words.trim() })}
        >
          提交
        </Button>
      }
    >
      <div className="field">
        <span className="field-label">满意吗</span>
        <div className="stars">
          {starWords.map((word, i) => (
            <button
              key={word}
              type="button"
              className={i < stars ? "lit" : undefined}
              aria-label={`${i + 1} 星，${word}`}
              aria-pressed={stars === i + 1}
              onClick={() => setStars(i + 1)}
            >
              ★
            </button>
          ))}
          <span className="stars-word">{starWords[stars - 1]}</span>
        </div>
      </div>
      <div className="field">
        <label className="field-label" htmlFor="rate-words">
          想说的话（组织方看得到）
        </label>
        <textarea
          id="rate-words"
          className="box"
          rows={4}
          maxLength={500}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
      </div>
      <Refusal error={send.error} />
    </Sheet>
  );
};

export const CorrectSheet = ({ shift, onClose }: AfterProps) => {
  const { mine } = shift;
  const length = Math.floor((Date.parse(shift.endsAt) - Date.parse(shift.startsAt)) / 60_000);
  const [minutes, setMinutes] = useState(mine?.minutes === null || !mine ? "" : String(mine.minutes));
  const [reason, setReason] = useState("");
  const send = useActivityChange(activitiesApi.askCorrection, () => {
    void toast("已提交，答复后会通知您", "success");
    onClose();
  });
  if (!mine) return null;
  const ready = minutes !== "" && Number(minutes) <= length && reason.trim().length >= 2;
  return (
    <Sheet
      open
      title="申请更正时长"
      onClose={onClose}
      footer={
        <Button
          block
          size="large"
          color="primary"
          disabled={!ready}
          loading={send.isPending}
          onClick={() =>
            send.mutate({
              signUpId: mine.id,
              version: mine.version,
              minutes: Number(minutes),
              reason: reason.trim(),
            })
          }
        >
          提交申请
        </Button>
      }
    >
      <div className="field">
        <label className="field-label" htmlFor="correct-minutes">
          应该是多少分钟
        </label>
        <p className="field-help">这个场次共 {length} 分钟，不能超过。</p>
        <input
          id="correct-minutes"
          className="box"
          inputMode="numeric"
          maxLength={4}
          value={minutes}
          onChange={(event) => setMinutes(event.target.value.replace(/\D/g, ""))}
        />
      </div>
      <div className="field">
        <label className="field-label" htmlFor="correct-reason">
          原因
        </label>
        <p className="field-help">写清楚几点到、几点走，谁可以证明。</p>
        <textarea
          id="correct-reason"
          className="box"
          rows={3}
          maxLength={300}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </div>
      <Refusal error={send.error} />
    </Sheet>
  );
};
