/** One booking: what is asked, who, and what may be done with it. */
import { type Booking, type BookingAction, bookingsApi } from "@ginkgo/shared/api/bookings.ts";
import { useQueryClient } from "@tanstack/react-query";
import { App, Button, Checkbox, Descriptions, Form, Input, Select, Tag } from "antd";
import { useState } from "react";
import { keyOf, useChange, useFetch } from "../../ui/api/hooks.ts";
import { FormModal } from "../../ui/form/FormModal.tsx";
import { ReasonModal } from "../../ui/form/ReasonModal.tsx";
import { Loaded } from "../../ui/States.tsx";
import { actionLabels, tones, whenOf } from "./words.ts";
import "./bookings.css";

interface Values {
  words?: string;
  workerId?: string;
  series?: boolean;
}

interface ActProps {
  readonly one: Booking;
  readonly action: BookingAction;
  readonly onClose: () => void;
}

const Act = ({ one, action, onClose }: ActProps) => {
  const { message } = App.useApp();
  const queries = useQueryClient();
  const atHome = one.place.where === "home";
  const goers = useFetch(bookingsApi.bookable, { placeId: one.place.id }, { enabled: atHome && action === "confirm" })
    .data?.people;
  const act = useChange(bookingsApi.actOnBooking, (after) => {
    queries.setQueryData(keyOf(bookingsApi.booking, { bookingId: one.id }), after);
    void queries.invalidateQueries({ queryKey: keyOf(bookingsApi.bookings) });
    void queries.invalidateQueries({ queryKey: keyOf(bookingsApi.week) });
    void message.success("已处理");
    onClose();
  });
  const needsWords = action === "refuse" || (action === "cancel" && !one.mine) || (action === "done" && atHome);
  return (
    <FormModal<Values>
      title={`${actionLabels[action]}：${one.place.name}`}
      okText={actionLabels[action]}
      danger={action === "refuse" || action === "cancel"}
      pending={act.isPending}
      error={act.error}
      names={["words", "workerId", "series"]}
      onSubmit={({ words, workerId, series }) =>
        act.mutate({
          bookingId: one.id,
          action,
          version: one.version,
          series: series ?? false,
          ...(words?.trim() ? { words: words.trim() } : {}),
          ...(workerId ? { workerId } : {}),
        })
      }
      onClose={onClose}
    >
      <p>{whenOf(one)}</p>
      {goers && goers.length > 0 ? (
        <Form.Item name="workerId" label="由谁上门" rules={[{ required: true, message: "请选择由谁上门" }]}>
          <Select options={goers.map(({ id, name }) => ({ value: id, label: name }))} />
        </Form.Item>
      ) : null}
      {action === "confirm" || action === "no-show" ? null : (
        <Form.Item
          name="words"
          label={action === "done" ? "做了什么" : "原因（预约的人会看到）"}
          rules={needsWords ? [{ required: true, whitespace: true, message: "请填写" }] : []}
        >
          <Input.TextArea autoSize={{ minRows: 2 }} maxLength={500} showCount />
        </Form.Item>
      )}
      {one.seriesId && (action === "confirm" || action === "cancel" || action === "refuse") ? (
        <Form.Item name="series" valuePropName="checked">
          <Checkbox>以后每周的也一起{actionLabels[action]}</Checkbox>
        </Form.Item>
      ) : null}
    </FormModal>
  );
};

const Home = ({ one }: { one: Booking }) => {
  const [asking, setAsking] = useState(false);
  const reveal = useChange(bookingsApi.revealHome, () => setAsking(false));
  if (reveal.data)
    return (
      <Descriptions
        column={1}
        size="small"
        className="gap-above"
        items={[
          { key: "name", label: "联系人", children: reveal.data.name },
          { key: "phone", label: "电话", children: reveal.data.phone ?? "—" },
          { key: "address", label: "地址", children: reveal.data.address },
          { key: "wish", label: "说明", children: reveal.data.wish || "—" },
        ]}
      />
    );
  return (
    <>
      <Button className="gap-above" onClick={() => setAsking(true)}>
        查看地址和电话
      </Button>
      {asking ? (
        <ReasonModal
          title="查看地址和电话"
          okText="查看"
          label="查看的原因"
          note="这是居民的个人信息，只用于这次上门；谁在什么时候、为什么查看都会记录。"
          pending={reveal.isPending}
          error={reveal.error}
          onReason={(reason) => reveal.mutate({ bookingId: one.id, reason })}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </>
  );
};

export const BookingPanel = ({ bookingId }: { bookingId: string }) => {
  const query = useFetch(bookingsApi.booking, { bookingId });
  const [action, setAction] = useState<BookingAction>();
  return (
    <Loaded query={query}>
      {(one) => (
        <>
          <Descriptions
            column={1}
            size="small"
            items={[
              {
                key: "status",
                label: "状态",
                children: <Tag className={`tag tag-${tones[one.status]}`}>{one.statusLabel}</Tag>,
              },
              { key: "place", label: one.kindLabel, children: `${one.place.name}（${one.place.trail}）` },
              { key: "when", label: "时间", children: whenOf(one) },
              { key: "by", label: "预约人", children: [one.by, one.body].filter(Boolean).join(" · ") },
              ...one.details.map(({ label, text }) => ({ key: `d-${label}`, label, children: text })),
              ...(one.worker ? [{ key: "worker", label: "上门", children: one.worker.name }] : []),
              ...(one.reason ? [{ key: "reason", label: "说明", children: one.reason }] : []),
              ...(one.note ? [{ key: "note", label: "办理记录", children: one.note }] : []),
            ]}
          />
          {one.mayReveal ? <Home key={one.id} one={one} /> : null}
          {one.actions.length > 0 ? (
            <div className="page-extra gap-above">
              {one.actions.map((name) => (
                <Button
                  key={name}
                  type={name === "confirm" || name === "done" ? "primary" : "default"}
                  danger={name === "refuse" || name === "cancel"}
                  onClick={() => setAction(name)}
                >
                  {actionLabels[name]}
                </Button>
              ))}
            </div>
          ) : null}
          {action ? <Act one={one} action={action} onClose={() => setAction(undefined)} /> : null}
        </>
      )}
    </Loaded>
  );
};
