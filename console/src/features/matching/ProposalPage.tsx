/** One proposal, for whoever is asked at a desk: a unit's clerk. */
import { matchingApi, type Proposal } from "@ginkgo/shared/api/matching.ts";
import { useQueryClient } from "@tanstack/react-query";
import { App, Button, Card, Checkbox, Popconfirm } from "antd";
import { useState } from "react";
import { Link, useParams } from "react-router";
import { detailOf } from "../../ui/api/client.ts";
import { useChange, useFetch, usePages } from "../../ui/api/hooks.ts";
import { MoreButton } from "../../ui/MoreButton.tsx";
import { PageHead } from "../../ui/PageHead.tsx";
import { EmptyState, Loaded } from "../../ui/States.tsx";
import { StateTag } from "../../ui/StateTag.tsx";
import { fullTime } from "../../ui/time.ts";
import { proposalStates } from "./words.ts";
import "./matching.css";

const Answer = ({ one }: { one: Proposal }) => {
  const queries = useQueryClient();
  const { message } = App.useApp();
  const [confirmed, setConfirmed] = useState(one.confirms.length === 0);
  const answer = useChange(matchingApi.answer, (after) => {
    void queries.invalidateQueries();
    void message.success(after.status === "accepted" ? "已答应，请按时完成" : "已谢绝");
  });
  const send = (said: "accept" | "refuse" | "refuse-for-good") =>
    answer.mutate(
      { proposalId: one.id, answer: said, confirmed: said === "accept" ? one.confirms.map(({ id }) => id) : [] },
      { onError: (error) => void message.error(detailOf(error)) },
    );
  return (
    <>
      {one.confirms.length > 0 ? (
        <p>
          <Checkbox checked={confirmed} onChange={(event) => setConfirmed(event.target.checked)}>
            确认符合要求：{one.confirms.map(({ label }) => label).join("；")}
          </Checkbox>
        </p>
      ) : null}
      <div className="page-extra">
        <Button type="primary" disabled={!confirmed} loading={answer.isPending} onClick={() => send("accept")}>
          答应
        </Button>
        <Button onClick={() => send("refuse")}>这次不方便</Button>
        <Popconfirm
          title="以后不再问这件事？"
          okText="不再询问"
          cancelText="再想想"
          onConfirm={() => send("refuse-for-good")}
        >
          <Button danger>不要再问</Button>
        </Popconfirm>
      </div>
    </>
  );
};

const Body = ({ one }: { one: Proposal }) => (
  <>
    <div className="case-title">
      <h1>{one.need.title}</h1>
      <StateTag {...proposalStates[one.status]} />
    </div>
    <p className="muted">
      {one.need.kindLabel} · {one.need.place} · 想请{one.who.name}
    </p>
    <p className="pre">{one.need.words}</p>
    <h3>为什么想到您</h3>
    <ul>
      {one.why.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
    <p className="muted small">
      由系统按登记的技能、时间、远近推荐；您同意以后才算数。{fullTime(one.expiresAt)} 前答复有效。
    </p>
    {one.mayAnswer ? <Answer one={one} /> : null}
    {one.claimId ? <Link to={`/my-claims/${one.claimId}`}>去办理</Link> : null}
  </>
);

export const ProposalPage = () => {
  const { proposalId = "" } = useParams();
  const query = useFetch(matchingApi.proposal, { proposalId });
  return (
    <>
      <PageHead title="撮合建议" extra={<Link to="/matching/proposals">全部建议</Link>} />
      <Card className="narrow">
        <Loaded query={query}>{(one) => <Body key={one.id} one={one} />}</Loaded>
      </Card>
    </>
  );
};

export const ProposalsPage = () => {
  const { query, items } = usePages(matchingApi.mine, { limit: 30 });
  return (
    <>
      <PageHead title="给我的撮合建议" note="本人或本单位被问到的事，答应以后才算数" />
      <Card className="flush">
        {query.isSuccess && items.length === 0 ? <EmptyState text="没有给您的建议" /> : null}
        <ul className="plain-list">
          {items.map((one) => (
            <li key={one.id} className="match-row">
              <div className="match-line">
                <StateTag {...proposalStates[one.status]} />
                <Link to={`/matching/proposals/${one.id}`}>
                  <strong>{one.need.title}</strong>
                </Link>
                <span className="muted small">{one.who.name}</span>
              </div>
              <div className="muted small">{one.why.join("；")}</div>
            </li>
          ))}
        </ul>
        <MoreButton query={query} any={items.length > 0} />
      </Card>
    </>
  );
};
