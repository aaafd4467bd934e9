/** 我的时长: sums, months, where each comes from; certificates. */
import { hoursText, minutesByWords, when } from "@ginkgo/shared/activity-words.ts";
import { activitiesApi } from "@ginkgo/shared/api/activities.ts";
import { addDays, dayOf } from "@ginkgo/shared/day.ts";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import Button from "antd-mobile/es/components/button";
import { RightOutline } from "antd-mobile-icons";
import { useState } from "react";
import { Link, useNavigate } from "react-router";
import { More } from "../../ui/More.tsx";
import { Page } from "../../ui/Page.tsx";
import { Sheet } from "../../ui/Sheet.tsx";
import { Empty, Loaded, Refusal } from "../../ui/states.tsx";
import { myCertificates, myHours, useActivityChange } from "./queries.ts";
import "../../ui/case/case.css";
import "../../ui/case/steps.css";
import "../../ui/form/form.css";
import "./activities.css";

const Issuing = ({ onClose }: { onClose: () => void }) => {
  const today = dayOf(new Date());
  const [from, setFrom] = useState(addDays(today, -365));
  const [to, setTo] = useState(today);
  const go = useNavigate();
  const issue = useActivityChange(activitiesApi.issue, ({ code }) => void go(`/certificates/${code}`));
  return (
    <Sheet
      open
      title="开具服务时长证明"
      onClose={onClose}
      footer={
        <Button
          block
          size="large"
          color="primary"
          disabled={!from || !to}
          loading={issue.isPending}
          onClick={() => issue.mutate({ from, to })}
        >
          开具
        </Button>
      }
    >
      <p className="field-help">不收费。凭证明上的编号，任何人都能查验真假。公示期内的时长要等公示结束。</p>
      <div className="field">
        <label className="field-label" htmlFor="from-day">
          从哪天
        </label>
        <input
          id="from-day"
          className="box"
          type="date"
          value={from}
          onChange={(event) => setFrom(event.target.value)}
        />
      </div>
      <div className="field">
        <label className="field-label" htmlFor="to-day">
          到哪天
        </label>
        <input id="to-day" className="box" type="date" value={to} onChange={(event) => setTo(event.target.value)} />
      </div>
      <Refusal error={issue.error} />
    </Sheet>
  );
};

const Certificates = () => {
  const items = useQuery(myCertificates).data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <section className="card">
      <h2 className="case-title">开具过的证明</h2>
      <ul className="activity-notice">
        {items.map((one) => (
          <li key={one.code}>
            <Link to={`/certificates/${one.code}`}>
              {one.from} 至 {one.to}
            </Link>
            <span>{hoursText(one.minutes)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
};

const Hours = () => {
  const query = useInfiniteQuery(myHours);
  const [issuing, setIssuing] = useState(false);
  return (
    <Page
      title="我的时长"
      back="/activities"
      footer={
        <Button block size="large" color="primary" onClick={() => setIssuing(true)}>
          开具服务时长证明
        </Button>
      }
    >
      <Loaded query={query}>
        {({ pages }) => {
          const [first] = pages;
          const items = pages.flatMap((page) => page.items);
          if (!first || items.length === 0)
            return <Empty title="还没有服务时长" hint="参加志愿服务时签到、签退，时长会自动记在这里。" />;
          return (
            <>
              <section className="card activity-sums">
                <p>
                  <strong>{hoursText(first.minutes)}</strong>
                  <span>累计</span>
                </p>
                <p>
                  <strong>{hoursText(first.finalMinutes)}</strong>
                  <span>已过公示</span>
                </p>
                <p>
                  <strong>{first.times}</strong>
                  <span>次</span>
                </p>
              </section>
              <section className="card">
                <h2 className="case-title">每月</h2>
                <ul className="activity-notice">
                  {first.months.slice(0, 12).map(({ month, minutes, times }) => (
                    <li key={month}>
                      <span>{month}</span>
                      <span>
                        {hoursText(minutes)}，{times} 次
                      </span>
                    </li>
                  ))}
                </ul>
              </section>
              <Certificates />
              <section className="card">
                <h2 className="case-title">明细</h2>
                <ul>
                  {items.map((one) => (
                    <li key={one.signUpId}>
                      <Link to={`/activities/${one.activityId}`} className="activity-hour">
                        <span>
                          {one.title}
                          <small>
                            {when(one.startsAt, one.endsAt)}
                            {one.minutesBy === "record" ? "" : ` · ${minutesByWords[one.minutesBy]}`}
                            {one.final ? "" : " · 公示中"}
                          </small>
                        </span>
                        <b>{hoursText(one.minutes)}</b>
                        <RightOutline />
                      </Link>
                    </li>
                  ))}
                </ul>
                <a href="/api/v1/my-hours/export.xlsx?app=mobile" download className="activity-download">
                  下载明细（Excel）
                </a>
              </section>
            </>
          );
        }}
      </Loaded>
      <More query={query} />
      {issuing && <Issuing onClose={() => setIssuing(false)} />}
    </Page>
  );
};
export default Hours;
