import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { CaseCard } from "../../ui/case/CaseCard.tsx";
import { caseList } from "../../ui/net/queries.ts";
import { Loaded } from "../../ui/states.tsx";

const shown = 3;

export const LatestCases = () => {
  const query = useInfiniteQuery(caseList({ box: "reported", limit: shown }));
  return (
    <section>
      <div className="section-head">
        <h2>我反映的事</h2>
        <Link to="/cases">全部 ›</Link>
      </div>
      <Loaded query={query} lines={2}>
        {({ pages }) => {
          const items = pages[0]?.items ?? [];
          if (items.length === 0)
            return <p className="card">您还没有反映过事情。遇到路灯不亮、楼道堆物这样的事，点上面的大按钮告诉我们。</p>;
          return (
            <ul>
              {items.slice(0, shown).map((item) => (
                <CaseCard key={item.id} item={item} />
              ))}
            </ul>
          );
        }}
      </Loaded>
    </section>
  );
};
