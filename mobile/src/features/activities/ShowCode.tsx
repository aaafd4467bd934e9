/** For who organises in the open: the code in large digits on their own phone. */
import { when } from "@ginkgo/shared/activity-words.ts";
import { activitiesApi } from "@ginkgo/shared/api/activities.ts";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useParams } from "react-router";
import { call } from "../../ui/net/client.ts";
import { Page } from "../../ui/Page.tsx";
import { Loaded } from "../../ui/states.tsx";
import { activityView } from "./queries.ts";
import "../../ui/case/case.css";
import "../../ui/case/steps.css";
import "../../ui/form/form.css";
import "./activities.css";

const windowMs = 30_000;

const ShowCode = () => {
  const { activityId = "", shiftId = "" } = useParams();
  const [way, setWay] = useState<"in" | "out">("in");
  const [now, setNow] = useState(() => Date.now());
  const activity = useQuery(activityView(activityId)).data;
  const shift = activity?.shifts.find(({ id }) => id === shiftId);
  const query = useQuery({
    queryKey: ["activities", "screen", shiftId, way],
    queryFn: ({ signal }) => call(activitiesApi.code, { shiftId, way }, { signal }),
    gcTime: 0,
    staleTime: 0,
  });
  const { data, dataUpdatedAt, refetch, isFetching } = query;
  // The time left is the server's; this phone only counts it down.
  const left = data ? Math.max(0, data.millisecondsLeft - (now - dataUpdatedAt)) : 0;
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 500);
    return () => clearInterval(timer);
  }, []);
  const due = data !== undefined && left === 0 && !isFetching;
  useEffect(() => {
    if (due) void refetch();
  }, [due, refetch]);
  return (
    <Page title="签到码" back={`/activities/${activityId}`}>
      <section className="card activity-screen">
        {activity && <h2 className="case-title">{activity.title}</h2>}
        {shift && <p className="soft">{when(shift.startsAt, shift.endsAt)}</p>}
        <fieldset className="chips" aria-label="签到还是签退">
          {(["in", "out"] as const).map((one) => (
            <button key={one} type="button" className="chip" aria-pressed={one === way} onClick={() => setWay(one)}>
              {one === "in" ? "签到" : "签退"}
            </button>
          ))}
        </fieldset>
        <Loaded query={query} lines={2}>
          {(shown) => (
            <>
              <p className="activity-digits">
                {shown.code.slice(0, 3)} {shown.code.slice(3)}
              </p>
              <progress max={windowMs} value={left} aria-label="多久后换码" />
              <p className="soft">请大家在活动页点“签到”，填这 6 位数字。每半分钟换一次。</p>
              <p>
                报名 {shown.signed} 人，现在在场 {shown.inside} 人
              </p>
            </>
          )}
        </Loaded>
      </section>
    </Page>
  );
};
export default ShowCode;
