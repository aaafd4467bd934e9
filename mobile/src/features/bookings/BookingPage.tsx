/** One booking: what it is, what may be done with it, and for who goes the address with a reason. */
import { type Booking, type BookingAction, bookingsApi } from "@ginkgo/shared/api/bookings.ts";
import { useMutation, useQuery } from "@tanstack/react-query";
import Button from "antd-mobile/es/components/button";
import { useState } from "react";
import { useParams } from "react-router";
import { toast } from "../../ui/feedback.ts";
import { call } from "../../ui/net/client.ts";
import { useSend } from "../../ui/net/use-send.ts";
import { Page } from "../../ui/Page.tsx";
import { ReasonSheet } from "../../ui/ReasonSheet.tsx";
import { Sheet } from "../../ui/Sheet.tsx";
import { Loaded, Refusal } from "../../ui/states.tsx";
import { bookingsKey, oneBookable, oneBooking } from "./queries.ts";
import { actionLabels, tones, whenOf } from "./words.ts";
import "../../ui/case/case.css";
import "../../ui/form/form.css";
import "./bookings.css";

const Address = ({ one }: { one: Booking }) => {
  const [asking, setAsking] = useState(false);
  const reveal = useMutation({
    mutationFn: (reason: string) => call(bookingsApi.revealHome, { bookingId: one.id, reason }),
    onSuccess: () => setAsking(false),
  });
  if (reveal.data)
    return (
      <dl className="booking-person">
        <dt>联系人</dt>
        <dd>{reveal.data.name}</dd>
        {reveal.data.phone && (
          <>
            <dt>电话</dt>
            <dd>
              <a href={`tel:${reveal.data.phone}`}>{reveal.data.phone}</a>
            </dd>
          </>
        )}
        <dt>地址</dt>
        <dd>{reveal.data.address}</dd>
        {reveal.data.wish && (
          <>
            <dt>说明</dt>
            <dd>{reveal.data.wish}</dd>
          </>
        )}
      </dl>
    );
  return (
    <>
      <Button onClick={() => setAsking(true)}>查看地址和电话</Button>
      {asking && (
        <ReasonSheet
          title="为什么要看地址？"
          note="这是居民的个人信息，只用于这次上门。您的查看会被记录。"
          reasons={["上门前联系", "准备上门", "核对我填的内容"]}
          pending={reveal.isPending}
          error={reveal.error}
          onReason={(reason) => reveal.mutate(reason)}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
};

interface ActSheetProps {
  readonly one: Booking;
  readonly action: BookingAction;
  readonly onClose: () => void;
}

const ActSheet = ({ one, action, onClose }: ActSheetProps) => {
  const [words, setWords] = useState("");
  const [series, setSeries] = useState(false);
  const sends = action === "confirm" && one.place.where === "home";
  const goers = useQuery({ ...oneBookable(one.place.id), enabled: sends }).data?.people ?? [];
  const [workerId, setWorkerId] = useState<string>();
  const act = useSend(bookingsApi.actOnBooking, bookingsKey, () => {
    void toast("已处理", "success");
    onClose();
  });
  const asksWords = action !== "confirm" && action !== "no-show";
  return (
    <Sheet
      open
      title={actionLabels[action]}
      onClose={onClose}
      footer={
        <Button
          block
          color={action === "cancel" || action === "refuse" ? "danger" : "primary"}
          loading={act.isPending}
          onClick={() =>
            act.mutate({
              bookingId: one.id,
              action,
              version: one.version,
              series,
              ...(words.trim() ? { words: words.trim() } : {}),
              ...(workerId ? { workerId } : {}),
            })
          }
        >
          确定
        </Button>
      }
    >
      <p className="field">{whenOf(one)}</p>
      {sends && goers.length > 0 && (
        <fieldset className="field">
          <legend className="field-label">由谁上门</legend>
          <div className="options">
            {goers.map(({ id, name }) => (
              <label key={id} className="option">
                <input type="radio" name="goer" checked={workerId === id} onChange={() => setWorkerId(id)} />
                {name}
              </label>
            ))}
          </div>
        </fieldset>
      )}
      {asksWords && (
        <label className="field">
          <span className="field-label">{action === "done" ? "做了什么" : "原因"}</span>
          <textarea
            className="box"
            rows={2}
            maxLength={500}
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
        </label>
      )}
      {one.seriesId && (action === "cancel" || action === "confirm") && (
        <label className="option">
          <input type="checkbox" checked={series} onChange={(event) => setSeries(event.target.checked)} />
          <span>以后每周的也一起{action === "cancel" ? "取消" : "确认"}</span>
        </label>
      )}
      <Refusal error={act.error} />
    </Sheet>
  );
};

const BookingPage = () => {
  const { bookingId = "" } = useParams();
  const query = useQuery(oneBooking(bookingId));
  const [action, setAction] = useState<BookingAction>();
  const one = query.data;
  return (
    <Page
      title="预约详情"
      back="/bookings?tab=coming"
      footer={
        one && one.actions.length > 0 ? (
          <div className="chips">
            {one.actions.map((name) => (
              <Button
                key={name}
                style={{ flex: 1 }}
                color={name === "cancel" || name === "refuse" ? "danger" : "primary"}
                fill={name === "confirm" || name === "done" ? "solid" : "outline"}
                onClick={() => setAction(name)}
              >
                {actionLabels[name]}
              </Button>
            ))}
          </div>
        ) : undefined
      }
    >
      <Loaded query={query}>
        {(booking) => (
          <section className="card">
            <p className="booking-line">
              <strong className="case-category">{booking.place.name}</strong>
              <span className={`tag tag-${tones[booking.status]}`}>{booking.statusLabel}</span>
            </p>
            <p>
              <b>{whenOf(booking)}</b>
            </p>
            <p className="case-facts">
              <span>{booking.kindLabel}</span>
              <span>{booking.place.trail}</span>
              <span>预约人：{booking.by}</span>
              {booking.body && <span>代表：{booking.body}</span>}
              {booking.worker && <span>上门：{booking.worker.name}</span>}
            </p>
            {booking.details.length > 0 && (
              <dl className="booking-person">
                {booking.details.map(({ label, text }) => [
                  <dt key={`${label}-label`}>{label}</dt>,
                  <dd key={label}>{text}</dd>,
                ])}
              </dl>
            )}
            {booking.reason && <p>说明：{booking.reason}</p>}
            {booking.note && <p>办理记录：{booking.note}</p>}
            {booking.mayReveal && <Address key={booking.id} one={booking} />}
          </section>
        )}
      </Loaded>
      {one && action && <ActSheet one={one} action={action} onClose={() => setAction(undefined)} />}
    </Page>
  );
};
export default BookingPage;
