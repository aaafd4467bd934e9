import { hoursText, minutesByWords } from "@ginkgo/shared/activity-words.ts";
import { type ActivityView, activitiesApi } from "@ginkgo/shared/api/activities.ts";
import { codeOf } from "../../ui/api/client.ts";
import { useFetch } from "../../ui/api/hooks.ts";
import { fullTime } from "../../ui/time.ts";

/** Hours open to those who took part until they are final; to everyone else the server says there is nothing. */
export const NoticeList = ({ activity }: { activity: ActivityView }) => {
  const query = useFetch(activitiesApi.notice, { activityId: activity.id });
  if (query.error && codeOf(query.error) === "not-found") return null;
  const items = query.data?.items ?? [];
  if (items.length === 0) return null;
  const final = query.data?.finalAt;
  const open = final !== null && final !== undefined && new Date(final) > new Date();
  return (
    <section className="section">
      <h2>时长公示</h2>
      <p className="muted small">
        {final
          ? open
            ? `对参加的人公示到 ${fullTime(final)}，有异议可以申请更正。`
            : `公示已于 ${fullTime(final)} 结束。`
          : null}
      </p>
      <ul className="plain-list lined">
        {items.map((one, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: masked names repeat and the list does not change order
          <li key={i}>
            {one.mine ? <strong>{one.name}</strong> : one.name}：{hoursText(one.minutes)}
            <span className="muted small">（{minutesByWords[one.minutesBy]}）</span>
          </li>
        ))}
      </ul>
    </section>
  );
};
