import type { CaseAction, CaseSummary } from "@ginkgo/shared/api/cases.ts";
import type { Position } from "@ginkgo/shared/api/common.ts";
import { useQuery } from "@tanstack/react-query";
import Button from "antd-mobile/es/components/button";
import { useState } from "react";
import { Link } from "react-router";
import { CaseList } from "../../ui/case/CaseList.tsx";
import { useKept } from "../../ui/kept.ts";
import { caseCounts } from "../../ui/net/queries.ts";
import { Page } from "../../ui/Page.tsx";
import { Empty } from "../../ui/states.tsx";
import { QuickActions, QuickSheet } from "./QuickActions.tsx";
import { type Sort, SortBar } from "./SortBar.tsx";
import { type Tab, tabs } from "./tabs.ts";
import "../../ui/form/form.css";
import "./work.css";

const isLate = (item: CaseSummary) => item.time === "late";
/** Sorted by limit: after one whose limit is still ahead, no late one follows. */
const stillInTime = (item: CaseSummary) => item.time === "ok" || item.time === "soon" || item.time === "none";

const shown = (count: number) => (count >= 1000 ? "999+" : count);

const Work = () => {
  const counts = useQuery(caseCounts).data;
  const [name, setName] = useKept<Tab["name"]>("work-tab", "offered");
  const [sort, setSort] = useState<Sort>("due");
  const [near, setNear] = useState<Position>();
  const [lateOnly, setLateOnly] = useState(false);
  const [chosen, setChosen] = useState<{ item: CaseSummary; action: CaseAction }>();
  const tab = tabs.find((one) => one.name === name) ?? tabs[0];
  const byPlace = sort === "nearest" && near;

  const changeSort = (next: Sort, at?: Position) => {
    setSort(next);
    setNear(at);
    // "Late only" reads the list in the order of limits.
    setLateOnly(false);
  };
  const toggleLate = () => {
    setLateOnly(!lateOnly);
    setSort("due");
  };

  return (
    <Page
      title="接单"
      right={
        <Link to="/submit" className="plain-button">
          巡查上报
        </Link>
      }
    >
      <div className="work-boxes" role="tablist">
        {tabs.map((one) => (
          <button key={one.name} type="button" role="tab" aria-selected={one === tab} onClick={() => setName(one.name)}>
            {one.label}
            {counts && one.count && <b>{shown(counts[one.count])}</b>}
          </button>
        ))}
      </div>
      <SortBar sort={sort} onSort={changeSort} lateOnly={lateOnly} onLate={toggleLate} />
      {byPlace && <p className="work-hint">没有标出位置的单不在这里，可以换“最新”查看。</p>}
      <CaseList
        key={tab.name}
        input={byPlace ? { box: tab.box, sort, lng: near[0], lat: near[1] } : { box: tab.box, sort }}
        only={(item) => tab.holds(item) && (!lateOnly || isLate(item))}
        endsAt={lateOnly ? stillInTime : undefined}
        empty={
          lateOnly ? (
            <Empty title="没有超时的" />
          ) : (
            <Empty title={tab.empty} hint={tab.hint}>
              {tab.name === "offered" && counts && counts.mine > 0 && (
                <Button color="primary" fill="outline" onClick={() => setName("mine")}>
                  看进行中的 {shown(counts.mine)} 件
                </Button>
              )}
            </Empty>
          )
        }
        below={(item) => <QuickActions item={item} onChoose={(action) => setChosen({ item, action })} />}
      />
      {chosen && <QuickSheet item={chosen.item} action={chosen.action} onClose={() => setChosen(undefined)} />}
    </Page>
  );
};
export default Work;
