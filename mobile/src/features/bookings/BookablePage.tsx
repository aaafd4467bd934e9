/** One thing that can be booked: its week, day by day, and the slots of the day that is looked at. */
import { bookingsApi, type Slot, type Week } from "@ginkgo/shared/api/bookings.ts";
import { addDays, dayOf, dayOfMonth, dayWords, weekdayName, weekdayOf } from "@ginkgo/shared/day.ts";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import Button from "antd-mobile/es/components/button";
import { useState } from "react";
import { Navigate, useNavigate, useParams } from "react-router";
import { call } from "../../ui/net/client.ts";
import { Page } from "../../ui/Page.tsx";
import { Failed, Loaded, Loading } from "../../ui/states.tsx";
import { BookSheet } from "./BookSheet.tsx";
import { bookingsKey, weekOf } from "./queries.ts";
import { clock, hoursWords } from "./words.ts";
import "../../ui/case/case.css";
import "../../ui/form/form.css";
import "./bookings.css";

const stateWords: { readonly [S in Slot["state"]]: string } = {
  free: "可约",
  taken: "已约出",
  mine: "我约的",
  past: "已过",
  beyond: "还不能约",
};

interface DaysProps {
  readonly week: Week;
  readonly day: string;
  readonly onDay: (day: string) => void;
}

const Days = ({ week, day, onDay }: DaysProps) => (
  <>
    <div className="week-bar">
      <Button size="small" onClick={() => onDay(addDays(week.monday, -7))}>
        上一周
      </Button>
      <b>{dayWords(day)}</b>
      <Button size="small" onClick={() => onDay(addDays(week.monday, 7))}>
        下一周
      </Button>
    </div>
    <div className="week-days">
      {week.days.map((one) => {
        const free = one.slots.filter(({ state }) => state === "free").length;
        return (
          <button
            key={one.day}
            type="button"
            className={free === 0 ? "week-day none" : "week-day"}
            aria-pressed={one.day === day}
            aria-label={`${dayWords(one.day)}，${free > 0 ? `可约 ${free} 个时段` : "没有可约的时段"}`}
            onClick={() => onDay(one.day)}
          >
            {weekdayName(weekdayOf(one.day)).slice(1)}
            <b>{dayOfMonth(one.day)}</b>
            {free > 0 ? `余${free}` : "—"}
          </button>
        );
      })}
    </div>
  </>
);

/** How many free slots follow one another from this one on. */
const inRow = (slots: readonly Slot[], first: number): number => {
  let count = 0;
  for (let i = first; i < slots.length; i++) {
    if (slots[i]?.state !== "free" || (i > first && slots[i]?.startsAt !== slots[i - 1]?.endsAt)) break;
    count++;
  }
  return count;
};

const BookablePage = () => {
  const { placeId = "" } = useParams();
  const navigate = useNavigate();
  const [day, setDay] = useState(dayOf(new Date()));
  const [chosen, setChosen] = useState<Slot>();
  const query = useQuery({ ...weekOf(placeId, day), placeholderData: keepPreviousData });
  const place = query.data?.place;
  const pick = (next: string) => {
    setDay(next);
    setChosen(undefined);
  };
  return (
    <Page title={place?.name ?? "预约"} back="/bookings">
      <Loaded query={query}>
        {(week) => {
          const shown = week.days.find((one) => one.day === day);
          const slots = shown?.slots ?? [];
          const first = slots.findIndex((slot) => slot.startsAt === chosen?.startsAt);
          return (
            <>
              <section className="card">
                <p className="case-facts">
                  <span>{week.place.kindLabel}</span>
                  <span>{week.place.trail}</span>
                  <span>开放：{hoursWords(week.place.hours)}</span>
                  <span>{week.place.confirm ? "提交后等社区确认" : "约上就算数，不用等确认"}</span>
                </p>
                {week.place.rules && <p className="booking-rules">{week.place.rules}</p>}
              </section>
              <section className="card">
                <Days week={week} day={day} onDay={pick} />
                {slots.length === 0 && <p className="field-help">这一天不开放。</p>}
                <div className="slots">
                  {slots.map((slot) => (
                    <button
                      key={slot.startsAt}
                      type="button"
                      className={slot.state === "mine" ? "slot mine" : "slot"}
                      disabled={!week.place.open || (slot.state !== "free" && slot.state !== "mine")}
                      aria-pressed={slot.startsAt === chosen?.startsAt}
                      onClick={() =>
                        slot.state === "mine" ? navigate(`/my-bookings/${slot.bookingId}`) : setChosen(slot)
                      }
                    >
                      {clock(slot.startsAt)}–{clock(slot.endsAt)}
                      <small>{stateWords[slot.state]}</small>
                    </button>
                  ))}
                </div>
              </section>
              {chosen && first >= 0 && (
                <BookSheet
                  place={week.place}
                  slot={chosen}
                  most={Math.min(week.place.mostSlots, inRow(slots, first))}
                  onClose={() => setChosen(undefined)}
                />
              )}
            </>
          );
        }}
      </Loaded>
    </Page>
  );
};
export default BookablePage;

/** What the QR code on the door leads to. */
export const BookableByCode = () => {
  const { code = "" } = useParams();
  const query = useQuery({
    queryKey: [bookingsKey, "code", code],
    queryFn: ({ signal }) => call(bookingsApi.bookableByCode, { code }, { signal }),
  });
  if (query.data) return <Navigate to={`/bookings/${query.data.id}`} replace />;
  return (
    <Page title="预约" back="/bookings">
      {query.error ? <Failed error={query.error} onRetry={() => void query.refetch()} /> : <Loading />}
    </Page>
  );
};
