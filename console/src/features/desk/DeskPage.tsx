import { DownloadOutlined, EnvironmentOutlined, ExportOutlined, UnorderedListOutlined } from "@ant-design/icons";
import type { CaseSummary } from "@ginkgo/shared/api/cases.ts";
import { Button, Card, Checkbox, Drawer, type InputRef, Segmented, Select, Skeleton } from "antd";
import { lazy, type ReactNode, Suspense, useRef, useState } from "react";
import { Link } from "react-router";
import { useRight } from "../../ui/api/session.ts";
import { CaseList } from "../../ui/CaseList.tsx";
import { MoreButton } from "../../ui/MoreButton.tsx";
import { PageHead } from "../../ui/PageHead.tsx";
import { EmptyState, ErrorState } from "../../ui/States.tsx";
import { usePhoneWidth } from "../../ui/usePhoneWidth.ts";
import { BoxTabs } from "./BoxTabs.tsx";
import { BulkBar } from "./BulkBar.tsx";
import { CaseTable } from "./CaseTable.tsx";
import { exportUrl, type Sort } from "./deskQuery.ts";
import { FilterBar } from "./FilterBar.tsx";
import { SavedFilters } from "./SavedFilters.tsx";
import { useDesk } from "./useDesk.ts";
import { useDeskKeys } from "./useDeskKeys.ts";
import { useNews } from "./useNews.ts";
import "./desk.css";

const DeskMap = lazy(async () => ({ default: (await import("./DeskMap.tsx")).DeskMap }));

export const DeskPage = ({ renderCase }: { renderCase: (caseId: string) => ReactNode }) => {
  const desk = useDesk();
  const phone = usePhoneWidth();
  const mayExport = useRight("case.export");
  const searchBox = useRef<InputRef>(null);
  const { query, items, pages, chosen } = desk;

  const [focused, setFocused] = useState<string | null>(null);
  const open = (item: CaseSummary) => {
    setFocused(item.id);
    desk.set({ open: item.id }, query.open !== null);
  };
  useDeskKeys({
    items,
    focused,
    onFocus: setFocused,
    onToggle: desk.toggle,
    onOpen: open,
    searchBox,
    caseOpen: query.open !== null,
  });
  const news = useNews(pages.refetch, () => chosen.length > 0 || query.open !== null || window.scrollY > 120);

  return (
    <>
      <PageHead
        title="派单台"
        extra={
          <>
            <Segmented<"list" | "map">
              aria-label="显示方式"
              value={query.view}
              onChange={(view) => desk.set({ view }, true)}
              options={[
                { value: "list", label: "列表", icon: <UnorderedListOutlined /> },
                { value: "map", label: "地图", icon: <EnvironmentOutlined /> },
              ]}
            />
            {mayExport ? (
              <Button icon={<DownloadOutlined />} href={exportUrl(query)} download>
                导出
              </Button>
            ) : null}
          </>
        }
      />
      <Card className="flush desk-card">
        <div className="desk-top">
          <BoxTabs box={query.filter.box ?? "open"} onChange={(box) => desk.setFilter({ box })} />
          <SavedFilters filter={query.filter} onApply={desk.replaceFilter}>
            <Select<Sort>
              className="sort"
              variant="borderless"
              aria-label="排序"
              value={query.sort}
              onChange={(sort) => desk.set({ sort }, true)}
              options={[
                { value: "newest", label: "最新在前" },
                { value: "due", label: "先到时限在前" },
              ]}
            />
          </SavedFilters>
          <FilterBar filter={query.filter} onFilter={desk.setFilter} searchBox={searchBox} />
        </div>
        {news.count > 0 ? (
          <button type="button" className="news" onClick={news.take}>
            有 {news.count} 条更新，点这里刷新
          </button>
        ) : null}
        {pages.isLoading ? <Skeleton className="state" active paragraph={{ rows: 8 }} /> : null}
        {pages.error && items.length === 0 ? <ErrorState error={pages.error} onRetry={() => pages.refetch()} /> : null}
        {pages.isSuccess && items.length === 0 ? <EmptyState text="没有符合条件的诉求" /> : null}
        {items.length > 0 && query.view === "map" ? (
          <Suspense fallback={<Skeleton className="state" active />}>
            <DeskMap items={items} focus={query.filter.under} onOpen={(id) => desk.set({ open: id })} />
          </Suspense>
        ) : null}
        {items.length > 0 && query.view === "list" && phone ? (
          <CaseList
            items={items}
            onOpen={open}
            lead={(item) => (
              <Checkbox
                aria-label={`选中 ${item.no}`}
                checked={desk.selected.has(item.id)}
                onChange={() => desk.toggle(item)}
              />
            )}
          />
        ) : null}
        {items.length > 0 && query.view === "list" && !phone ? (
          <CaseTable
            items={items}
            loading={pages.isPlaceholderData}
            focused={focused}
            selected={desk.selected}
            onSelectAll={(all) => desk.select(all ? items : [])}
            onToggle={desk.toggle}
            onOpen={open}
          />
        ) : null}
        <MoreButton query={pages} any={items.length > 0} />
      </Card>
      <BulkBar chosen={chosen} onSelect={desk.select} />
      <Drawer
        open={query.open !== null}
        onClose={() => desk.set({ open: null }, true)}
        size={phone ? "100%" : 640}
        mask={phone}
        title="诉求详情"
        destroyOnHidden
        extra={
          query.open ? (
            <Link to={`/cases/${query.open}`}>
              <ExportOutlined /> 整页打开
            </Link>
          ) : null
        }
      >
        {query.open ? renderCase(query.open) : null}
      </Drawer>
    </>
  );
};
