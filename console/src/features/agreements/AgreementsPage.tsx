import { DownloadOutlined, PlusOutlined } from "@ant-design/icons";
import { type AgreementPhase, type AgreementSummary, agreementsApi } from "@ginkgo/shared/api/agreements.ts";
import { Button, Card, Input, Progress, Segmented, Select, Skeleton } from "antd";
import { Link, useSearchParams } from "react-router";
import { useFetch, usePages } from "../../ui/api/hooks.ts";
import { NodeSelect } from "../../ui/form/NodeSelect.tsx";
import { MoreButton } from "../../ui/MoreButton.tsx";
import { PageHead } from "../../ui/PageHead.tsx";
import { EmptyState, ErrorState } from "../../ui/States.tsx";
import { StateTag } from "../../ui/StateTag.tsx";
import { AgreementsNav } from "./AgreementsNav.tsx";
import { phases } from "./words.ts";

const boxes = [
  { value: "all", label: "全部" },
  { value: "mine", label: "与我有关" },
  { value: "waiting", label: "等我确认" },
  { value: "ending", label: "快到期" },
  { value: "late", label: "有逾期事项" },
] as const;
type Box = (typeof boxes)[number]["value"];

const empty: Readonly<Record<Box, string>> = {
  all: "还没有共建协议",
  mine: "没有与您有关的共建协议",
  waiting: "没有等您确认的协议",
  ending: "没有快到期的协议",
  late: "没有逾期的事项",
};

const Row = ({ one }: { one: AgreementSummary }) => {
  const percent = one.items === 0 ? 0 : Math.round((one.itemsDone / one.items) * 100);
  return (
    <li className="agree-row">
      <Link to={`/agreements/${one.matter.id}`} className="agree-body">
        <div className="agree-line">
          <StateTag label={one.matter.stateLabel} tone={one.matter.tone} />
          <strong>{one.matter.title}</strong>
          {one.ending ? <span className="danger small">还有 {one.daysLeft} 天到期</span> : null}
          {one.itemsLate > 0 ? <span className="danger small">{one.itemsLate} 件逾期</span> : null}
        </div>
        <div>{one.parties.map(({ node }) => node.name).join("、")}</div>
        <div className="muted small">
          {one.from} 至 {one.to} · {one.matter.place || one.matter.node.name}
          {one.phase === "agreeing"
            ? ` · ${one.parties.filter(({ agreedAt }) => agreedAt).length} / ${one.parties.length} 方已同意`
            : ""}
        </div>
      </Link>
      <div className="agree-side">
        <div className="muted small">
          事项 {one.itemsDone} / {one.items}
        </div>
        <Progress percent={percent} size="small" showInfo={false} aria-label={`事项完成 ${percent}%`} />
      </div>
    </li>
  );
};

export const AgreementsPage = () => {
  const [params, setParams] = useSearchParams();
  const box = (params.get("box") ?? "all") as Box;
  const phase = (params.get("phase") ?? undefined) as AgreementPhase | undefined;
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
  const filter = { box, phase, under, q };
  const { query, items } = usePages(agreementsApi.list, { ...filter, limit: 30 });
  const standing = useFetch(agreementsApi.standing, {}).data;
  const may = standing !== undefined && standing.places.length + standing.bodies.length > 0;
  const file = new URLSearchParams(
    Object.entries({ ...filter, app: "console" }).flatMap(([name, value]) => (value ? [[name, value]] : [])),
  );
  return (
    <>
      <PageHead
        title="共建协议"
        note="单位和社区约定一起做的事：各方同意才生效，做到哪一步、什么时候到期都看得见"
        extra={
          <>
            <Button icon={<DownloadOutlined />} href={`/api/v1/agreements/export.xlsx?${file}`}>
              导出
            </Button>
            {may ? (
              <Link to="/agreements/new">
                <Button type="primary" icon={<PlusOutlined />}>
                  起草协议
                </Button>
              </Link>
            ) : null}
          </>
        }
      />
      <AgreementsNav />
      <Card className="flush">
        <div className="desk-top">
          <div className="gap-above gap-below">
            <Segmented<Box>
              className="agree-boxes"
              aria-label="范围"
              value={box}
              options={[...boxes]}
              onChange={(value) => set({ box: value === "all" ? undefined : value })}
            />
          </div>
          <div className="filters">
            <Input.Search
              className="filter-search"
              placeholder="协议或单位名称"
              allowClear
              defaultValue={q}
              onSearch={(value) => set({ q: value.trim() || undefined })}
            />
            <Select
              aria-label="阶段"
              placeholder="全部阶段"
              allowClear
              value={phase}
              options={Object.entries(phases).map(([value, label]) => ({ value, label }))}
              onChange={(value?: string) => set({ phase: value })}
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
        {query.isSuccess && items.length === 0 ? <EmptyState text={empty[box]} /> : null}
        <ul className="plain-list" aria-busy={query.isPlaceholderData}>
          {items.map((one) => (
            <Row key={one.matter.id} one={one} />
          ))}
        </ul>
        <MoreButton query={query} any={items.length > 0} />
      </Card>
    </>
  );
};
