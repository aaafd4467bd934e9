/** One's own calendar and that of the area, by month or week; on a narrow screen as a list of days. */
import { LeftOutlined, RightOutlined } from "@ant-design/icons";
import { clockTime, statusWords } from "@ginkgo/shared/activity-words.ts";
import { activitiesApi, type CalendarEntry } from "@ginkgo/shared/api/activities.ts";
import { addDays, dayOf, dayWords, weekdayName } from "@ginkgo/shared/day.ts";
import { Button, Card, Segmented } from "antd";
import { Link, useSearchParams } from "react-router";
import { useFetch } from "../../ui/api/hooks.ts";
import { tiersAs, usePack } from "../../ui/api/session.ts";
import { NodeSelect } from "../../ui/form/NodeSelect.tsx";
import { PageHead } from "../../ui/PageHead.tsx";
import { EmptyState, Loaded } from "../../ui/States.tsx";
import { dayStart } from "../../ui/time.ts";
import { usePhoneWidth } from "../../ui/usePhoneWidth.ts";
import { ActivitiesNav } from "./ActivitiesNav.tsx";
import { FeedCard } from "./FeedCard.tsx";
import { addMonths, daysOfMonth, daysOfWeek } from "./month.ts";
import "./activities.css";

type Entries = ReadonlyMap<string, readonly CalendarEntry[]>;

const classOf = (one: CalendarEntry): string =>
  ["month-entry", one.mine ? "mine" : "", one.cancelled ? "off" : ""].filter(Boolean).join(" ");

const titleOf = (one: CalendarEntry): string =>
  `${clockTime(one.startsAt)}–${clockTime(one.endsAt)} ${one.title}，${one.place}${one.mine ? `，${statusWords[one.mine].label}` : ""}${one.cancelled ? "，已取消" : ""}`;

/** As many as fit; the rest is counted and found in the week. */
const shownADay = 4;

const Month = ({
  days,
  month,
  entries,
  onDay,
}: {
  days: readonly string[];
  month: string;
  entries: Entries;
  onDay: (day: string) => void;
}) => {
  const today = dayOf(new Date());
  return (
    <div className="month">
      {[1, 2, 3, 4, 5, 6, 7].map((n) => (
        <div key={n} className="month-name">
          {weekdayName(n)}
        </div>
      ))}
      {days.map((day) => {
        const all = entries.get(day) ?? [];
        const kind = ["month-day", day.startsWith(month) ? "" : "other", day === today ? "today" : ""];
        return (
          <div key={day} className={kind.filter(Boolean).join(" ")}>
            <span className="month-number">{Number(day.slice(8))}</span>
            {all.slice(0, shownADay).map((one) => (
              <Link
                key={one.shiftId}
                to={`/activities/${one.activityId}`}
                className={classOf(one)}
                title={titleOf(one)}
              >
                {clockTime(one.startsAt)} {one.title}
              </Link>
            ))}
            {all.length > shownADay ? (
              <Button type="link" size="small" onClick={() => onDay(day)}>
                还有 {all.length - shownADay} 场
              </Button>
            ) : null}
          </div>
        );
      })}
    </div>
  );
};

const Agenda = ({ days, entries, whole }: { days: readonly string[]; entries: Entries; whole: boolean }) => {
  const shown = days.filter((day) => whole || entries.has(day));
  if (shown.length === 0) return <EmptyState text="这段时间没有安排" />;
  return (
    <ul className="plain-list agenda">
      {shown.map((day) => (
        <li key={day}>
          <h3>{dayWords(day)}</h3>
          {(entries.get(day) ?? []).map((one) => (
            <Link key={one.shiftId} to={`/activities/${one.activityId}`} className="agenda-entry">
              <span className="agenda-time">
                {clockTime(one.startsAt)}–{clockTime(one.endsAt)}
              </span>
              <span className={classOf(one)}>{one.title}</span>
              <span className="muted small">{one.place}</span>
              <span className="muted small">
                {one.cancelled ? "已取消" : one.mine ? statusWords[one.mine].label : `${one.taken} / ${one.capacity}`}
              </span>
            </Link>
          ))}
          {entries.has(day) ? null : <span className="muted small">没有安排</span>}
        </li>
      ))}
    </ul>
  );
};

export const CalendarPage = () => {
  const [search, setSearch] = useSearchParams();
  const phone = usePhoneWidth();
  const tiers = tiersAs(usePack(), "subdistrict", "community");
  const whose = search.get("whose") === "area" ? "area" : "mine";
  const view = search.get("view") === "week" ? "week" : "month";
  const day = search.get("day") ?? dayOf(new Date());
  const under = search.get("under") ?? undefined;
  const month = day.slice(0, 7);
  const days = view === "week" ? daysOfWeek(day) : daysOfMonth(month);
  const last = days.at(-1) ?? day;
  const set = (changes: Readonly<Record<string, string | undefined>>) =>
    setSearch(
      (was) => {
        for (const [name, value] of Object.entries(changes)) {
          if (value) was.set(name, value);
          else was.delete(name);
        }
        return was;
      },
      { replace: true, preventScrollReset: true },
    );
  const move = (n: number) => set({ day: view === "week" ? addDays(day, 7 * n) : `${addMonths(month, n)}-01` });
  const query = useFetch(
    activitiesApi.calendar,
    {
      whose,
      from: dayStart(days[0] ?? day),
      to: dayStart(addDays(last, 1)),
      under: whose === "area" ? under : undefined,
    },
    { keep: true },
  );
  const entriesOf = (items: readonly CalendarEntry[]): Entries =>
    Map.groupBy(items, ({ startsAt }) => dayOf(new Date(startsAt)));
  const [year, number] = month.split("-").map(Number);
  return (
    <>
      <PageHead title="活动日历" />
      <ActivitiesNav />
      <Card className="flush">
        <div className="calendar-bar no-print">
          <Button icon={<LeftOutlined />} aria-label={view === "week" ? "上一周" : "上个月"} onClick={() => move(-1)} />
          <h2>{view === "week" ? `${dayWords(days[0] ?? day)}起一周` : `${year}年${number}月`}</h2>
          <Button icon={<RightOutlined />} aria-label={view === "week" ? "下一周" : "下个月"} onClick={() => move(1)} />
          <Button onClick={() => set({ day: undefined })}>今天</Button>
          <span className="grow" />
          {whose === "area" ? (
            <span style={{ width: 150 }}>
              <NodeSelect
                aria-label="地方"
                placeholder="全部地方"
                tiers={tiers}
                value={under}
                style={{ width: "100%" }}
                onChange={(id) => set({ under: id })}
              />
            </span>
          ) : null}
          <Segmented
            aria-label="谁的日历"
            value={whose}
            options={[
              { value: "mine", label: "我的" },
              { value: "area", label: "本地" },
            ]}
            onChange={(value) => set({ whose: value })}
          />
          <Segmented
            aria-label="按月还是按周"
            value={view}
            options={[
              { value: "month", label: "月" },
              { value: "week", label: "周" },
            ]}
            onChange={(value) => set({ view: value })}
          />
        </div>
        <Loaded query={query}>
          {({ items, more }) => (
            <>
              {phone || view === "week" ? (
                <Agenda days={days} entries={entriesOf(items)} whole={view === "week"} />
              ) : (
                <Month
                  days={days}
                  month={month}
                  entries={entriesOf(items)}
                  onDay={(one) => set({ view: "week", day: one })}
                />
              )}
              {more ? <p className="more muted">这段时间的场次太多，只显示了前面的，请按周或按地方看。</p> : null}
            </>
          )}
        </Loaded>
      </Card>
      <FeedCard />
    </>
  );
};
