/** The week of one room or service: free slots are booked, taken ones opened, hours kept free. */
import { EditOutlined, LeftOutlined, QrcodeOutlined, RightOutlined, StopOutlined } from "@ant-design/icons";
import { bookingsApi, type Slot, type Week } from "@ginkgo/shared/api/bookings.ts";
import { addDays, dayOf, dayWords, mondayOf } from "@ginkgo/shared/day.ts";
import { useQueryClient } from "@tanstack/react-query";
import { App, Button, Card, Drawer, Form, Input } from "antd";
import { useState } from "react";
import { Link, useParams, useSearchParams } from "react-router";
import { keyOf, useChange, useFetch } from "../../ui/api/hooks.ts";
import { FormModal } from "../../ui/form/FormModal.tsx";
import { MomentInput } from "../../ui/form/MomentInput.tsx";
import { PageHead } from "../../ui/PageHead.tsx";
import { Loaded } from "../../ui/States.tsx";
import { usePhoneWidth } from "../../ui/usePhoneWidth.ts";
import { BookableForm } from "./BookableForm.tsx";
import { BookingPanel } from "./BookingPanel.tsx";
import { BookModal } from "./BookModal.tsx";
import { clock, hoursWords } from "./words.ts";
import "./bookings.css";

const stateWords: { readonly [S in Slot["state"]]: string } = {
  free: "可约",
  taken: "已约出",
  mine: "我约的",
  past: "已过",
  beyond: "还不能约",
};

const SlotButton = ({ slot, closed, onPick }: { slot: Slot; closed: boolean; onPick: () => void }) => (
  <button
    type="button"
    className={`week-slot ${slot.state}`}
    disabled={slot.state === "free" ? closed : slot.bookingId === null}
    onClick={onPick}
  >
    {clock(slot.startsAt)}–{clock(slot.endsAt)}
    <small>{slot.by ?? stateWords[slot.state]}</small>
  </button>
);

interface BlockProps {
  readonly placeId: string;
  readonly onClose: () => void;
}

const Block = ({ placeId, onClose }: BlockProps) => {
  const { message } = App.useApp();
  const queries = useQueryClient();
  const block = useChange(bookingsApi.block, () => {
    void queries.invalidateQueries({ queryKey: keyOf(bookingsApi.week) });
    void message.success("这段时间不再开放预约");
    onClose();
  });
  return (
    <FormModal<{ startsAt: string; endsAt: string; reason: string }>
      title="某段时间不开放"
      okText="不开放"
      pending={block.isPending}
      error={block.error}
      names={["startsAt", "endsAt", "reason"]}
      onSubmit={(values) => block.mutate({ placeId, ...values })}
      onClose={onClose}
    >
      <Form.Item name="startsAt" label="从" rules={[{ required: true, message: "请选择开始时间" }]}>
        <MomentInput />
      </Form.Item>
      <Form.Item name="endsAt" label="到" rules={[{ required: true, message: "请选择结束时间" }]}>
        <MomentInput />
      </Form.Item>
      <Form.Item name="reason" label="原因" rules={[{ required: true, whitespace: true, message: "请写明原因" }]}>
        <Input maxLength={100} placeholder="如：检修、社区自用" />
      </Form.Item>
    </FormModal>
  );
};

const Grid = ({
  week,
  onFree,
  onBooking,
}: {
  week: Week;
  onFree: (slot: Slot) => void;
  onBooking: (id: string) => void;
}) => {
  const today = dayOf(new Date());
  return (
    <div className="week-grid">
      {week.days.map(({ day, slots }) => (
        <section key={day}>
          <h3 className={day === today ? "today" : undefined}>{dayWords(day)}</h3>
          {slots.length === 0 ? <p className="muted small">不开放</p> : null}
          <div className="week-slots">
            {slots.map((slot) => (
              <SlotButton
                key={slot.startsAt}
                slot={slot}
                closed={!week.place.open}
                onPick={() => (slot.state === "free" ? onFree(slot) : slot.bookingId && onBooking(slot.bookingId))}
              />
            ))}
          </div>
        </section>
      ))}
    </div>
  );
};

export const BookablePage = () => {
  const { placeId = "" } = useParams();
  const [search, setSearch] = useSearchParams();
  const phone = usePhoneWidth();
  const [open, setOpen] = useState<"edit" | "block">();
  const [slot, setSlot] = useState<Slot>();
  const [booking, setBooking] = useState<string>();
  const monday = mondayOf(search.get("day") ?? dayOf(new Date()));
  const query = useFetch(bookingsApi.week, { placeId, day: monday }, { keep: true });
  const move = (day: string) => setSearch({ day }, { replace: true });
  return (
    <Loaded query={query}>
      {(week) => (
        <>
          <PageHead
            title={week.place.name}
            note={`${week.place.kindLabel} · ${week.place.trail} · ${hoursWords(week.place.hours)}`}
            extra={
              week.place.mayEdit ? (
                <>
                  <Link to={`/bookings/${placeId}/qr`}>
                    <Button icon={<QrcodeOutlined />}>二维码</Button>
                  </Link>
                  <Button icon={<StopOutlined />} onClick={() => setOpen("block")}>
                    某段时间不开放
                  </Button>
                  <Button icon={<EditOutlined />} onClick={() => setOpen("edit")}>
                    修改
                  </Button>
                </>
              ) : null
            }
          />
          <Card>
            <div className="week-bar">
              <Button icon={<LeftOutlined />} onClick={() => move(addDays(monday, -7))}>
                上一周
              </Button>
              <Button onClick={() => move(dayOf(new Date()))}>本周</Button>
              <Button icon={<RightOutlined />} iconPlacement="end" onClick={() => move(addDays(monday, 7))}>
                下一周
              </Button>
              <h2>
                {dayWords(week.monday)} 至 {dayWords(addDays(week.monday, 6))}
              </h2>
            </div>
            <Grid week={week} onFree={setSlot} onBooking={setBooking} />
            {week.place.rules ? <p className="muted pre gap-above">{week.place.rules}</p> : null}
          </Card>
          {open === "edit" ? (
            <BookableForm place={week.place} onClose={() => setOpen(undefined)} onSaved={() => undefined} />
          ) : null}
          {open === "block" ? <Block placeId={placeId} onClose={() => setOpen(undefined)} /> : null}
          {slot ? <BookModal place={week.place} slot={slot} onClose={() => setSlot(undefined)} /> : null}
          <Drawer
            open={booking !== undefined}
            onClose={() => setBooking(undefined)}
            title="预约"
            size={phone ? "100%" : 480}
            destroyOnHidden
          >
            {booking ? <BookingPanel bookingId={booking} /> : null}
          </Drawer>
        </>
      )}
    </Loaded>
  );
};
