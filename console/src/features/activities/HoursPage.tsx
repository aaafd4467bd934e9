/** One's own service hours: sums, months, where each comes from; certificates of them and the calendar's address. */
import { DownloadOutlined } from "@ant-design/icons";
import { hoursText, minutesByWords, when } from "@ginkgo/shared/activity-words.ts";
import { activitiesApi } from "@ginkgo/shared/api/activities.ts";
import { addDays, dayOf } from "@ginkgo/shared/day.ts";
import { useQueryClient } from "@tanstack/react-query";
import { Button, Card, Form, Select, Statistic, Tag } from "antd";
import { useState } from "react";
import { Link, useNavigate } from "react-router";
import { keyOf, useChange, useFetch, usePages } from "../../ui/api/hooks.ts";
import { DayInput } from "../../ui/form/DayInput.tsx";
import { FormModal } from "../../ui/form/FormModal.tsx";
import { MoreButton } from "../../ui/MoreButton.tsx";
import { PageHead } from "../../ui/PageHead.tsx";
import { EmptyState, Loaded } from "../../ui/States.tsx";
import { fullTime } from "../../ui/time.ts";
import { ActivitiesNav } from "./ActivitiesNav.tsx";
import "./activities.css";

const Certificates = () => {
  const [asking, setAsking] = useState(false);
  const go = useNavigate();
  const queries = useQueryClient();
  const { query, items } = usePages(activitiesApi.certificates, { limit: 20 });
  const issue = useChange(activitiesApi.issue, ({ code }) => {
    void queries.invalidateQueries({ queryKey: keyOf(activitiesApi.certificates) });
    void go(`/activities/certificates/${code}`);
  });
  const today = dayOf(new Date());
  return (
    <Card
      title="服务时长证明"
      className="gap-above"
      extra={
        <Button type="primary" onClick={() => setAsking(true)}>
          开具证明
        </Button>
      }
    >
      <p className="muted small">自己开具，不收费；凭证明上的编号，任何人都能查验真假。公示期内的时长要等公示结束。</p>
      {query.isSuccess && items.length === 0 ? <EmptyState text="还没有开具过证明" /> : null}
      <ul className="plain-list lined">
        {items.map((one) => (
          <li key={one.code}>
            <Link to={`/activities/certificates/${one.code}`}>
              {one.from} 至 {one.to}，{hoursText(one.minutes)}
            </Link>
            <span className="muted small"> {fullTime(one.issuedAt)} 开具</span>
          </li>
        ))}
      </ul>
      <MoreButton query={query} any={false} />
      {asking ? (
        <FormModal<{ from: string; to: string }>
          title="开具服务时长证明"
          okText="开具"
          pending={issue.isPending}
          error={issue.error}
          names={["from", "to"]}
          initial={{ from: addDays(today, -365), to: today }}
          onSubmit={(values) => issue.mutate(values)}
          onClose={() => setAsking(false)}
        >
          <Form.Item name="from" label="从哪天" rules={[{ required: true, message: "请选择开始日期" }]}>
            <DayInput />
          </Form.Item>
          <Form.Item name="to" label="到哪天" rules={[{ required: true, message: "请选择结束日期" }]}>
            <DayInput />
          </Form.Item>
        </FormModal>
      ) : null}
    </Card>
  );
};

export const HoursPage = () => {
  const thisYear = Number(dayOf(new Date()).slice(0, 4));
  const [year, setYear] = useState<number | undefined>();
  const sums = useFetch(activitiesApi.hours, { year, limit: 1 }, { keep: true });
  const { query, items } = usePages(activitiesApi.hours, { year, limit: 30 });
  return (
    <>
      <PageHead
        title="我的服务时长"
        note="由签到签退的记录得出；有误可以在活动页申请更正"
        extra={
          <Button icon={<DownloadOutlined />} href="/api/v1/my-hours/export.xlsx?app=console">
            导出 Excel
          </Button>
        }
      />
      <ActivitiesNav />
      <Loaded query={sums}>
        {(sum) => {
          const most = Math.max(1, ...sum.months.map(({ minutes }) => minutes));
          return (
            <Card
              extra={
                <Select
                  aria-label="年份"
                  placeholder="全部年份"
                  allowClear
                  style={{ width: 130 }}
                  value={year}
                  options={[0, 1, 2, 3, 4].map((n) => ({ value: thisYear - n, label: `${thisYear - n} 年` }))}
                  onChange={(value?: number) => setYear(value)}
                />
              }
              title="合计"
            >
              <div className="hour-sums gap-below">
                <Statistic title="累计时长" value={hoursText(sum.minutes)} />
                <Statistic title="已过公示" value={hoursText(sum.finalMinutes)} />
                <Statistic title="参加次数" value={sum.times} />
              </div>
              <div className="hour-months">
                {sum.months.slice(0, 24).map(({ month, minutes, times }) => (
                  <div key={month} style={{ display: "contents" }}>
                    <span>{month}</span>
                    <span className="hour-bar" style={{ width: `${(100 * minutes) / most}%` }} aria-hidden="true" />
                    <span>
                      {hoursText(minutes)}
                      <span className="muted small">（{times} 次）</span>
                    </span>
                  </div>
                ))}
              </div>
            </Card>
          );
        }}
      </Loaded>
      <Certificates />
      <Card title="明细" className="flush gap-above">
        {query.isSuccess && items.length === 0 ? <EmptyState text="还没有服务时长" /> : null}
        <ul className="plain-list agenda">
          {items.map((one) => (
            <li key={one.signUpId}>
              <Link to={`/activities/${one.activityId}`} className="agenda-entry">
                <strong>{one.title}</strong>
                <span>{when(one.startsAt, one.endsAt)}</span>
                <span className="grow" />
                <span>{hoursText(one.minutes)}</span>
                {one.final ? null : <Tag className="tag tag-waiting">公示中</Tag>}
              </Link>
              <span className="muted small">
                {one.kindLabel} · {one.place} · {minutesByWords[one.minutesBy]}
              </span>
            </li>
          ))}
        </ul>
        <MoreButton query={query} any={items.length > 0} />
      </Card>
    </>
  );
};
