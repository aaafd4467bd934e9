/** Who takes part, for those who organise it: who came and went, and what staff do by name, always with a reason. */
import { DownloadOutlined, PrinterOutlined } from "@ant-design/icons";
import { clockTime, hoursText, minutesByWords, statusWords, when } from "@ginkgo/shared/activity-words.ts";
import { type ActivityView, activitiesApi, type Participant } from "@ginkgo/shared/api/activities.ts";
import { Button, Dropdown, Select, Table } from "antd";
import { useState } from "react";
import { Link } from "react-router";
import { useFetch } from "../../ui/api/hooks.ts";
import { EmptyState, ErrorState } from "../../ui/States.tsx";
import { StateTag } from "../../ui/StateTag.tsx";
import { type Act, actsFor, PersonAct } from "./PersonAct.tsx";

const byStaff = (by: "code" | "staff" | null) =>
  by === "staff" ? <span className="muted small">（登记）</span> : null;

const Record = ({ one }: { one: Participant }) => (
  <>
    {one.inAt ? (
      <span>
        {clockTime(one.inAt)}
        {byStaff(one.inBy)}
      </span>
    ) : (
      <span className="muted">未签到</span>
    )}
    {one.inAt ? (
      <span>
        {" → "}
        {one.outAt ? (
          <>
            {clockTime(one.outAt)}
            {byStaff(one.outBy)}
          </>
        ) : (
          "未签退"
        )}
      </span>
    ) : null}
    {one.meters === null ? null : <span className="muted small"> 距活动地点约 {one.meters} 米</span>}
  </>
);

export const PeopleTable = ({ activity }: { activity: ActivityView }) => {
  const query = useFetch(activitiesApi.people, { activityId: activity.id });
  const [shift, setShift] = useState<string>();
  const [chosen, setChosen] = useState<{ act: Act; one: Participant } | null>(null);
  const all = query.data?.items ?? [];
  const items = all.filter(({ shiftId }) => shift === undefined || shiftId === shift);
  const shiftOf = (id: string) => activity.shifts.find((one) => one.id === id);
  const several = activity.shifts.length > 1;
  return (
    <section className="section">
      <h2>名单</h2>
      <div className="shift-buttons gap-below no-print">
        {several ? (
          <Select
            aria-label="场次"
            placeholder="全部场次"
            allowClear
            style={{ minWidth: 220 }}
            value={shift}
            options={activity.shifts.map((one) => ({ value: one.id, label: when(one.startsAt, one.endsAt) }))}
            onChange={setShift}
          />
        ) : null}
        <Button
          icon={<DownloadOutlined />}
          href={`/api/v1/activities/${activity.id}/people.xlsx?app=console`}
          disabled={all.length === 0}
        >
          导出 Excel
        </Button>
        <Link to={`/activities/${activity.id}/sheet`}>
          <Button icon={<PrinterOutlined />}>打印签到表</Button>
        </Link>
      </div>
      {query.error && !query.data ? <ErrorState error={query.error} onRetry={() => query.refetch()} /> : null}
      {query.isSuccess && items.length === 0 ? <EmptyState text="还没有人报名" /> : null}
      {items.length > 0 ? (
        <div className="people-table">
          <Table<Participant>
            size="small"
            rowKey="id"
            dataSource={items}
            pagination={items.length > 50 ? { pageSize: 50, showSizeChanger: false } : false}
            scroll={{ x: 640 }}
            columns={[
              {
                title: "姓名",
                dataIndex: "name",
                render: (name: string, one) => (
                  <>
                    {name}
                    {one.unit ? <div className="muted small">{one.unit.name}</div> : null}
                  </>
                ),
              },
              ...(several
                ? [
                    {
                      title: "场次",
                      render: (_: unknown, one: Participant) => {
                        const its = shiftOf(one.shiftId);
                        return its ? when(its.startsAt, its.endsAt) : "";
                      },
                    },
                  ]
                : []),
              {
                title: "状态",
                render: (_, one) => (
                  <>
                    <StateTag {...statusWords[one.status]} />
                    {one.queue === null ? null : <span className="muted small"> 第 {one.queue} 位</span>}
                  </>
                ),
              },
              ...(activity.checkIn
                ? [{ title: "签到签退", render: (_: unknown, one: Participant) => <Record one={one} /> }]
                : []),
              ...(activity.hasHours
                ? [
                    {
                      title: "时长",
                      render: (_: unknown, one: Participant) =>
                        one.minutes === null ? (
                          <span className="muted">—</span>
                        ) : (
                          <>
                            {hoursText(one.minutes)}
                            {one.minutesBy && one.minutesBy !== "record" ? (
                              <div className="muted small">
                                {minutesByWords[one.minutesBy]}：{one.reason}
                              </div>
                            ) : null}
                          </>
                        ),
                    },
                  ]
                : []),
              {
                title: "评价",
                render: (_, one) => (
                  <>
                    {one.stars ? <div>{one.stars} 星</div> : null}
                    {one.words ? <div className="small">{one.words}</div> : null}
                    {one.note ? <div className="muted small">评语：{one.note}</div> : null}
                  </>
                ),
              },
              {
                title: "操作",
                className: "no-print",
                render: (_, one) => {
                  const acts = actsFor(activity, one, shiftOf(one.shiftId));
                  return acts.length > 0 ? (
                    <Dropdown
                      trigger={["click"]}
                      menu={{
                        items: acts.map(({ key, label, danger }) => ({ key, label, danger })),
                        onClick: ({ key }) => {
                          const act = acts.find((each) => each.key === key);
                          if (act) setChosen({ act, one });
                        },
                      }}
                    >
                      <Button size="small" aria-label={`办理：${one.name}`}>
                        办理
                      </Button>
                    </Dropdown>
                  ) : null;
                },
              },
            ]}
          />
        </div>
      ) : null}
      {chosen ? (
        <PersonAct
          key={`${chosen.one.id}/${chosen.act.key}`}
          act={chosen.act}
          one={chosen.one}
          activity={activity}
          onClose={() => setChosen(null)}
        />
      ) : null}
    </section>
  );
};
