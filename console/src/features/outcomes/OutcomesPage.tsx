/** 办理结果公示: outcomes made public, with what the place lays open of a case and nothing else. */
import { casesApi, type Outcome } from "@ginkgo/shared/api/cases.ts";
import { Card, Rate, Skeleton } from "antd";
import { useSearchParams } from "react-router";
import { usePages } from "../../ui/api/hooks.ts";
import { tiersAs, usePack } from "../../ui/api/session.ts";
import { CategorySelect } from "../../ui/form/CategorySelect.tsx";
import { NodeSelect } from "../../ui/form/NodeSelect.tsx";
import { MoreButton } from "../../ui/MoreButton.tsx";
import { PageHead } from "../../ui/PageHead.tsx";
import { PhotoGallery } from "../../ui/PhotoGallery.tsx";
import { EmptyState, ErrorState } from "../../ui/States.tsx";
import { fullTime } from "../../ui/time.ts";
import "./outcomes.css";

const Published = ({ one }: { one: Outcome }) => (
  <li className="outcome">
    <h2>
      {one.category ?? "办理结果"}
      <time className="muted small" dateTime={one.publishedAt}>
        {fullTime(one.publishedAt)} 公示
      </time>
    </h2>
    {one.words ? <p className="pre muted">{one.words}</p> : null}
    <p className="pre outcome-text">{one.outcome}</p>
    {one.stars === null ? null : (
      <p>
        <Rate disabled value={one.stars} /> {one.stars} 星
      </p>
    )}
    <PhotoGallery files={one.photos} />
    <p className="muted small">
      {[one.no, one.community, one.address, one.reporter, `${fullTime(one.submittedAt)} 提交`]
        .filter(Boolean)
        .join(" · ")}
    </p>
  </li>
);

export const OutcomesPage = () => {
  const [search, setSearch] = useSearchParams();
  const tiers = tiersAs(usePack(), "subdistrict", "community");
  const under = search.get("under") ?? undefined;
  const category = search.get("category") ?? undefined;
  const { query, items } = usePages(casesApi.outcomes, { under, category, limit: 20 });
  const filter = (name: string, value: string | undefined) => {
    const next = new URLSearchParams(search);
    if (value) next.set(name, value);
    else next.delete(name);
    setSearch(next, { replace: true, preventScrollReset: true });
  };
  return (
    <>
      <PageHead title="办理结果公示" note="只公开规则允许公开的内容" />
      <div className="filters outcome-filters no-print">
        <NodeSelect
          aria-label="社区"
          placeholder="全部社区"
          tiers={tiers}
          value={under}
          onChange={(id) => filter("under", id)}
        />
        <CategorySelect
          aria-label="类别"
          placeholder="全部类别"
          value={category}
          onChange={(id) => filter("category", id)}
        />
      </div>
      <Card className="flush">
        {query.isLoading ? <Skeleton className="state" active paragraph={{ rows: 6 }} /> : null}
        {query.error && items.length === 0 ? <ErrorState error={query.error} onRetry={() => query.refetch()} /> : null}
        {query.isSuccess && items.length === 0 ? <EmptyState text="还没有公示的办理结果" /> : null}
        <ul className="plain-list" aria-busy={query.isPlaceholderData}>
          {items.map((one) => (
            <Published key={one.id} one={one} />
          ))}
        </ul>
        <MoreButton query={query} any={items.length > 0} />
      </Card>
    </>
  );
};
