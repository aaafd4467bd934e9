/** A unit's page: its own registration, its people as far as they agreed, what it took on, what communities told it. */
import { bulletinApi, feedbackApi, type UnitPage as Unit } from "@ginkgo/shared/api/bulletin.ts";
import { Card } from "antd";
import { Link, useNavigate, useParams } from "react-router";
import { useFetch, usePages } from "../../ui/api/hooks.ts";
import { usePack } from "../../ui/api/session.ts";
import { PageHead } from "../../ui/PageHead.tsx";
import { RecognisedSums } from "../../ui/RecognisedSums.tsx";
import { EmptyState, ErrorState, Loaded } from "../../ui/States.tsx";
import { FeedbackItem } from "./FeedbackPage.tsx";
import { RegisterNav } from "./RegisterNav.tsx";
import { RegisterCards } from "./RegisterTable.tsx";
import "./registrations.css";

const People = ({ unit }: { unit: Unit }) => {
  if (!unit.people) return <p className="muted">按规则，单位不查看人员的报到情况。</p>;
  const { kinds, communities, agreed, records } = unit.people;
  return (
    <>
      <dl className="bulletin-sums">
        {kinds.map(({ kind, label, active, waiting }) => (
          <div key={kind}>
            <dt>
              {label}
              {waiting > 0 ? `（另有 ${waiting} 人待确认）` : ""}
            </dt>
            <dd>{active}</dd>
          </div>
        ))}
        {records ? (
          <div>
            <dt>同意单位查看记录</dt>
            <dd>
              {agreed > 0 && unit.may.speak ? (
                <Link to={`/registrations?box=unit&unit=${unit.node.id}`}>{agreed}</Link>
              ) : (
                agreed
              )}
            </dd>
          </div>
        ) : null}
        <div>
          <dt>人员完成的认领</dt>
          <dd>{unit.claims.peopleDone}</dd>
        </div>
      </dl>
      {communities.length > 0 ? (
        <ul className="place-chips">
          {communities.map(({ node, active }) => (
            <li key={node.id}>
              <Link to={`/communities/${node.id}`}>{node.name}</Link> <span className="muted">{active} 人</span>
            </li>
          ))}
        </ul>
      ) : (
        <p className="muted">还没有人员报到时写了这个单位。</p>
      )}
    </>
  );
};

const Feedback = ({ unitId, speaks }: { unitId: string; speaks: boolean }) => {
  const go = useNavigate();
  const { query, items } = usePages(feedbackApi.list, { box: speaks ? "unit" : "desk", unit: unitId, limit: 10 });
  if (query.error && items.length === 0) return <ErrorState error={query.error} onRetry={() => query.refetch()} />;
  if (query.isSuccess && items.length === 0) return <EmptyState text="还没有收到反馈" />;
  return (
    <ul className="plain-list">
      {items.map((one) => (
        <FeedbackItem key={one.id} one={one} onOpen={() => void go(`/registrations/feedback/${one.id}`)} />
      ))}
    </ul>
  );
};

const Content = ({ unit }: { unit: Unit }) => {
  const go = useNavigate();
  const participation = usePack()?.participation;
  const id = unit.node.id;
  return (
    <>
      <Card className="flush gap-below" title="单位报到">
        {unit.registrations.length === 0 ? (
          <EmptyState
            text="这个单位还没有报到"
            action={unit.may.speak || unit.may.keep ? <Link to="/registrations?box=mine">去报到</Link> : null}
          />
        ) : (
          <RegisterCards items={unit.registrations} onOpen={(one) => void go(`/registrations/${one}`)} />
        )}
      </Card>
      <div className="page-columns">
        <Card title="报到的人员">
          <People unit={unit} />
          <RecognisedSums nodeId={id} side="unit" />
        </Card>
        <Card title="认领和共建">
          <dl className="bulletin-sums">
            <div>
              <dt>单位在办的认领</dt>
              <dd>{unit.claims.open}</dd>
            </div>
            <div>
              <dt>单位完成的认领</dt>
              <dd>{unit.claims.done}</dd>
            </div>
          </dl>
          <p>
            {participation && participation.claimables.length > 0 ? (
              <Link to="/claims?tab=claims">认领记录</Link>
            ) : null}{" "}
            {participation?.agreements ? <Link to={`/agreements?body=${id}`}>共建协议书</Link> : null}
          </p>
        </Card>
        <Card className="flush" title="社区反馈">
          <Feedback unitId={id} speaks={unit.may.speak} />
        </Card>
      </div>
    </>
  );
};

export const UnitPage = () => {
  const { nodeId = "" } = useParams();
  const query = useFetch(bulletinApi.unitPage, { nodeId });
  return (
    <>
      <PageHead title={query.data?.node.name ?? "单位"} note={query.data?.place} />
      <RegisterNav />
      <Loaded query={query}>{(unit) => <Content unit={unit} />}</Loaded>
    </>
  );
};
