/** The organiser's screen: a code to come in or to go by, another every half minute, large enough for the whole room. */

import { when } from "@ginkgo/shared/activity-words.ts";
import { activitiesApi } from "@ginkgo/shared/api/activities.ts";
import { Card, Progress, Segmented } from "antd";
import { useEffect, useState } from "react";
import { useParams, useSearchParams } from "react-router";
import { useFetch } from "../../ui/api/hooks.ts";
import { useMe } from "../../ui/api/session.ts";
import { BackButton } from "../../ui/print/BackButton.tsx";
import { QrCode } from "../../ui/print/QrCode.tsx";
import { ErrorState, Loaded } from "../../ui/States.tsx";
import "./activities.css";

type Way = "in" | "out";
const windowMs = 30_000;

const Screen = ({ shiftId, way }: { shiftId: string; way: Way }) => {
  const query = useFetch(activitiesApi.code, { shiftId, way });
  const tenant = useMe().data?.tenant;
  const [now, setNow] = useState(() => Date.now());
  const { data, dataUpdatedAt, refetch, isFetching } = query;
  // The time left is the server's; the clock of this computer only counts it down.
  const left = data ? Math.max(0, data.millisecondsLeft - (now - dataUpdatedAt)) : 0;
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 500);
    return () => clearInterval(timer);
  }, []);
  const due = data !== undefined && left === 0 && !isFetching;
  useEffect(() => {
    if (due) void refetch();
  }, [due, refetch]);
  if (query.error && !data) return <ErrorState error={query.error} onRetry={() => refetch()} />;
  if (!data) return null;
  const link = `${window.location.origin}${data.link}${tenant ? `&place=${tenant}` : ""}`;
  return (
    <>
      <QrCode text={link} label={way === "in" ? "签到二维码" : "签退二维码"} size={320} />
      <div className="check-code">
        {data.code.slice(0, 3)} {data.code.slice(3)}
      </div>
      <Progress
        className="check-left"
        percent={Math.round((100 * left) / windowMs)}
        showInfo={false}
        strokeColor="var(--accent)"
        aria-label="多久后换码"
      />
      <p className="muted" aria-live="polite">
        扫一扫，或者在手机上填这 6 位数字；每半分钟换一次。
        {query.error ? "连接断了，正在重试。" : ""}
      </p>
      <p>
        报名 {data.signed} 人，现在在场 {data.inside} 人
      </p>
    </>
  );
};

export const CodePage = () => {
  const { activityId = "", shiftId = "" } = useParams();
  const [search, setSearch] = useSearchParams();
  const way: Way = search.get("way") === "out" ? "out" : "in";
  const query = useFetch(activitiesApi.view, { activityId });
  return (
    <>
      <div className="page-tools no-print">
        <BackButton to={`/activities/${activityId}`} />
      </div>
      <Card>
        <Loaded query={query}>
          {(activity) => {
            const shift = activity.shifts.find(({ id }) => id === shiftId);
            return (
              <div className="check-screen">
                <h1>{activity.title}</h1>
                <p className="muted">{shift ? `${when(shift.startsAt, shift.endsAt)} ${shift.place}` : ""}</p>
                <Segmented<Way>
                  size="large"
                  aria-label="签到还是签退"
                  value={way}
                  options={[
                    { value: "in", label: "签到" },
                    { value: "out", label: "签退" },
                  ]}
                  onChange={(next) => setSearch({ way: next }, { replace: true })}
                />
                <Screen key={way} shiftId={shiftId} way={way} />
                <p className="muted small">签到自愿；不签到也可以参加，只是没有服务时长。</p>
              </div>
            );
          }}
        </Loaded>
      </Card>
    </>
  );
};
