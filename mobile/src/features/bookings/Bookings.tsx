/** 场地和上门预约: what can be booked, what is free now, one's own bookings, and for those who serve, theirs. */
import type { Bookable, Booking } from "@ginkgo/shared/api/bookings.ts";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Link, useSearchParams } from "react-router";
import { useDelayed } from "../../ui/form/use-delayed.ts";
import { MoreRows } from "../../ui/MoreRows.tsx";
import { Page } from "../../ui/Page.tsx";
import { useSession } from "../../ui/session.tsx";
import { Empty } from "../../ui/states.tsx";
import { bookables, bookingsToServe, freeNow, myBookings } from "./queries.ts";
import { hoursWords, tones, whenOf } from "./words.ts";
import "../../ui/case/case.css";
import "../../ui/form/form.css";
import "./bookings.css";

const PlaceCard = ({ place, free }: { place: Bookable; free: boolean }) => (
  <li className="card case-card">
    <Link to={`/bookings/${place.id}`} className="case-link">
      <span className="booking-line">
        <strong className="case-category">{place.name}</strong>
        {free && <span className="booking-free">现在空着</span>}
      </span>
      <span className="case-facts">
        <span>{place.kindLabel}</span>
        <span>{place.trail}</span>
        <span>{hoursWords(place.hours)}</span>
      </span>
    </Link>
  </li>
);

const BookingCard = ({ one }: { one: Booking }) => (
  <li className="card case-card">
    <Link to={`/my-bookings/${one.id}`} className="case-link">
      <span className="booking-line">
        <strong className="case-category">{one.place.name}</strong>
        <span className={`tag tag-${tones[one.status]}`}>{one.statusLabel}</span>
      </span>
      <span className="case-facts">
        <span>{whenOf(one)}</span>
        {!one.mine && <span>{one.by}</span>}
        {one.worker && <span>上门：{one.worker.name}</span>}
      </span>
    </Link>
  </li>
);

const Places = () => {
  const { pack } = useSession();
  const [words, setWords] = useState("");
  const [kind, setKind] = useState<string>();
  const q = useDelayed(words.trim());
  const query = useInfiniteQuery(bookables(q, kind));
  const free = new Set(useQuery(freeNow).data?.items.map(({ place }) => place.id));
  const kinds = pack.participation.bookables;
  return (
    <>
      <div className="booking-head">
        <input
          className="box"
          type="search"
          aria-label="搜索"
          placeholder="搜索名称"
          maxLength={50}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
        {kinds.length > 1 && (
          <div className="chips">
            {kinds.map((one) => (
              <button
                key={one.id}
                type="button"
                className="chip"
                aria-pressed={kind === one.id}
                onClick={() => setKind(kind === one.id ? undefined : one.id)}
              >
                {one.label}
              </button>
            ))}
          </div>
        )}
      </div>
      <MoreRows query={query} empty={<Empty title="还没有可以预约的" hint="社区开放场地或上门服务后会出现在这里。" />}>
        {(place) => <PlaceCard key={place.id} place={place} free={free.has(place.id)} />}
      </MoreRows>
    </>
  );
};

const Mine = ({ when }: { when: "coming" | "past" }) => (
  <MoreRows query={useInfiniteQuery(myBookings(when))} empty={<Empty title="没有预约" />}>
    {(one) => <BookingCard key={one.id} one={one} />}
  </MoreRows>
);

const Serve = () => (
  <MoreRows query={useInfiniteQuery(bookingsToServe)} empty={<Empty title="没有要您处理的预约" />}>
    {(one) => <BookingCard key={one.id} one={one} />}
  </MoreRows>
);

const Bookings = () => {
  const [search, setSearch] = useSearchParams();
  const serving = (useInfiniteQuery(bookingsToServe).data?.pages[0]?.items.length ?? 0) > 0;
  const tabs = [
    { id: "places", label: "可预约" },
    { id: "coming", label: "我的预约" },
    { id: "past", label: "以前的" },
    ...(serving ? [{ id: "serve", label: "我负责的" }] : []),
  ];
  const tab = tabs.find(({ id }) => id === search.get("tab"))?.id ?? "places";
  return (
    <Page title="预约" back="/take-part">
      <nav className="chips booking-tabs" aria-label="看什么">
        {tabs.map(({ id, label }) => (
          <button
            key={id}
            type="button"
            className="chip"
            aria-pressed={tab === id}
            onClick={() => setSearch({ tab: id }, { replace: true })}
          >
            {label}
          </button>
        ))}
      </nav>
      {tab === "places" && <Places />}
      {(tab === "coming" || tab === "past") && <Mine when={tab} />}
      {tab === "serve" && <Serve />}
    </Page>
  );
};
export default Bookings;
