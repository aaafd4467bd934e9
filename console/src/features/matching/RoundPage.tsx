import { ArrowLeftOutlined } from "@ant-design/icons";
import { type MatchRound, matchingApi, type Proposal, type ProposalStatus } from "@ginkgo/shared/api/matching.ts";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Alert, App, Button, Card, Form, Input, Segmented, Skeleton, Spin } from "antd";
import { useState } from "react";
import { Link, useNavigate, useParams } from "react-router";
import { call } from "../../ui/api/client.ts";
import { keyOf, useChange, usePages } from "../../ui/api/hooks.ts";
import { FormModal } from "../../ui/form/FormModal.tsx";
import { MoreButton } from "../../ui/MoreButton.tsx";
import { EmptyState, ErrorState, Loaded } from "../../ui/States.tsx";
import { StateTag } from "../../ui/StateTag.tsx";
import { fullTime } from "../../ui/time.ts";
import { gapText, proposalStates, roundStates } from "./words.ts";
import "./matching.css";

const Figure = ({ value, label, note }: { value: string | number; label: string; note?: string }) => (
  <div className="match-figure">
    <b>{value}</b>
    <span>{label}</span>
    {note ? <small className="muted">{note}</small> : null}
  </div>
);

const Result = ({ round }: { round: MatchRound }) => {
  const { result, answers } = round;
  if (!result) return null;
  return (
    <div className="match-figures">
      <Figure
        value={`${result.served} / ${result.places}`}
        label="名额有人可问"
        note={`${result.needs} 项需求，${result.abilities} 个能力`}
      />
      <Figure value={answers.accepted} label="已答应" note={`${answers.proposed} 个等待，${answers.refused} 个谢绝`} />
      <Figure
        value={`${result.gap}%`}
        label="与最好的安排的差距"
        note={`${gapText(result.gap)}，用时 ${(result.milliseconds / 1000).toFixed(1)} 秒`}
      />
      <Figure
        value={`${result.firstCome.gain >= 0 ? "+" : ""}${result.firstCome.gain}%`}
        label="比先到先得"
        note={`先到先得能安排 ${result.firstCome.served} 个名额`}
      />
      <Figure
        value={result.fairness.mostPerPerson}
        label="一人最多几条"
        note={`询问了 ${result.fairness.people} 个人和单位，七天内上限 ${round.budget} 条`}
      />
    </div>
  );
};

const ProposalRow = ({ one, onWithdraw }: { one: Proposal; onWithdraw: () => void }) => (
  <li className="match-row">
    <div className="match-line">
      <StateTag {...proposalStates[one.status]} />
      <strong>{one.who.name}</strong>
      <span className="muted">→</span>
      <Link to={`/claims?open=${one.need.id}`}>{one.need.title}</Link>
      {one.forGood ? <span className="muted small">不再询问这件事</span> : null}
      <span className="grow" />
      {one.status === "proposed" ? (
        <Button size="small" onClick={onWithdraw}>
          收回
        </Button>
      ) : null}
    </div>
    <div className="muted small">{one.why.join("；")}</div>
    {one.words ? <div className="small">“{one.words}”</div> : null}
  </li>
);

const Withdraw = ({ one, onClose }: { one: Proposal; onClose: () => void }) => {
  const queries = useQueryClient();
  const { message } = App.useApp();
  const withdraw = useChange(matchingApi.withdraw, () => {
    void queries.invalidateQueries();
    void message.success("已收回");
    onClose();
  });
  return (
    <FormModal<{ reason: string }>
      title={`收回给${one.who.name}的建议`}
      okText="收回"
      danger
      pending={withdraw.isPending}
      error={withdraw.error}
      names={["reason"]}
      onSubmit={({ reason }) => withdraw.mutate({ proposalId: one.id, reason })}
      onClose={onClose}
    >
      <Form.Item name="reason" label="原因" rules={[{ required: true, message: "请说明原因" }]}>
        <Input.TextArea rows={2} maxLength={300} />
      </Form.Item>
    </FormModal>
  );
};

const Proposals = ({ roundId, status }: { roundId: string; status: ProposalStatus | undefined }) => {
  const [taking, setTaking] = useState<Proposal>();
  const { query, items } = usePages(matchingApi.roundProposals, { roundId, status, limit: 50 });
  return (
    <>
      {query.isLoading ? <Skeleton className="state" active paragraph={{ rows: 4 }} /> : null}
      {query.error && items.length === 0 ? <ErrorState error={query.error} onRetry={() => query.refetch()} /> : null}
      {query.isSuccess && items.length === 0 ? <EmptyState text="没有这样的建议" /> : null}
      <ul className="plain-list">
        {items.map((one) => (
          <ProposalRow key={one.id} one={one} onWithdraw={() => setTaking(one)} />
        ))}
      </ul>
      <MoreButton query={query} any={items.length > 0} />
      {taking ? <Withdraw one={taking} onClose={() => setTaking(undefined)} /> : null}
    </>
  );
};

const Unserved = ({ roundId }: { roundId: string }) => {
  const { query, items } = usePages(matchingApi.roundUnserved, { roundId, limit: 50 });
  return (
    <>
      {query.isLoading ? <Skeleton className="state" active paragraph={{ rows: 4 }} /> : null}
      {query.isSuccess && items.length === 0 ? <EmptyState text="所有需求都有人可问" /> : null}
      <ul className="plain-list">
        {items.map(({ need, missing, why }) => (
          <li key={need.id} className="match-row">
            <div className="match-line">
              <Link to={`/claims?open=${need.id}`}>
                <strong>{need.title}</strong>
              </Link>
              <span className="muted small">
                {need.place} · 还差 {missing} 个
              </span>
            </div>
            <div>{why}</div>
          </li>
        ))}
      </ul>
      {items.length > 0 ? (
        <p className="muted small match-note">打开需求，可以看合适的人，也可以由您直接指派。</p>
      ) : null}
      <MoreButton query={query} any={items.length > 0} />
    </>
  );
};

type Tab = "all" | "accepted" | "refused" | "unserved";

export const RoundPage = () => {
  const { roundId = "" } = useParams();
  const go = useNavigate();
  const [tab, setTab] = useState<Tab>("all");
  const query = useQuery({
    queryKey: keyOf(matchingApi.round, { roundId }),
    queryFn: ({ signal }) => call(matchingApi.round, { roundId }, { signal }),
    refetchInterval: (found) =>
      found.state.data?.status === "waiting" || found.state.data?.status === "running" ? 1_000 : false,
  });
  return (
    <>
      <div className="page-tools no-print">
        <Button type="text" icon={<ArrowLeftOutlined />} onClick={() => void go("/matching")}>
          全部轮次
        </Button>
      </div>
      <Loaded query={query} rows={8}>
        {(round) => (
          <>
            <Card className="gap-below">
              <div className="case-title">
                <h1>{round.node.name}撮合</h1>
                <StateTag {...roundStates[round.status]} />
              </div>
              <p className="muted">
                {round.by} · {fullTime(round.createdAt)} · {round.answerDays} 天内答复有效
                {round.maxMeters ? ` · 最远 ${round.maxMeters / 1000} 公里` : ""}
              </p>
              {round.status === "waiting" || round.status === "running" ? (
                <p role="status">
                  <Spin size="small" /> {round.stage}…
                </p>
              ) : null}
              {round.problem ? <Alert type="error" showIcon title={round.problem} /> : null}
              <Result round={round} />
            </Card>
            {round.status === "done" ? (
              <Card className="flush">
                <div className="desk-top">
                  <Segmented<Tab>
                    className="gap-above match-boxes"
                    aria-label="看什么"
                    value={tab}
                    onChange={setTab}
                    options={[
                      { value: "all", label: "全部建议" },
                      { value: "accepted", label: `已答应 ${round.answers.accepted}` },
                      { value: "refused", label: `谢绝 ${round.answers.refused}` },
                      { value: "unserved", label: `没有安排的需求 ${round.answers.unserved}` },
                    ]}
                  />
                </div>
                {tab === "unserved" ? (
                  <Unserved roundId={roundId} />
                ) : (
                  <Proposals key={tab} roundId={roundId} status={tab === "all" ? undefined : tab} />
                )}
              </Card>
            ) : null}
          </>
        )}
      </Loaded>
    </>
  );
};
