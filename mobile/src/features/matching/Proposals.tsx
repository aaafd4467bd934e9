/** What one is asked for, and what else fits. */
import type { FittingNeed, Proposal } from "@ginkgo/shared/api/matching.ts";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import Button from "antd-mobile/es/components/button";
import Tabs from "antd-mobile/es/components/tabs";
import { Link, useSearchParams } from "react-router";
import { StateTag } from "../../ui/case/StateTag.tsx";
import { distance } from "../../ui/case/words.ts";
import { Page } from "../../ui/Page.tsx";
import { Empty, Loaded } from "../../ui/states.tsx";
import { fitsMe, proposalList } from "./queries.ts";
import { proposalStates } from "./words.ts";
import "../../ui/case/case.css";

const ProposalCard = ({ one }: { one: Proposal }) => (
  <li className="card case-card">
    <Link to={`/matching/proposals/${one.id}`} className="case-link">
      <div className="case-head">
        <strong>{one.need.title}</strong>
        <StateTag {...proposalStates[one.status]} />
      </div>
      <p className="case-words">{one.why.join("；")}</p>
      <p className="case-facts">
        <span>{one.need.place}</span>
        {one.who.body && <span>请{one.who.body.name}</span>}
      </p>
    </Link>
  </li>
);

const Asked = () => {
  const query = useInfiniteQuery(proposalList);
  return (
    <Loaded query={query}>
      {({ pages }) => {
        const all = pages.flatMap(({ items }) => items);
        if (all.length === 0)
          return <Empty title="现在没有想请您帮忙的事" hint="社区撮合供需时，合适您的会先来问您，答应了才算数。" />;
        return (
          <>
            <ul>
              {all.map((one) => (
                <ProposalCard key={one.id} one={one} />
              ))}
            </ul>
            {query.hasNextPage && (
              <div className="case-more">
                <Button block loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                  再看一些
                </Button>
              </div>
            )}
          </>
        );
      }}
    </Loaded>
  );
};

const FitCard = ({ fit: { need, why, meters, free } }: { fit: FittingNeed }) => (
  <li className="card case-card">
    <Link to={`/claims/${need.id}`} className="case-link">
      <div className="case-head">
        <strong>{need.title}</strong>
        <span>还差 {free} 个</span>
      </div>
      <p className="case-words">{why.join("；")}</p>
      <p className="case-facts">
        <span>{need.kindLabel}</span>
        <span>
          {need.place}
          {meters !== null && ` · 离您 ${distance(meters)}`}
        </span>
      </p>
    </Link>
  </li>
);

const Fitting = () => (
  <Loaded query={useQuery(fitsMe)}>
    {({ registered, items }) => {
      if (!registered)
        return (
          <Empty title="还没有报到" hint="报到时登记会什么、什么时候有空，就能看到适合您的事。">
            <Link to="/registrations">去报到</Link>
          </Empty>
        );
      if (items.length === 0)
        return <Empty title="现在没有适合您的需求" hint="有新的需求会再看，也可以到认领里随便看看。" />;
      return (
        <ul>
          {items.map((fit) => (
            <FitCard key={fit.need.id} fit={fit} />
          ))}
        </ul>
      );
    }}
  </Loaded>
);

const Proposals = () => {
  const [params, setParams] = useSearchParams();
  const tab = params.get("tab") === "fits" ? "fits" : "asked";
  return (
    <Page title="适合我的" back="/take-part">
      <Tabs activeKey={tab} onChange={(key) => setParams({ tab: key }, { replace: true })}>
        <Tabs.Tab title="想请我帮忙" key="asked">
          {tab === "asked" && <Asked />}
        </Tabs.Tab>
        <Tabs.Tab title="适合我的需求" key="fits">
          {tab === "fits" && <Fitting />}
        </Tabs.Tab>
      </Tabs>
    </Page>
  );
};
export default Proposals;
