import { matchingApi, type Proposal } from "@ginkgo/shared/api/matching.ts";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import Button from "antd-mobile/es/components/button";
import { useState } from "react";
import { Link, useNavigate, useParams } from "react-router";
import { StateTag } from "../../ui/case/StateTag.tsx";
import { timeOf } from "../../ui/case/words.ts";
import { confirm, toast } from "../../ui/feedback.ts";
import { call, problemOf } from "../../ui/net/client.ts";
import { useStableKey } from "../../ui/net/stable-key.ts";
import { Page } from "../../ui/Page.tsx";
import { Loaded, Refusal } from "../../ui/states.tsx";
import { proposalView } from "./queries.ts";
import { proposalStates } from "./words.ts";
import "../../ui/case/case.css";
import "../../ui/case/steps.css";
import "../../ui/form/form.css";
import "./matching.css";

type Said = "accept" | "refuse" | "refuse-for-good";

const useAnswer = (proposalId: string, confirms: Proposal["confirms"]) => {
  const client = useQueryClient();
  const navigate = useNavigate();
  const keyFor = useStableKey();
  return useMutation({
    mutationFn: (answer: Said) => {
      const confirmed = answer === "accept" ? confirms.map(({ id }) => id) : [];
      const input = { proposalId, answer, confirmed };
      return call(matchingApi.answer, input, { idempotencyKey: keyFor(input) });
    },
    onSuccess: (after) => {
      void toast(after.status === "accepted" ? "已答应，请按时完成" : "已谢绝，谢谢您答复", "success");
      if (after.claimId) navigate(`/my-claims/${after.claimId}`, { replace: true });
    },
    onSettled: () => void client.invalidateQueries(),
  });
};

const Answering = ({ one, answer }: { one: Proposal; answer: ReturnType<typeof useAnswer> }) => {
  const [confirmed, setConfirmed] = useState(one.confirms.length === 0);
  const never = async () => {
    if (await confirm("以后不再问这件事？", "以后的撮合不会再为这件事打扰您。", "不再询问"))
      answer.mutate("refuse-for-good");
  };
  const others = answer.error ? (problemOf(answer.error).alternatives ?? []) : [];
  return (
    <section className="card">
      {one.confirms.length > 0 && (
        <label className="match-confirm">
          <input type="checkbox" checked={confirmed} onChange={(event) => setConfirmed(event.target.checked)} />
          <span>我确认符合要求：{one.confirms.map(({ label }) => label).join("；")}</span>
        </label>
      )}
      <div className="match-answers">
        <Button
          block
          size="large"
          color="primary"
          disabled={!confirmed}
          loading={answer.isPending}
          onClick={() => answer.mutate("accept")}
        >
          我愿意
        </Button>
        <Button block size="large" disabled={answer.isPending} onClick={() => answer.mutate("refuse")}>
          这次不方便
        </Button>
        <button type="button" className="plain-button" onClick={() => void never()}>
          不要再问这件事
        </button>
      </div>
      <Refusal error={answer.error} />
      {others.length > 0 && (
        <ul>
          {others.map(({ id, title, place }) => (
            <li key={id}>
              <Link to={`/claims/${id}`}>
                {title}（{place}）
              </Link>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
};

const Body = ({ one }: { one: Proposal }) => {
  const answer = useAnswer(one.id, one.confirms);
  return (
    <>
      <section className="card">
        <div className="case-head">
          <h2 className="case-title">{one.need.title}</h2>
          <StateTag {...proposalStates[one.status]} />
        </div>
        <p className="soft">
          {one.need.kindLabel} · {one.need.place}
          {one.who.body ? ` · 请${one.who.body.name}` : ""}
        </p>
        <p className="match-words">{one.need.words}</p>
        {one.need.startsAt && <p>时间：{timeOf(one.need.startsAt)}</p>}
      </section>
      <section className="card">
        <h2 className="case-title">为什么想到您</h2>
        <ul className="match-why">
          {one.why.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
        <p className="soft">
          由系统按您登记的情况推荐，您答应了才算数，不答应也没有影响。{timeOf(one.expiresAt)} 前答复有效。
        </p>
      </section>
      {one.mayAnswer || answer.error ? <Answering one={one} answer={answer} /> : null}
      {one.claimId && (
        <Link to={`/my-claims/${one.claimId}`} className="row-link">
          <span>去办理</span>
        </Link>
      )}
    </>
  );
};

const ProposalPage = () => {
  const { proposalId = "" } = useParams();
  const query = useQuery(proposalView(proposalId));
  return (
    <Page title="想请您帮忙" back="/matching">
      <Loaded query={query}>{(one) => <Body key={one.id} one={one} />}</Loaded>
    </Page>
  );
};
export default ProposalPage;
