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
import { usePhoneWidth } from "../../ui/usePhoneWidth.ts";
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

interface PersonProps {
  readonly one: Participant;
  readonly activity: ActivityView;
  readonly onAct: (act: Act) => void;
}

const shiftOf = (activity: ActivityView, { shiftId }: Participant) => activity.shifts.find(({ id }) => id === shiftId);

const timeOf = (activity: ActivityView, one: Participant): string => {
  const shift = shiftOf(activity, one);
  return shift ? when(shift.startsAt, shift.endsAt) : "";
};

const Status = ({ one }: { one: Participant }) => (
  <>
    <StateTag {...statusWords[one.status]} />
    {one.queue === null ? null : <span className="muted small"> 第 {one.queue} 位</span>}
    {one.correction === "open" ? <span className="muted small"> 申请更正时长</span> : null}
  </>
);

const Minutes = ({ one }: { one: Participant }) => {
  if (one.minutes === null) return <span className="muted">—</span>;
  return (
    <>
      {hoursText(one.minutes)}
      {one.minutesBy && one.minutesBy !== "record" ? (
        <div className="muted small">
          {minutesByWords[one.minutesBy]}：{one.reason}
        </div>
      ) : null}
    </>
  );
};

const Said = ({ one }: { one: Participant }) => (
  <>
    {one.stars ? <div>{one.stars} 星</div> : null}
    {one.words ? <div className="small">{one.words}</div> : null}
    {one.note ? <div className="muted small">评语：{one.note}</div> : null}
  </>
);

const Acts = ({ one, activity, onAct }: PersonProps) => {
  const acts = actsFor(activity, one, shiftOf(activity, one));
  if (acts.length === 0) return null;
  return (
    <Dropdown
      trigger={["click"]}
      menu={{
        items: acts.map(({ key, label, danger }) => ({ key, label, danger })),
        onClick: ({ key }) => {
          const act = acts.find((each) => each.key === key);
          if (act) onAct(act);
        },
      }}
    >
      <Button size="small" aria-label={`办理：${one.name}`}>
        办理
      </Button>
    </Dropdown>
  );
};

/** The same person where a table has no room. */
const PersonRow = ({ one, activity, several, onAct }: PersonProps & { several: boolean }) => (
  <li>
    <div className="case-line">
      <strong>{one.name}</strong>
      <Status one={one} />
      <span className="grow" />
      <Acts one={one} activity={activity} onAct={onAct} />
    </div>
    {several ? <div className="muted small">{timeOf(activity, one)}</div> : null}
    {activity.checkIn ? (
      <div>
        <Record one={one} /> {activity.hasHours ? <Minutes one={one} /> : null}
      </div>
    ) : null}
    <Said one={one} />
  </li>
);

export const PeopleTable = ({ activity }: { activity: ActivityView }) => {
  const query = useFetch(activitiesApi.people, { activityId: activity.id });
  const [shift, setShift] = useState<string>();
  const [chosen, setChosen] = useState<{ act: Act; one: Participant } | null>(null);
  const all = query.data?.items ?? [];
  const items = all.filter(({ shiftId }) => shift === undefined || shiftId === shift);
  const several = activity.shifts.length > 1;
  const phone = usePhoneWidth();
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
      {items.length > 0 && phone ? (
        <ul className="plain-list lined">
          {items.map((one) => (
            <PersonRow
              key={one.id}
              one={one}
              activity={activity}
              several={several}
              onAct={(act) => setChosen({ act, one })}
            />
          ))}
        </ul>
      ) : null}
      {items.length > 0 && !phone ? (
        <Table<Participant>
          size="small"
          rowKey="id"
          dataSource={items}
          pagination={items.length > 50 ? { pageSize: 50, showSizeChanger: false } : false}
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
            ...(several ? [{ title: "场次", render: (_: unknown, one: Participant) => timeOf(activity, one) }] : []),
            { title: "状态", render: (_, one) => <Status one={one} /> },
            ...(activity.checkIn
              ? [{ title: "签到签退", render: (_: unknown, one: Participant) => <Record one={one} /> }]
              : []),
            ...(activity.hasHours
              ? [{ title: "时长", render: (_: unknown, one: Participant) => <Minutes one={one} /> }]
              : []),
            { title: "评价", render: (_, one) => <Said one={one} /> },
            {
              title: "操作",
              className: "no-print",
              render: (_, one) => <Acts one={one} activity={activity} onAct={(act) => setChosen({ act, one })} />,
            },
          ]}
        />
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
