import { PlusOutlined } from "@ant-design/icons";
import { agreementsApi } from "@ginkgo/shared/api/agreements.ts";
import { type MeetingStatus, type MeetingSummary, meetingsApi } from "@ginkgo/shared/api/meetings.ts";
import { Button, Card, Input, Segmented, Select, Skeleton } from "antd";
import { Link, useSearchParams } from "react-router";
import { useFetch, usePages } from "../../ui/api/hooks.ts";
import { NodeSelect } from "../../ui/form/NodeSelect.tsx";
import { MoreButton } from "../../ui/MoreButton.tsx";
import { PageHead } from "../../ui/PageHead.tsx";
import { EmptyState, ErrorState } from "../../ui/States.tsx";
import { StateTag } from "../../ui/StateTag.tsx";
import { AgreementsNav } from "./AgreementsNav.tsx";
import { meetingStates, roundText, spanOf } from "./words.ts";

const Row = ({ one }: { one: MeetingSummary }) => (
  <li className="agree-row">
    <Link to={`/agreements/meetings/${one.id}`} className="agree-body">
      <div className="agree-line">
        <StateTag {...meetingStates[one.status]} />
        <strong>
          {one.title} {roundText(one)}
        </strong>
        {one.mine === "invited" && one.status === "planned" ? (
          <span className="danger small">请回复能否参加</span>
        ) : null}
      </div>
      <div>
        {spanOf(one.startsAt, one.endsAt)} · {one.place}
      </div>
      <div className="muted small">
        {one.node.name} · 邀请 {one.invited}，参加 {one.accepted}
        {one.declined > 0 ? `，不能来 ${one.declined}` : ""}
        {one.items > 0 ? ` · 定下事项 ${one.items}，完成 ${one.itemsDone}` : ""}
      </div>
    </Link>
  </li>
);

export const MeetingsPage = () => {
  const [params, setParams] = useSearchParams();
  const box = params.get("box") === "mine" ? "mine" : "all";
  const status = (params.get("status") ?? undefined) as MeetingStatus | undefined;
  const under = params.get("under") ?? undefined;
  const q = params.get("q") ?? undefined;
  const set = (change: Readonly<Record<string, string | undefined>>) =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before);
        for (const [name, value] of Object.entries(change)) value ? next.set(name, value) : next.delete(name);
        return next;
      },
      { replace: true },
    );
  const { query, items } = usePages(meetingsApi.list, { box, status, under, q, limit: 30 });
  const places = useFetch(agreementsApi.standing, {}).data?.places ?? [];
  return (
    <>
      <PageHead
        title="联席会议"
        note="召集、回复、纪要，定下的事有人负责、有期限"
        extra={
          places.length > 0 ? (
            <Link to="/agreements/meetings/new">
              <Button type="primary" icon={<PlusOutlined />}>
                召集会议
              </Button>
            </Link>
          ) : null
        }
      />
      <AgreementsNav />
      <Card className="flush">
        <div className="desk-top">
          <div className="gap-above gap-below">
            <Segmented
              aria-label="范围"
              value={box}
              options={[
                { value: "all", label: "全部" },
                { value: "mine", label: "请我参加" },
              ]}
              onChange={(value) => set({ box: value === "all" ? undefined : value })}
            />
          </div>
          <div className="filters">
            <Input.Search
              className="filter-search"
              placeholder="会议名称或地点"
              allowClear
              defaultValue={q}
              onSearch={(value) => set({ q: value.trim() || undefined })}
            />
            <Select
              aria-label="状态"
              placeholder="全部状态"
              allowClear
              value={status}
              options={Object.entries(meetingStates).map(([value, { label }]) => ({ value, label }))}
              onChange={(value?: string) => set({ status: value })}
            />
            <NodeSelect
              aria-label="地方"
              placeholder="全部地方"
              value={under}
              onChange={(value) => set({ under: value })}
            />
          </div>
        </div>
        {query.isLoading ? <Skeleton className="state" active paragraph={{ rows: 6 }} /> : null}
        {query.error && items.length === 0 ? <ErrorState error={query.error} onRetry={() => query.refetch()} /> : null}
        {query.isSuccess && items.length === 0 ? (
          <EmptyState text={box === "mine" ? "没有请您参加的会议" : "还没有联席会议"} />
        ) : null}
        <ul className="plain-list" aria-busy={query.isPlaceholderData}>
          {items.map((one) => (
            <Row key={one.id} one={one} />
          ))}
        </ul>
        <MoreButton query={query} any={items.length > 0} />
      </Card>
    </>
  );
};
