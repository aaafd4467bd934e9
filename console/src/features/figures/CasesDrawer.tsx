import { type Figures, figuresApi } from "@ginkgo/shared/api/figures.ts";
import { Drawer, Skeleton } from "antd";
import { Link } from "react-router";
import { usePages } from "../../ui/api/hooks.ts";
import { CaseList } from "../../ui/CaseList.tsx";
import { MoreButton } from "../../ui/MoreButton.tsx";
import { MatterList } from "../../ui/matter/MatterList.tsx";
import { EmptyState, ErrorState } from "../../ui/States.tsx";
import { usePhoneWidth } from "../../ui/usePhoneWidth.ts";
import { deskLink } from "./deskLink.ts";
import { type FiguresQuery, inputOf, type Opened } from "./query.ts";

const partWords = { numerator: "分子", denominator: "分母", excluded: "不计入" } as const;

const titleOf = ({ rates, definitions, rows, node }: Figures, { metric, rate, part, without, key }: Opened): string => {
  const where = rows.find((row) => row.key === key)?.label ?? node.name;
  const label = (id: string | undefined) => definitions.find((one) => one.id === id)?.label ?? "";
  const what = rate
    ? [rates.find(({ id }) => id === rate)?.label, partWords[part ?? "denominator"], label(without)]
    : [label(metric)];
  return [where, ...what].filter(Boolean).join(" · ");
};

const OpenedCases = ({ query, open }: { query: FiguresQuery; open: Opened }) => {
  const { query: pages, items } = usePages(figuresApi.cases, { ...inputOf(query), ...open, limit: 50 });
  if (pages.isLoading) return <Skeleton active paragraph={{ rows: 8 }} />;
  if (pages.error && items.length === 0) return <ErrorState error={pages.error} onRetry={() => pages.refetch()} />;
  if (items.length === 0) return <EmptyState text="没有您可以查看的诉求" />;
  return (
    <>
      <p className="muted small drawer-note">只列出您有权查看的诉求，可能少于统计数。</p>
      <CaseList items={items} />
      <MoreButton query={pages} any />
    </>
  );
};

const OpenedMatters = ({ query, metric, at }: { query: FiguresQuery; metric: string; at: string | undefined }) => {
  const { category: _category, handler: _handler, by, ...asked } = inputOf(query);
  const split = by === "category" || by === "handler" ? "none" : by;
  const input = { ...asked, by: split, metric, ...(at ? { key: at } : {}), limit: 50 };
  const { query: pages, items } = usePages(figuresApi.matters, input);
  if (pages.isLoading) return <Skeleton active paragraph={{ rows: 8 }} />;
  if (pages.error && items.length === 0) return <ErrorState error={pages.error} onRetry={() => pages.refetch()} />;
  if (items.length === 0) return <EmptyState text="没有您可以查看的记录" />;
  return (
    <>
      <p className="muted small drawer-note">只列出您有权查看的记录，可能少于统计数。</p>
      <MatterList items={items} />
      <MoreButton query={pages} any />
    </>
  );
};

interface CasesDrawerProps {
  readonly figures: Figures;
  readonly query: FiguresQuery;
  readonly onClose: () => void;
}

/** What one number counts: cases, or registrations, claims, activities. */
export const CasesDrawer = ({ figures, query, onClose }: CasesDrawerProps) => {
  const phone = usePhoneWidth();
  const { open } = query;
  const ofMatters = figures.definitions.find(({ id }) => id === open?.metric)?.what === "matters";
  const desk = open && !ofMatters ? deskLink(figures, query, open) : undefined;
  return (
    <Drawer
      open={open !== null}
      onClose={onClose}
      title={open ? titleOf(figures, open) : "清单"}
      size={phone ? "100%" : 640}
      destroyOnHidden
      extra={desk ? <Link to={desk}>在派单台中打开</Link> : null}
    >
      {open?.metric && ofMatters ? <OpenedMatters query={query} metric={open.metric} at={open.key} /> : null}
      {open && !ofMatters ? <OpenedCases query={query} open={open} /> : null}
    </Drawer>
  );
};
