/** Rooms, venues and visits at home: what is booked, and what can be. */
import { PlusOutlined } from "@ant-design/icons";
import { type Booking, BookingStatus, bookingsApi } from "@ginkgo/shared/api/bookings.ts";
import { Button, Card, Drawer, Input, Select, Skeleton, Tabs, Tag } from "antd";
import { useState } from "react";
import { Link, useNavigate, useSearchParams } from "react-router";
import { useFetch, usePages } from "../../ui/api/hooks.ts";
import { usePack, useRight } from "../../ui/api/session.ts";
import { DayInput } from "../../ui/form/DayInput.tsx";
import { NodeSelect } from "../../ui/form/NodeSelect.tsx";
import { useDebounced } from "../../ui/form/useDebounced.ts";
import { MoreButton } from "../../ui/MoreButton.tsx";
import { PageHead } from "../../ui/PageHead.tsx";
import { EmptyState, ErrorState } from "../../ui/States.tsx";
import { usePhoneWidth } from "../../ui/usePhoneWidth.ts";
import { BookableForm } from "./BookableForm.tsx";
import { BookingPanel } from "./BookingPanel.tsx";
import { hoursWords, statusOptions, tones, whenOf } from "./words.ts";
import "./bookings.css";

const useParam = () => {
  const [search, setSearch] = useSearchParams();
  const set = (name: string, value: string | null | undefined) =>
    setSearch(
      (was) => {
        if (value) was.set(name, value);
        else was.delete(name);
        return was;
      },
      { replace: true, preventScrollReset: true },
    );
  return { get: (name: string) => search.get(name) ?? undefined, set };
};

const BookingRow = ({ one, onOpen }: { one: Booking; onOpen: () => void }) => (
  <li className="case-item">
    <button type="button" className="booking-row" onClick={onOpen}>
      <span className="booking-when">{whenOf(one)}</span>
      <strong className="grow wrap">{one.place.name}</strong>
      <span className="muted">{[one.by, one.worker && `上门：${one.worker.name}`].filter(Boolean).join(" · ")}</span>
      <Tag className={`tag tag-${tones[one.status]}`}>{one.statusLabel}</Tag>
    </button>
  </li>
);

const DeskList = () => {
  const { get, set } = useParam();
  const phone = usePhoneWidth();
  const status = BookingStatus.safeParse(get("status")).data;
  const [from, to, under] = [get("from"), get("to"), get("under")];
  const open = get("booking");
  const { query, items } = usePages(bookingsApi.bookings, { status, from, to, under, limit: 50 });
  return (
    <>
      <div className="desk-top">
        <div className="filters">
          <Select
            aria-label="状态"
            placeholder="全部状态"
            allowClear
            value={status}
            options={statusOptions}
            onChange={(next: string | undefined) => set("status", next)}
          />
          <NodeSelect aria-label="所在地" placeholder="全部地方" value={under} onChange={(id) => set("under", id)} />
          <div className="filter-days booking-days">
            <DayInput value={from} onChange={(day) => set("from", day)} />
            <DayInput value={to} onChange={(day) => set("to", day)} />
          </div>
        </div>
      </div>
      {query.isLoading ? <Skeleton className="state" active /> : null}
      {query.error && items.length === 0 ? <ErrorState error={query.error} onRetry={() => query.refetch()} /> : null}
      {query.isSuccess && items.length === 0 ? <EmptyState text="没有符合条件的预约" /> : null}
      <ul className="plain-list">
        {items.map((one) => (
          <BookingRow key={one.id} one={one} onOpen={() => set("booking", one.id)} />
        ))}
      </ul>
      <MoreButton query={query} any={items.length > 0} />
      <Drawer
        open={open !== undefined}
        onClose={() => set("booking", null)}
        title="预约"
        size={phone ? "100%" : 480}
        destroyOnHidden
      >
        {open ? <BookingPanel bookingId={open} /> : null}
      </Drawer>
    </>
  );
};

const Places = ({ edits }: { edits: boolean }) => {
  const { get, set } = useParam();
  const [typed, setTyped] = useState("");
  const q = useDebounced(typed.trim()) || undefined;
  const kinds = usePack()?.participation.bookables ?? [];
  const [now] = useState(() => new Date().toISOString());
  const free = new Set(useFetch(bookingsApi.freeNow, { at: now }).data?.items.map(({ place }) => place.id));
  const kind = get("kind");
  const under = get("under");
  const { query, items } = usePages(bookingsApi.bookables, { q, kind, under, limit: 50, edit: edits ? "yes" : "no" });
  return (
    <>
      <div className="desk-top">
        <div className="filters">
          <Input
            className="filter-search"
            placeholder="按名称查找"
            aria-label="查找"
            allowClear
            maxLength={50}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
          <Select
            aria-label="类别"
            placeholder="全部类别"
            allowClear
            value={kind}
            options={kinds.map(({ id, label }) => ({ value: id, label }))}
            onChange={(next: string | undefined) => set("kind", next)}
          />
          <NodeSelect aria-label="所在地" placeholder="全部地方" value={under} onChange={(id) => set("under", id)} />
        </div>
      </div>
      {query.isLoading ? <Skeleton className="state" active /> : null}
      {query.error && items.length === 0 ? <ErrorState error={query.error} onRetry={() => query.refetch()} /> : null}
      {query.isSuccess && items.length === 0 ? (
        <EmptyState text={edits ? "还没有可以预约的场地和服务，可以新增。" : "没有可以预约的场地和服务"} />
      ) : null}
      <ul className="plain-list">
        {items.map((place) => (
          <li key={place.id} className="case-item">
            <Link to={`/bookings/${place.id}`} className="case-link">
              <span className="case-line">
                <strong className="wrap">{place.name}</strong>
                <Tag className="tag">{place.kindLabel}</Tag>
                {place.open ? null : <Tag className="tag tag-stopped">已停用</Tag>}
                {free.has(place.id) ? <Tag className="tag tag-done">现在空着</Tag> : null}
              </span>
              <span className="muted small">
                {place.trail} · {hoursWords(place.hours)} · {place.confirm ? "需要确认" : "约上即算数"}
              </span>
            </Link>
          </li>
        ))}
      </ul>
      <MoreButton query={query} any={items.length > 0} />
    </>
  );
};

export const BookingsPage = () => {
  const edits = useRight("booking.edit");
  const { get, set } = useParam();
  const [adding, setAdding] = useState(false);
  const go = useNavigate();
  const tab = get("tab") ?? (edits ? "bookings" : "places");
  return (
    <>
      <PageHead
        title="预约"
        note="场地按时段预约，上门服务按约定时间前往"
        extra={
          edits ? (
            <Button type="primary" icon={<PlusOutlined />} onClick={() => setAdding(true)}>
              新增场地或服务
            </Button>
          ) : null
        }
      />
      <Card className="flush">
        <Tabs
          className="desk-tabs"
          activeKey={tab}
          onChange={(key) => set("tab", key)}
          items={[
            { key: "bookings", label: "预约单", children: <DeskList /> },
            { key: "places", label: "场地和服务", children: <Places edits={edits} /> },
          ]}
        />
      </Card>
      {adding ? (
        <BookableForm onClose={() => setAdding(false)} onSaved={({ id }) => void go(`/bookings/${id}`)} />
      ) : null}
    </>
  );
};
