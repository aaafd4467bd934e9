/** One's own calendar, or that of one's community: a month as a list of days, and the address for the phone's own calendar. */
import { clockTime, statusWords } from "@ginkgo/shared/activity-words.ts";
import { activitiesApi, type CalendarEntry } from "@ginkgo/shared/api/activities.ts";
import { addDays, dayOf, dayWords } from "@ginkgo/shared/day.ts";
import { useQuery } from "@tanstack/react-query";
import Button from "antd-mobile/es/components/button";
import { LeftOutline, RightOutline } from "antd-mobile-icons";
import { Link, useSearchParams } from "react-router";
import { confirm, toast } from "../../ui/feedback.ts";
import { problemOf } from "../../ui/net/client.ts";
import { Page } from "../../ui/Page.tsx";
import { Empty, Loaded } from "../../ui/states.tsx";
import { calendarOf, myFeed, useActivityChange } from "./queries.ts";
import "../../ui/case/case.css";
import "../../ui/case/steps.css";
import "../../ui/form/form.css";
import "./activities.css";

const dayStart = (day: string): string => `${day}T00:00:00+08:00`;

const addMonths = (month: string, n: number): string => {
  const [year = 0, number = 1] = month.split("-").map(Number);
  const count = year * 12 + number - 1 + n;
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, "0")}`;
};

const Entry = ({ one }: { one: CalendarEntry }) => (
  <Link to={`/activities/${one.activityId}`} className={one.cancelled ? "activity-hour off" : "activity-hour"}>
    <span className="activity-clock">
      {clockTime(one.startsAt)}
      <small>{clockTime(one.endsAt)}</small>
    </span>
    <span>
      {one.title}
      <small>
        {[
          one.place,
          one.cancelled ? "已取消" : one.mine ? statusWords[one.mine].label : `${one.taken} / ${one.capacity}`,
        ].join(" · ")}
      </small>
    </span>
    <RightOutline />
  </Link>
);

const Feed = () => {
  const { data } = useQuery(myFeed);
  const failed = (error: Error) => void toast(problemOf(error).detail, "fail");
  const renew = useActivityChange(activitiesApi.renewFeed, () => void toast("已生成，可以复制", "success"));
  const drop = useActivityChange(activitiesApi.dropFeed, () => void toast("已停用", "success"));
  const path = data?.path;
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(`${window.location.origin}${path}`);
      void toast("已复制，到日历里“添加订阅日历”粘贴", "success");
    } catch {
      void toast("没能复制，请长按地址复制", "fail");
    }
  };
  const again = async () => {
    if (await confirm("换一个地址", "原来的地址马上失效，订阅过的日历要重新填。", "换地址"))
      renew.mutate({}, { onError: failed });
  };
  return (
    <section className="card">
      <h2 className="case-title">放进手机日历</h2>
      <p className="soft">
        在手机日历里“添加订阅日历”，填这个地址，报名的场次会自动出现、自动更新。地址只属于您，不要发给别人。
      </p>
      {path ? (
        <>
          <p className="activity-address">{`${window.location.origin}${path}`}</p>
          <div className="activity-buttons">
            <Button color="primary" onClick={() => void copy()}>
              复制地址
            </Button>
            <Button loading={renew.isPending} onClick={() => void again()}>
              换一个
            </Button>
            <Button loading={drop.isPending} onClick={() => drop.mutate({}, { onError: failed })}>
              停用
            </Button>
          </div>
        </>
      ) : (
        <Button block loading={renew.isPending} onClick={() => renew.mutate({}, { onError: failed })}>
          生成订阅地址
        </Button>
      )}
    </section>
  );
};

const Calendar = () => {
  const [search, setSearch] = useSearchParams();
  const today = dayOf(new Date());
  const month = search.get("month") ?? today.slice(0, 7);
  const whose = search.get("whose") === "area" ? "area" : "mine";
  const from = `${month}-01`;
  const until = `${addMonths(month, 1)}-01`;
  const query = useQuery(calendarOf(whose, dayStart(from), dayStart(until)));
  const set = (name: string, value: string | undefined) =>
    setSearch(
      (was) => {
        if (value) was.set(name, value);
        else was.delete(name);
        return was;
      },
      { replace: true },
    );
  const [year, number] = month.split("-").map(Number);
  return (
    <Page title="活动日历" back="/activities">
      <div className="activity-filters">
        <div className="activity-month">
          <button
            type="button"
            className="plain-button"
            aria-label="上个月"
            onClick={() => set("month", addMonths(month, -1))}
          >
            <LeftOutline />
          </button>
          <b>
            {year}年{number}月
          </b>
          <button
            type="button"
            className="plain-button"
            aria-label="下个月"
            onClick={() => set("month", addMonths(month, 1))}
          >
            <RightOutline />
          </button>
        </div>
        <fieldset className="chips" aria-label="谁的日历">
          <button
            type="button"
            className="chip"
            aria-pressed={whose === "mine"}
            onClick={() => set("whose", undefined)}
          >
            我报名的
          </button>
          <button type="button" className="chip" aria-pressed={whose === "area"} onClick={() => set("whose", "area")}>
            本地全部
          </button>
        </fieldset>
      </div>
      <Loaded query={query}>
        {({ items }) => {
          const days = Map.groupBy(items, ({ startsAt }) => dayOf(new Date(startsAt)));
          if (items.length === 0)
            return <Empty title="这个月没有安排" hint={whose === "mine" ? "报名以后会出现在这里。" : ""} />;
          return [...days].map(([day, entries]) => (
            <section key={day} className="card">
              <h2 className="activity-day">
                {dayWords(day)}
                {day === today ? "，今天" : day === addDays(today, 1) ? "，明天" : ""}
              </h2>
              {entries.map((one) => (
                <Entry key={one.shiftId} one={one} />
              ))}
            </section>
          ));
        }}
      </Loaded>
      <Feed />
    </Page>
  );
};
export default Calendar;
