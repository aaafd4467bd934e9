/** 给单位的反馈: communities look through their part, units read what was sent. */
import { type FeedbackSummary, feedbackApi } from "@ginkgo/shared/api/bulletin.ts";
import { Card, Drawer, Segmented, Skeleton, Tag } from "antd";
import { Link, useSearchParams } from "react-router";
import { usePages } from "../../ui/api/hooks.ts";
import { useRight } from "../../ui/api/session.ts";
import { MoreButton } from "../../ui/MoreButton.tsx";
import { PageHead } from "../../ui/PageHead.tsx";
import { EmptyState, ErrorState } from "../../ui/States.tsx";
import { fullTime } from "../../ui/time.ts";
import { usePhoneWidth } from "../../ui/usePhoneWidth.ts";
import { FeedbackPanel } from "./FeedbackPanel.tsx";
import { RegisterNav } from "./RegisterNav.tsx";
import "./registrations.css";

const hoursOf = (minutes: number): string => `${Math.round((minutes / 60) * 10) / 10} 小时`;

export const sumsText = ({ people, claims, activities, minutes }: FeedbackSummary["sums"]): string =>
  [`${people} 人`, `认领 ${claims} 件`, `活动 ${activities} 次`, minutes > 0 ? hoursOf(minutes) : null]
    .filter(Boolean)
    .join(" · ");

export const FeedbackItem = ({ one, onOpen }: { one: FeedbackSummary; onOpen: () => void }) => (
  <li className="case-item">
    <button type="button" className="register-card" onClick={onOpen}>
      <span className="case-line">
        <strong>{one.unit.name}</strong>
        <span>{one.periodLabel}</span>
        {one.sentAt ? <Tag className="tag tag-done">已发送</Tag> : <Tag className="tag tag-waiting">待核对</Tag>}
      </span>
      <span className="muted small">
        {one.kindLabel} · {sumsText(one.sums)}
      </span>
      <span className="muted small">
        {one.sentAt
          ? `${fullTime(one.sentAt)} 发送`
          : `等${one.waitingFor.map(({ name }) => name).join("、")}确认，${fullTime(one.sendBy)} 自动发送`}
      </span>
    </button>
  </li>
);

export const FeedbackPage = () => {
  const [search, setSearch] = useSearchParams();
  const phone = usePhoneWidth();
  const reads = useRight("registration.read");
  const box = reads ? "desk" : "unit";
  const standing = search.get("standing") === "sent" ? "sent" : search.get("standing") === "all" ? "all" : "waiting";
  const open = search.get("open");
  const { query, items } = usePages(feedbackApi.list, { box, standing: reads ? standing : "sent", limit: 30 });
  const set = (name: string, value: string | null) =>
    setSearch(
      (was) => {
        if (value) was.set(name, value);
        else was.delete(name);
        return was;
      },
      { replace: true, preventScrollReset: true },
    );
  return (
    <>
      <PageHead title="给单位的反馈" note="每期结束后汇总报到党员的参与情况，社区核对后发给所在单位" />
      <RegisterNav />
      <Card className="flush">
        {reads ? (
          <div className="desk-top register-top">
            <Segmented
              aria-label="状态"
              value={standing}
              onChange={(next) => set("standing", next === "waiting" ? null : next)}
              options={[
                { value: "waiting", label: "待核对" },
                { value: "sent", label: "已发送" },
                { value: "all", label: "全部" },
              ]}
            />
          </div>
        ) : null}
        {query.isLoading ? <Skeleton className="state" active paragraph={{ rows: 6 }} /> : null}
        {query.error && items.length === 0 ? <ErrorState error={query.error} onRetry={() => query.refetch()} /> : null}
        {query.isSuccess && items.length === 0 ? (
          <EmptyState text={standing === "waiting" && reads ? "没有等您核对的反馈" : "还没有反馈"} />
        ) : null}
        <ul className="plain-list">
          {items.map((one) => (
            <FeedbackItem key={one.id} one={one} onOpen={() => set("open", one.id)} />
          ))}
        </ul>
        <MoreButton query={query} any={items.length > 0} />
      </Card>
      <Drawer
        open={open !== null}
        onClose={() => set("open", null)}
        size={phone ? "100%" : 680}
        title="反馈"
        destroyOnHidden
        extra={open ? <Link to={`/registrations/feedback/${open}`}>整页打开、打印</Link> : null}
      >
        {open ? <FeedbackPanel feedbackId={open} /> : null}
      </Drawer>
    </>
  );
};
