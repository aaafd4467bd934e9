/** One activity: where it stands, its shifts, who comes (for those who organise it), what came of it. */
import { EditOutlined, PrinterOutlined, QrcodeOutlined } from "@ant-design/icons";
import { hoursText, spread } from "@ginkgo/shared/activity-words.ts";
import { type ActivityView, activitiesApi } from "@ginkgo/shared/api/activities.ts";
import { mattersApi } from "@ginkgo/shared/api/matters.ts";
import { useQueryClient } from "@tanstack/react-query";
import { Alert, Button, Card, Rate, Steps } from "antd";
import { Link, useParams } from "react-router";
import { keyOf, useFetch } from "../../ui/api/hooks.ts";
import { DueTime } from "../../ui/DueTime.tsx";
import { Marks } from "../../ui/Marks.tsx";
import { MapView } from "../../ui/map/MapView.tsx";
import { MatterActions } from "../../ui/matter/MatterActions.tsx";
import { PhotoGallery } from "../../ui/PhotoGallery.tsx";
import { BackButton } from "../../ui/print/BackButton.tsx";
import { Loaded } from "../../ui/States.tsx";
import { StateTag } from "../../ui/StateTag.tsx";
import { Timeline } from "../../ui/Timeline.tsx";
import { Evaluation } from "./Evaluation.tsx";
import { NoticeList } from "./NoticeList.tsx";
import { PeopleTable } from "./PeopleTable.tsx";
import { ShiftList } from "./ShiftList.tsx";
import "./activities.css";

/** While it recruits or runs nobody is waited for; the long limit behind it is said when it comes near. */
const isAwaited = ({ tone, time }: ActivityView): boolean => tone === "waiting" || time === "soon" || time === "late";

const Head = ({ one }: { one: ActivityView }) => {
  const at = one.matter.progress.findIndex((point) => point.current);
  return (
    <header>
      <div className="case-title">
        <h1>{one.title}</h1>
        <StateTag label={one.stateLabel} tone={one.tone} />
        <Marks marks={one.marks} />
        <span className="grow" />
        {isAwaited(one) ? <DueTime time={one.time} dueAt={one.dueAt} /> : null}
      </div>
      <div className="muted small">
        {[...new Set([one.kindLabel, one.organiser, one.place])].filter(Boolean).join(" · ")}
      </div>
      {one.matter.waiting && isAwaited(one) ? (
        <Alert className="gap-above" type="info" showIcon title={one.matter.waiting} />
      ) : null}
      <div className="steps">
        <Steps
          size="small"
          responsive={false}
          titlePlacement="vertical"
          current={Math.max(0, at)}
          items={one.matter.progress.map((point, i) => ({
            title: point.label,
            status: point.current ? "process" : point.reached || i < at ? "finish" : "wait",
          }))}
        />
      </div>
    </header>
  );
};

const factsOf = (one: ActivityView): { label: string; text: string }[] =>
  [
    { label: "时间", text: spread(one.startsAt, one.endsAt, one.shifts.filter(({ cancelled }) => !cancelled).length) },
    { label: "地点", text: one.venue },
    { label: "做什么", text: one.words },
    { label: "参加条件", text: one.conditionWords.join("；") },
    { label: "保险", text: one.insurance },
    { label: "联系", text: one.contact },
    { label: "名额", text: `${one.places}，已报 ${one.taken}${one.waiting > 0 ? `，候补 ${one.waiting}` : ""}` },
    { label: "到场", text: one.present === null ? "" : `${one.present} 人次` },
    { label: "服务时长", text: one.minutes === null ? "" : hoursText(one.minutes) },
    ...one.matter.facts,
  ].filter(({ text }) => text !== "");

const Facts = ({ one }: { one: ActivityView }) => (
  <dl className="known gap-above">
    {factsOf(one).map(({ label, text }) => (
      <div key={label}>
        <dt>{label}</dt>
        <dd className="pre">{text}</dd>
      </div>
    ))}
    {one.facility ? (
      <div>
        <dt>设施</dt>
        <dd>
          <Link to={`/matters/${one.facility.id}`}>{one.facility.title}</Link>
        </dd>
      </div>
    ) : null}
    {one.stars === null ? null : (
      <div>
        <dt>评价</dt>
        <dd>
          <Rate disabled allowHalf value={one.stars} /> {one.stars} 星
        </dd>
      </div>
    )}
  </dl>
);

const Results = ({ one }: { one: ActivityView }) =>
  one.results ? (
    <section className="section">
      <h2>成果</h2>
      {one.results.details.map(({ label, text }) => (
        <p key={label} className="pre">
          <span className="muted">{label}：</span>
          {text}
        </p>
      ))}
      <PhotoGallery files={one.results.photos} />
    </section>
  ) : null;

const Series = ({ one }: { one: ActivityView }) =>
  one.series.length > 0 ? (
    <section className="section no-print">
      <h2>同一系列</h2>
      <ul className="plain-list">
        {one.series.map((other) => (
          <li key={other.id}>
            <Link to={`/activities/${other.id}`}>{other.title}</Link>
          </li>
        ))}
      </ul>
    </section>
  ) : null;

export const ActivityPage = () => {
  const { activityId = "" } = useParams();
  const queries = useQueryClient();
  const query = useFetch(activitiesApi.view, { activityId });
  const changed = (after: ActivityView) => {
    queries.setQueryData(keyOf(activitiesApi.view, { activityId }), after);
    for (const endpoint of [activitiesApi.list, activitiesApi.people, activitiesApi.calendar, mattersApi.view])
      void queries.invalidateQueries({ queryKey: keyOf(endpoint) });
  };
  return (
    <>
      <div className="page-tools no-print">
        <BackButton to="/activities" />
        <Loaded query={query} skeleton={<span />}>
          {(one) => (
            <span className="shift-buttons">
              {one.may.edit ? (
                <Link to={`/activities/${one.id}/edit`}>
                  <Button icon={<EditOutlined />}>修改</Button>
                </Link>
              ) : null}
              {one.may.people ? (
                <Link to={`/activities/new?seriesOf=${one.id}`}>
                  <Button>再办一场</Button>
                </Link>
              ) : null}
              <Link to={`/activities/${one.id}/qr`}>
                <Button icon={<QrcodeOutlined />}>二维码</Button>
              </Link>
              <Button icon={<PrinterOutlined />} onClick={() => window.print()}>
                打印
              </Button>
            </span>
          )}
        </Loaded>
      </div>
      <Card>
        <Loaded query={query} rows={10}>
          {(one) => (
            <article className="matter">
              <Head one={one} />
              <MatterActions view={one.matter} idle={null} />
              <Facts one={one} />
              <ShiftList activity={one} onChanged={changed} />
              <Evaluation activity={one} onChanged={changed} />
              {one.may.people ? <PeopleTable activity={one} /> : null}
              {one.finishedAt ? <NoticeList activity={one} /> : null}
              <Results one={one} />
              {one.at ? (
                <section className="section no-print">
                  <h2>位置</h2>
                  <MapView height={220} pins={[{ id: one.id, at: one.at, colour: "#a8321f", label: one.venue }]} />
                </section>
              ) : null}
              <Series one={one} />
              {one.matter.timeline.length > 0 ? (
                <section className="section">
                  <h2>经过</h2>
                  <Timeline entries={one.matter.timeline} />
                </section>
              ) : null}
            </article>
          )}
        </Loaded>
      </Card>
    </>
  );
};
