/** A community's page: who registered, as sums; what can be claimed; what happened today. */
import { bulletinApi, type CommunityPage as Community } from "@ginkgo/shared/api/bulletin.ts";
import { Card } from "antd";
import type { ReactNode } from "react";
import { Link, useParams } from "react-router";
import { useFetch } from "../../ui/api/hooks.ts";
import { usePack } from "../../ui/api/session.ts";
import { PageHead } from "../../ui/PageHead.tsx";
import { RecognisedSums } from "../../ui/RecognisedSums.tsx";
import { EmptyState, Loaded } from "../../ui/States.tsx";
import { RegisterNav } from "./RegisterNav.tsx";
import "./registrations.css";

const Sum = ({ label, n, to }: { label: ReactNode; n: number; to?: string | null }) => (
  <div>
    <dt>{label}</dt>
    <dd>{to && n > 0 ? <Link to={to}>{n}</Link> : n}</dd>
  </div>
);

const Content = ({ page }: { page: Community }) => {
  const claims = (usePack()?.participation.claimables.length ?? 0) > 0;
  const id = page.node.id;
  const rows = (more: string) => (page.may.rows ? `/registrations?box=desk&under=${id}&${more}` : null);
  return (
    <>
      <dl className="bulletin-sums">
        {page.kinds.map(({ kind, label, active }) => (
          <Sum key={kind} label={label} n={active} to={rows(`standing=active&kind=${kind}`)} />
        ))}
        <Sum label="有党员报到的小区" n={page.compounds.length} />
        {claims ? <Sum label="等人认领" n={page.openNeeds} to={`/claims?under=${id}`} /> : null}
        {page.may.rows ? (
          <Sum
            label="待社区办"
            n={page.kinds.reduce((sum, { waiting }) => sum + waiting, 0)}
            to={rows("standing=waiting")}
          />
        ) : null}
      </dl>
      <div className="page-columns">
        <Card title="今天" extra={<Link to={`/registrations/bulletin?under=${id}`}>日通报</Link>}>
          <dl className="bulletin-sums">
            <Sum label="新报到" n={page.today.newPeople + page.today.newUnits} />
            <Sum label="完成认领" n={page.today.claims} />
            <Sum label="开展活动" n={page.today.activities} />
          </dl>
          <RecognisedSums nodeId={id} side="home" />
        </Card>
        <Card title="报到的单位">
          {page.units.length === 0 ? <EmptyState text="还没有单位报到" /> : null}
          <ul className="place-chips">
            {page.units.map((unit) => (
              <li key={unit.id}>{page.may.rows ? <Link to={`/units/${unit.id}`}>{unit.name}</Link> : unit.name}</li>
            ))}
          </ul>
        </Card>
        <Card title="党员报到的小区">
          {page.compounds.length === 0 ? <EmptyState text="还没有党员报到" /> : null}
          <ul className="place-chips">
            {page.compounds.map(({ node, people }) => (
              <li key={node.id}>
                {page.may.rows ? (
                  <Link to={`/registrations?box=desk&standing=active&under=${node.id}`}>{node.name}</Link>
                ) : (
                  node.name
                )}{" "}
                <span className="muted">{people} 人</span>
              </li>
            ))}
          </ul>
        </Card>
      </div>
    </>
  );
};

export const CommunityPage = () => {
  const { nodeId = "" } = useParams();
  const query = useFetch(bulletinApi.communityPage, { nodeId });
  return (
    <>
      <PageHead title={query.data?.node.name ?? "社区"} note={query.data?.place} />
      <RegisterNav />
      <Loaded query={query}>{(page) => <Content page={page} />}</Loaded>
    </>
  );
};
