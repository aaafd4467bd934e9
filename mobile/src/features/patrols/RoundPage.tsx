/** A round under way: its points, ticked by the code that stands there; findings; ending it. */
import { type PatrolRoundView, patrolsApi } from "@ginkgo/shared/api/patrols.ts";
import { useQuery } from "@tanstack/react-query";
import Button from "antd-mobile/es/components/button";
import { useEffect, useState } from "react";
import { Link, useParams, useSearchParams } from "react-router";
import { timeOf } from "../../ui/case/words.ts";
import { confirm, toast } from "../../ui/feedback.ts";
import { problemOf } from "../../ui/net/client.ts";
import { useSend } from "../../ui/net/use-send.ts";
import { Page } from "../../ui/Page.tsx";
import { Loaded, Refusal } from "../../ui/states.tsx";
import { FindingSheet } from "./FindingSheet.tsx";
import { oneRound, patrolsKey } from "./queries.ts";
import { tones } from "./words.ts";
import "../../ui/case/case.css";
import "../../ui/form/form.css";
import "./patrols.css";

const failed = (error: Error) => void toast(problemOf(error).detail, "fail");

const submitLink = (round: PatrolRoundView, words: string, point: string | null): string => {
  const query = new URLSearchParams({ words: `${point ? `${point}：` : ""}${words}` });
  if (round.route.category) query.set("category", round.route.category);
  return `/submit?${query}`;
};

const Points = ({ round }: { round: PatrolRoundView }) => (
  <ul className="card patrol-points">
    {round.points.map((point) => (
      <li key={point.id} className={point.tickedAt ? "ticked" : undefined}>
        <span>
          {point.tickedAt ? "✓ " : "○ "}
          {point.name}
        </span>
        <small>{point.tickedAt ? timeOf(point.tickedAt) : "还没有到"}</small>
      </li>
    ))}
  </ul>
);

const Ticking = ({ round }: { round: PatrolRoundView }) => {
  const [search, setSearch] = useSearchParams();
  const scanned = search.get("code");
  const [code, setCode] = useState("");
  const tick = useSend(patrolsApi.tick, patrolsKey, ({ ticked, needed }) => {
    setCode("");
    void toast(ticked >= needed ? "已打卡，点位齐了" : `已打卡，还差 ${needed - ticked} 个`, "success");
  });
  const { mutate } = tick;
  // Opened by scanning the code at the point: ticked at once, and not again when the page is opened anew.
  useEffect(() => {
    if (!scanned) return;
    setSearch({}, { replace: true });
    mutate({ roundId: round.id, code: scanned });
  }, [scanned, setSearch, mutate, round.id]);
  return (
    <section className="card">
      <p className="field-help">用手机相机扫点位牌上的码，会回到这里打卡；扫不了的，输入牌上的编码。</p>
      <div className="patrol-line">
        <input
          className="box patrol-code"
          aria-label="点位编码"
          placeholder="点位编码"
          maxLength={40}
          autoCapitalize="characters"
          autoComplete="off"
          value={code}
          onChange={(event) => setCode(event.target.value)}
        />
        <Button
          color="primary"
          disabled={code.trim() === ""}
          loading={tick.isPending}
          onClick={() => mutate({ roundId: round.id, code: code.trim() })}
        >
          打卡
        </Button>
      </div>
      <Refusal error={tick.error} />
    </section>
  );
};

const Findings = ({ round }: { round: PatrolRoundView }) =>
  round.findings.length === 0 ? null : (
    <ul className="card patrol-points">
      {round.findings.map(({ id, words, point, at }) => (
        <li key={id}>
          <span>
            {point && <b>{point}：</b>}
            {words}
          </span>
          <small>
            {timeOf(at)} <Link to={submitLink(round, words, point)}>上报</Link>
          </small>
        </li>
      ))}
    </ul>
  );

const RoundPage = () => {
  const { roundId = "" } = useParams();
  const query = useQuery(oneRound(roundId));
  const [finding, setFinding] = useState(false);
  const join = useSend(patrolsApi.join, patrolsKey, () => void toast("已加入", "success"));
  const end = useSend(
    patrolsApi.end,
    patrolsKey,
    ({ status }) => void toast(status === "done" ? "巡逻完成" : "已结束，有漏点", "success"),
  );
  const round = query.data;
  const finish = async (one: PatrolRoundView) => {
    const left = one.needed - one.ticked;
    const text = left > 0 ? `还差 ${left} 个点位没有打卡，现在结束会记为有漏点。` : "点位都巡到了。";
    if (await confirm("结束这一轮", text, "结束")) end.mutate({ roundId }, { onError: failed });
  };
  return (
    <Page
      title={round?.route.name ?? "巡逻"}
      back="/patrols"
      footer={
        round?.may.walk ? (
          <div className="patrol-foot">
            <Button block onClick={() => setFinding(true)}>
              发现问题
            </Button>
            <Button block color="primary" loading={end.isPending} onClick={() => void finish(round)}>
              结束巡逻
            </Button>
          </div>
        ) : round?.may.join ? (
          <Button
            block
            color="primary"
            loading={join.isPending}
            onClick={() => join.mutate({ roundId }, { onError: failed })}
          >
            加入这一轮
          </Button>
        ) : undefined
      }
    >
      <Loaded query={query}>
        {(one) => (
          <>
            <section className="card">
              <p className="patrol-line">
                <strong>
                  点位 {one.ticked}/{one.needed}
                </strong>
                <span className={`tag tag-${tones[one.status]}`}>{one.statusLabel}</span>
              </p>
              <p className="case-facts">
                {one.squad && <span>{one.squad}</span>}
                {one.plannedAt && <span>计划 {timeOf(one.plannedAt)}</span>}
                {one.startedAt && <span>开始 {timeOf(one.startedAt)}</span>}
                {one.endedAt && <span>结束 {timeOf(one.endedAt)}</span>}
                <span>{one.people.join("、")}</span>
              </p>
              <p className="field-help">只记到点的时间，不记录行走路线和位置。</p>
            </section>
            {one.may.walk && <Ticking round={one} />}
            <Points round={one} />
            <Findings round={one} />
            {finding && <FindingSheet round={one} onClose={() => setFinding(false)} />}
          </>
        )}
      </Loaded>
    </Page>
  );
};
export default RoundPage;
