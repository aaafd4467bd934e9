/** What is asked before a slot is booked. */
import { type Bookable, bookingsApi, type Slot } from "@ginkgo/shared/api/bookings.ts";
import { spanWords } from "@ginkgo/shared/day.ts";
import Button from "antd-mobile/es/components/button";
import { useState } from "react";
import { useNavigate } from "react-router";
import { confirm, toast } from "../../ui/feedback.ts";
import { FormFields } from "../../ui/form/FormFields.tsx";
import { answersOf, problemsIn, type Values } from "../../ui/form/values.ts";
import { useSend } from "../../ui/net/use-send.ts";
import { Sheet } from "../../ui/Sheet.tsx";
import { Refusal } from "../../ui/states.tsx";
import { bookingsKey } from "./queries.ts";

interface BookSheetProps {
  readonly place: Bookable;
  readonly slot: Slot;
  /** How many slots in a row are free from this one on. */
  readonly most: number;
  readonly onClose: () => void;
}

const weekChoices = [1, 2, 4, 8, 12, 26];

export const BookSheet = ({ place, slot, most, onClose }: BookSheetProps) => {
  const navigate = useNavigate();
  const [values, setValues] = useState<Values>({});
  const [slots, setSlots] = useState(1);
  const [weeks, setWeeks] = useState(1);
  const [address, setAddress] = useState("");
  const [wish, setWish] = useState("");
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({});
  const atHome = place.where === "home";
  const start = new Date(slot.startsAt);
  const end = new Date(start.getTime() + slots * place.slotMinutes * 60_000);
  const book = useSend(bookingsApi.book, bookingsKey, async ({ items, missed }) => {
    onClose();
    if (missed.length > 0) await confirm("有几周没有约上", missed.map(({ why }) => why).join("；"), "知道了", "关闭");
    else void toast(place.confirm ? "已提交，等社区确认" : "约好了", "success");
    const [one] = items;
    if (one) navigate(`/my-bookings/${one.id}`);
  });
  const send = () => {
    const found = {
      ...problemsIn(place.form, values),
      ...(atHome && address.trim().length < 2 ? { address: "请填写上门的地址" } : {}),
    };
    setProblems(found);
    if (Object.keys(found).length > 0) return;
    book.mutate({
      placeId: place.id,
      startsAt: slot.startsAt,
      slots,
      weeks,
      data: answersOf(place.form, values),
      ...(atHome ? { address: address.trim(), ...(wish.trim() ? { wish: wish.trim() } : {}) } : {}),
    });
  };
  return (
    <Sheet
      open
      title={place.name}
      onClose={onClose}
      footer={
        <Button block size="large" color="primary" loading={book.isPending} loadingText="正在提交…" onClick={send}>
          {book.isError ? "再试一次" : place.confirm ? "提交预约" : "确定预约"}
        </Button>
      }
    >
      <p className="field">
        <b>{spanWords(start, end)}</b>
      </p>
      {most > 1 && (
        <fieldset className="field">
          <legend className="field-label">用多久</legend>
          <div className="chips">
            {Array.from({ length: most }, (_, i) => i + 1).map((count) => (
              <button
                key={count}
                type="button"
                className="chip"
                aria-pressed={slots === count}
                onClick={() => setSlots(count)}
              >
                {count * place.slotMinutes} 分钟
              </button>
            ))}
          </div>
        </fieldset>
      )}
      {place.weeks > 1 && (
        <fieldset className="field">
          <legend className="field-label">每周同一时间</legend>
          <div className="chips">
            {weekChoices
              .filter((count) => count <= place.weeks)
              .map((count) => (
                <button
                  key={count}
                  type="button"
                  className="chip"
                  aria-pressed={weeks === count}
                  onClick={() => setWeeks(count)}
                >
                  {count === 1 ? "只这一次" : `连续 ${count} 周`}
                </button>
              ))}
          </div>
        </fieldset>
      )}
      <FormFields form={place.form} values={values} problems={problems} onChange={setValues} />
      {atHome && (
        <>
          <label className="field">
            <span className="field-label">上门地址</span>
            <input
              className="box"
              maxLength={200}
              value={address}
              placeholder="小区、楼栋、单元、房号"
              onChange={(event) => setAddress(event.target.value)}
            />
            <span className="field-help">只有上门的人和社区能看到，每次查看都有记录。</span>
            {problems.address && (
              <span className="field-problem" role="alert">
                {problems.address}
              </span>
            )}
          </label>
          <label className="field">
            <span className="field-label">
              想说明的<span className="optional">（可不填）</span>
            </span>
            <textarea
              className="box"
              rows={2}
              maxLength={500}
              value={wish}
              onChange={(event) => setWish(event.target.value)}
            />
          </label>
        </>
      )}
      <Refusal error={book.error} />
    </Sheet>
  );
};
