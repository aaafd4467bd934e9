import { type Bookable, bookingsApi, type Slot } from "@ginkgo/shared/api/bookings.ts";
import { spanWords } from "@ginkgo/shared/day.ts";
import { useQueryClient } from "@tanstack/react-query";
import { App, Form, Input, InputNumber } from "antd";
import { keyOf, useChange } from "../../ui/api/hooks.ts";
import { answersOf, type FieldValues, FormFields } from "../../ui/form/FormFields.tsx";
import { FormModal } from "../../ui/form/FormModal.tsx";

interface BookModalProps {
  readonly place: Bookable;
  readonly slot: Slot;
  readonly onClose: () => void;
}

interface Values {
  slots: number;
  weeks: number;
  address?: string;
  wish?: string;
  data?: FieldValues;
}

/** Booked for oneself; who is refused reads what else is free. */
export const BookModal = ({ place, slot, onClose }: BookModalProps) => {
  const { message, modal } = App.useApp();
  const queries = useQueryClient();
  const book = useChange(bookingsApi.book, ({ missed }) => {
    void queries.invalidateQueries({ queryKey: keyOf(bookingsApi.week) });
    void queries.invalidateQueries({ queryKey: keyOf(bookingsApi.bookings) });
    if (missed.length > 0)
      modal.info({ title: "有几周没有约上", content: missed.map(({ why }) => why).join("；"), okText: "知道了" });
    else void message.success(place.confirm ? "已提交，等待确认" : "约好了");
    onClose();
  });
  const start = new Date(slot.startsAt);
  return (
    <FormModal<Values>
      title={`预约“${place.name}”`}
      okText="预约"
      pending={book.isPending}
      error={book.error}
      initial={{ slots: 1, weeks: 1 }}
      names={["slots", "weeks", "address", "wish", "data"]}
      onSubmit={({ data, address, wish, ...values }) =>
        book.mutate({
          placeId: place.id,
          startsAt: slot.startsAt,
          ...values,
          data: answersOf(place.form, data ?? {}),
          ...(address?.trim() ? { address: address.trim() } : {}),
          ...(wish?.trim() ? { wish: wish.trim() } : {}),
        })
      }
      onClose={onClose}
    >
      <Form.Item<Values> noStyle shouldUpdate={(a, b) => a.slots !== b.slots}>
        {({ getFieldValue }) => (
          <p>
            <strong>
              {spanWords(start, new Date(start.getTime() + (getFieldValue("slots") || 1) * place.slotMinutes * 60_000))}
            </strong>
          </p>
        )}
      </Form.Item>
      <div className="form-pair">
        <Form.Item name="slots" label="几个时段" hidden={place.mostSlots === 1}>
          <InputNumber min={1} max={place.mostSlots} precision={0} suffix={`× ${place.slotMinutes} 分钟`} />
        </Form.Item>
        <Form.Item name="weeks" label="连续几周" hidden={place.weeks === 1}>
          <InputNumber min={1} max={place.weeks} precision={0} suffix="周" />
        </Form.Item>
      </div>
      <FormFields fields={place.form} under="data" />
      {place.where === "home" ? (
        <>
          <Form.Item
            name="address"
            label="上门地址"
            rules={[{ required: true, whitespace: true, message: "请填写上门地址" }]}
          >
            <Input maxLength={200} />
          </Form.Item>
          <Form.Item name="wish" label="想说明的">
            <Input.TextArea autoSize={{ minRows: 2 }} maxLength={500} />
          </Form.Item>
        </>
      ) : null}
    </FormModal>
  );
};
