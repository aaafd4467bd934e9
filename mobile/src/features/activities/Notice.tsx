import { hoursText, minutesByWords } from "@ginkgo/shared/activity-words.ts";
import { useQuery } from "@tanstack/react-query";
import { timeOf } from "../../ui/case/words.ts";
import { activityNotice } from "./queries.ts";

/** Hours open to those who took part; to everyone else there is nothing. */
export const Notice = ({ activityId }: { activityId: string }) => {
  const { data } = useQuery(activityNotice(activityId));
  if (!data || data.items.length === 0) return null;
  const open = data.finalAt !== null && new Date(data.finalAt) > new Date();
  return (
    <section className="card">
      <h2 className="case-title">时长公示</h2>
      {data.finalAt && (
        <p className="soft">
          {open ? `对参加的人公示到 ${timeOf(data.finalAt)}` : `公示已于 ${timeOf(data.finalAt)} 结束`}
        </p>
      )}
      <ul className="activity-notice">
        {data.items.map((one, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: masked names repeat and the list does not change order
          <li key={i} className={one.mine ? "mine" : undefined}>
            <span>{one.mine ? `${one.name}（我）` : one.name}</span>
            <span>
              {hoursText(one.minutes)}
              {one.minutesBy === "record" ? "" : `（${minutesByWords[one.minutesBy]}）`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
};
