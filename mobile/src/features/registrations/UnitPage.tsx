/** What a unit's clerk sees: the unit's own registration, sums of its people, those who agreed, and feedback received. */
import type { UnitPage as Unit } from "@ginkgo/shared/api/bulletin.ts";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import Button from "antd-mobile/es/components/button";
import { RightOutline } from "antd-mobile-icons";
import { Link, useParams } from "react-router";
import { dayOf } from "../../ui/case/words.ts";
import { Page } from "../../ui/Page.tsx";
import { RecognisedSums } from "../../ui/RecognisedSums.tsx";
import { Empty, Loaded } from "../../ui/states.tsx";
import { feedbackOfUnit, registrationList, unitPage } from "./queries.ts";
import { RegistrationCard } from "./RegistrationCard.tsx";
import { Sums } from "./Sums.tsx";
import "../../ui/case/case.css";
import "./registrations.css";

const Records = ({ unit }: { unit: Unit }) => {
  const query = useInfiniteQuery(registrationList({ box: "unit", unit: unit.node.id }));
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  if (items.length === 0) return null;
  return (
    <>
      <h2 className="section-title">同意单位查看的人员</h2>
      <ul>
        {items.map((one) => (
          <RegistrationCard key={one.id} one={one} />
        ))}
      </ul>
      {query.hasNextPage && (
        <div className="case-more">
          <Button block loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            查看更多
          </Button>
        </div>
      )}
    </>
  );
};

const Feedback = ({ unitId }: { unitId: string }) => {
  const items = useQuery(feedbackOfUnit(unitId)).data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <>
      <h2 className="section-title">社区反馈</h2>
      {items.map((one) => (
        <Link key={one.id} to={`/registrations/feedback/${one.id}`} className="row-link">
          <span>
            {one.periodLabel}
            <small className="soft-line">
              {one.sums.people} 人 · 认领 {one.sums.claims} 件 · 活动 {one.sums.activities} 次
              {one.sentAt && ` · ${dayOf(one.sentAt)}收到`}
            </small>
          </span>
          <RightOutline />
        </Link>
      ))}
    </>
  );
};

const UnitPage = () => {
  const { nodeId = "" } = useParams();
  const query = useQuery(unitPage(nodeId));
  return (
    <Page title={query.data?.node.name ?? "单位"} back="/registrations">
      <Loaded query={query}>
        {(unit) => (
          <>
            <h2 className="section-title">单位报到</h2>
            {unit.registrations.length === 0 && (
              <Empty title="单位还没有报到">
                <Link to="/registrations/new" className="adm-button adm-button-primary">
                  去报到
                </Link>
              </Empty>
            )}
            <ul>
              {unit.registrations.map((one) => (
                <RegistrationCard key={one.id} one={one} />
              ))}
            </ul>
            <h2 className="section-title">人员报到</h2>
            {unit.people ? (
              <Sums
                items={[
                  ...unit.people.kinds.map(({ label, active }) => [label, active] as const),
                  ["同意查看", unit.people.agreed],
                  ["人员完成认领", unit.claims.peopleDone],
                  ["单位在办认领", unit.claims.open],
                  ["单位完成认领", unit.claims.done],
                ]}
              />
            ) : (
              <p className="card">按规则，单位不查看人员的报到情况。</p>
            )}
            {unit.people && unit.people.communities.length > 0 && (
              <p className="card">
                {unit.people.communities.map(({ node, active }) => `${node.name} ${active} 人`).join("，")}
              </p>
            )}
            <RecognisedSums nodeId={nodeId} side="unit" />
            {unit.may.speak && <Records unit={unit} />}
            {unit.may.speak && <Feedback unitId={nodeId} />}
          </>
        )}
      </Loaded>
    </Page>
  );
};
export default UnitPage;
