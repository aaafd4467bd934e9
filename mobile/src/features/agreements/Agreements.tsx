/** Agreements of the units one speaks for, meetings one is called to, and what one owes. */
import type { AgreementSummary } from "@ginkgo/shared/api/agreements.ts";
import type { MeetingSummary } from "@ginkgo/shared/api/meetings.ts";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import Badge from "antd-mobile/es/components/badge";
import Button from "antd-mobile/es/components/button";
import Tabs from "antd-mobile/es/components/tabs";
import type { ReactNode } from "react";
import { Link, useSearchParams } from "react-router";
import { StateTag } from "../../ui/case/StateTag.tsx";
import { Page } from "../../ui/Page.tsx";
import { Empty, Loaded } from "../../ui/states.tsx";
import { ItemLine } from "./ItemLine.tsx";
import { agreementList, itemList, meetingList, standing } from "./queries.ts";
import { answers, meetingStates, spanOf } from "./words.ts";
import "../../ui/case/case.css";
import "./agreements.css";

type Tab = "items" | "meetings" | "agreements";

const AgreementLine = ({ one }: { one: AgreementSummary }) => (
  <Link to={`/agreements/${one.matter.id}`} className="case-link">
    <div className="case-head">
      <strong className="agree-what">{one.matter.title}</strong>
      <StateTag label={one.matter.stateLabel} tone={one.matter.tone} />
    </div>
    <p className="case-facts">
      <span>
        {one.from} 至 {one.to}
      </span>
      <span>
        事项 {one.itemsDone}/{one.items}
      </span>
      {one.itemsLate > 0 && <span className="due-late">{one.itemsLate} 件逾期</span>}
      {one.ending && <span className="due-soon">还有 {one.daysLeft} 天到期</span>}
      {one.parties.some(({ mayAgree }) => mayAgree === "yes") && <span className="due-soon">等您同意</span>}
    </p>
  </Link>
);

const MeetingLine = ({ one }: { one: MeetingSummary }) => (
  <Link to={`/agreements/meetings/${one.id}`} className="case-link">
    <div className="case-head">
      <strong className="agree-what">{one.title}</strong>
      <StateTag {...meetingStates[one.status]} />
    </div>
    <p className="case-facts">
      <span>{spanOf(one)}</span>
      <span>{one.place}</span>
      {one.status === "planned" && (
        <span className={one.mine === "invited" ? "due-soon" : undefined}>{answers[one.mine]}</span>
      )}
    </p>
  </Link>
);

interface Paged<T> {
  readonly pages: readonly { readonly items: readonly T[] }[];
}
interface ListProps<T> {
  readonly query: {
    readonly data: Paged<T> | undefined;
    readonly error: Error | null;
    readonly isPending: boolean;
    readonly isFetching: boolean;
    readonly hasNextPage: boolean;
    readonly isFetchingNextPage: boolean;
    readonly refetch: () => unknown;
    readonly fetchNextPage: () => unknown;
  };
  readonly empty: { readonly title: string; readonly hint: string };
  readonly line: (one: T) => ReactNode;
  readonly keyOf: (one: T) => string;
}

const List = <T,>({ query, empty, line, keyOf }: ListProps<T>) => (
  <Loaded query={query}>
    {({ pages }) => {
      const all = pages.flatMap(({ items }) => items);
      if (all.length === 0) return <Empty {...empty} />;
      return (
        <>
          <ul>
            {all.map((one) => (
              <li key={keyOf(one)} className="card case-card">
                {line(one)}
              </li>
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

const Items = () => (
  <List
    query={useInfiniteQuery(itemList)}
    empty={{ title: "没有要您负责的事项", hint: "协议或会议定下由您负责的事，会出现在这里。" }}
    keyOf={(item) => item.id}
    line={(item) => <ItemLine item={item} source />}
  />
);
const Meetings = () => (
  <List
    query={useInfiniteQuery(meetingList)}
    empty={{ title: "没有请您参加的会议", hint: "社区召集会议时会通知您。" }}
    keyOf={(one) => one.id}
    line={(one) => <MeetingLine one={one} />}
  />
);
const All = () => (
  <List
    query={useInfiniteQuery(agreementList)}
    empty={{ title: "没有共建协议", hint: "您所在单位和社区签的协议，会出现在这里。" }}
    keyOf={(one) => one.matter.id}
    line={(one) => <AgreementLine one={one} />}
  />
);

const Agreements = () => {
  const [params, setParams] = useSearchParams();
  const waiting = useQuery(standing).data?.waiting;
  const tab = (params.get("tab") ?? "items") as Tab;
  const title = (label: string, count = 0) => (count > 0 ? <Badge content={count}>{label}</Badge> : label);
  return (
    <Page title="共建协议" back="/take-part">
      <Tabs activeKey={tab} onChange={(key) => setParams({ tab: key }, { replace: true })}>
        <Tabs.Tab title={title("我的事项", waiting?.lateItems)} key="items">
          {tab === "items" && <Items />}
        </Tabs.Tab>
        <Tabs.Tab title={title("联席会议", waiting?.meetings)} key="meetings">
          {tab === "meetings" && <Meetings />}
        </Tabs.Tab>
        <Tabs.Tab title={title("协议", waiting?.agreements)} key="agreements">
          {tab === "agreements" && <All />}
        </Tabs.Tab>
      </Tabs>
    </Page>
  );
};
export default Agreements;
