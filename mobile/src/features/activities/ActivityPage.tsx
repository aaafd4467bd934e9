/** One activity on the phone: what it is, its shifts, one's own place, what came of it. */
import { hoursText, spread } from "@ginkgo/shared/activity-words.ts";
import type { ActivityView } from "@ginkgo/shared/api/activities.ts";
import { useQuery } from "@tanstack/react-query";
import { SendOutline } from "antd-mobile-icons";
import { lazy, Suspense } from "react";
import { Link, useParams } from "react-router";
import { StateTag } from "../../ui/case/StateTag.tsx";
import { toast } from "../../ui/feedback.ts";
import { MatterActions, MatterHistory } from "../../ui/matter/MatterDetails.tsx";
import { Page } from "../../ui/Page.tsx";
import { Gallery } from "../../ui/photos/Gallery.tsx";
import { useSession } from "../../ui/session.tsx";
import { Loaded, Loading } from "../../ui/states.tsx";
import { Notice } from "./Notice.tsx";
import { activityView } from "./queries.ts";
import { Shifts } from "./Shifts.tsx";
import "../../ui/case/case.css";
import "../../ui/case/steps.css";
import "./activities.css";

const Where = lazy(() => import("./Where.tsx"));

const factsOf = (one: ActivityView): { label: string; text: string }[] =>
  [
    { label: "时间", text: spread(one.startsAt, one.endsAt, one.shifts.filter(({ cancelled }) => !cancelled).length) },
    { label: "地点", text: one.venue },
    { label: "组织", text: one.organiser },
    { label: "参加条件", text: one.conditionWords.join("；") },
    { label: "保险", text: one.insurance },
    { label: "联系", text: one.contact },
    { label: "到场", text: one.present === null ? "" : `${one.present} 人次` },
    { label: "服务时长", text: one.minutes === null ? "" : `共 ${hoursText(one.minutes)}` },
    { label: "评价", text: one.stars === null ? "" : `${one.stars} 星` },
    ...one.matter.facts,
  ].filter(({ text }) => text !== "");

const Share = ({ one }: { one: ActivityView }) => {
  const { me } = useSession();
  const url = `${window.location.origin}/m/a/${one.code}?place=${me.tenant}`;
  const share = async () => {
    try {
      if (navigator.share) await navigator.share({ title: one.title, url });
      else {
        await navigator.clipboard.writeText(url);
        void toast("链接已复制，可以发给别人");
      }
    } catch (error) {
      // Whoever closes the phone's own sheet has changed their mind.
      if (!(error instanceof DOMException && error.name === "AbortError")) void toast(`请复制这个链接：${url}`);
    }
  };
  return (
    <button type="button" className="page-back" onClick={() => void share()}>
      <SendOutline />
      分享
    </button>
  );
};

const ActivityPage = () => {
  const { activityId = "" } = useParams();
  const query = useQuery(activityView(activityId));
  const one = query.data;
  return (
    <Page
      title="活动"
      back="/activities"
      right={one && one.visibility === "public" ? <Share one={one} /> : undefined}
      footer={one && one.matter.actions.length > 0 ? <MatterActions one={one.matter} /> : undefined}
    >
      <Loaded query={query}>
        {(shown) => (
          <>
            <section className="card">
              <div className="case-head">
                <h2 className="case-title">{shown.title}</h2>
                <StateTag label={shown.stateLabel} tone={shown.tone} />
              </div>
              <p className="soft">
                {shown.kindLabel} · {shown.place}
              </p>
              {shown.matter.waiting && (shown.tone === "waiting" || shown.time === "soon" || shown.time === "late") && (
                <p className="waiting">{shown.matter.waiting}</p>
              )}
              <p className="activity-words">{shown.words}</p>
              <dl className="facts">
                {factsOf(shown).map(({ label, text }) => (
                  <div key={label}>
                    <dt>{label}</dt>
                    <dd className="fact-text">{text}</dd>
                  </div>
                ))}
              </dl>
            </section>
            <Shifts activity={shown} />
            {shown.finishedAt && <Notice activityId={shown.id} />}
            {shown.results && (
              <section className="card">
                <h2 className="case-title">成果</h2>
                {shown.results.details.map(({ label, text }) => (
                  <p key={label} className="activity-words">
                    {text}
                  </p>
                ))}
                <Gallery files={shown.results.photos} />
              </section>
            )}
            {shown.at && (
              <section className="card">
                <h2 className="case-title">位置</h2>
                <div className="activity-map">
                  <Suspense fallback={<Loading lines={2} />}>
                    <Where at={shown.at} />
                  </Suspense>
                </div>
              </section>
            )}
            {shown.series.length > 0 && (
              <section className="card">
                <h2 className="case-title">同一系列</h2>
                <ul className="activity-series">
                  {shown.series.map((other) => (
                    <li key={other.id}>
                      <Link to={`/activities/${other.id}`}>{other.title}</Link>
                    </li>
                  ))}
                </ul>
              </section>
            )}
            <MatterHistory one={shown.matter} />
          </>
        )}
      </Loaded>
    </Page>
  );
};
export default ActivityPage;
