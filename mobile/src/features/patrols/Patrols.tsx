/** 巡逻: rounds of one's squads, routes to begin one of one's own accord; a scanned code ticks the round under way. */
import { type PatrolRound, type PatrolRoute, patrolsApi } from "@ginkgo/shared/api/patrols.ts";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import Button from "antd-mobile/es/components/button";
import { Link, useNavigate, useSearchParams } from "react-router";
import { timeOf } from "../../ui/case/words.ts";
import { toast } from "../../ui/feedback.ts";
import { MoreRows } from "../../ui/MoreRows.tsx";
import { problemOf } from "../../ui/net/client.ts";
import { useSend } from "../../ui/net/use-send.ts";
import { Page } from "../../ui/Page.tsx";
import { Empty, Loaded } from "../../ui/states.tsx";
import { myRounds, myRoutes, patrolsKey } from "./queries.ts";
import { tones } from "./words.ts";
import "../../ui/case/case.css";
import "../../ui/form/form.css";
import "./patrols.css";

const failed = (error: Error) => void toast(problemOf(error).detail, "fail");

const useBegin = () => {
  const navigate = useNavigate();
  return useSend(patrolsApi.begin, patrolsKey, ({ id }) => navigate(`/patrols/rounds/${id}`));
};

const Round = ({ round, code }: { round: PatrolRound; code: string | null }) => {
  const begin = useBegin();
  const to = `/patrols/rounds/${round.id}${code ? `?code=${encodeURIComponent(code)}` : ""}`;
  return (
    <li className="card">
      <p className="patrol-line">
        <strong className="case-category">{round.route.name}</strong>
        <span className={`tag tag-${tones[round.status]}`}>{round.statusLabel}</span>
      </p>
      <p className="case-facts">
        <span>{round.plannedAt ? `计划 ${timeOf(round.plannedAt)}` : `开始 ${timeOf(round.startedAt ?? "")}`}</span>
        {round.squad && <span>{round.squad}</span>}
        <span>
          点位 {round.ticked}/{round.needed}
        </span>
        {round.people.length > 0 && <span>{round.people.join("、")}</span>}
      </p>
      <div className="chips">
        {round.status === "planned" && (
          <Button
            size="small"
            color="primary"
            loading={begin.isPending}
            onClick={() => begin.mutate({ routeId: round.route.id, roundId: round.id }, { onError: failed })}
          >
            开始巡逻
          </Button>
        )}
        {round.status !== "planned" && (
          <Link to={to} className="chip">
            {round.status === "under-way" ? (round.mine ? "继续" : "加入") : "查看"}
          </Link>
        )}
      </div>
    </li>
  );
};

const Route = ({ route }: { route: PatrolRoute }) => {
  const begin = useBegin();
  return (
    <li className="card patrol-line">
      <span>
        <strong>{route.name}</strong>
        <br />
        <small>
          {route.kindLabel} · {route.points.length} 个点位
        </small>
      </span>
      <Button
        size="small"
        loading={begin.isPending}
        onClick={() => begin.mutate({ routeId: route.id }, { onError: failed })}
      >
        另巡一轮
      </Button>
    </li>
  );
};

const Patrols = () => {
  const [search] = useSearchParams();
  const code = search.get("code");
  const rounds = useInfiniteQuery(myRounds);
  const routes = useQuery(myRoutes);
  return (
    <Page title="巡逻" back="/take-part">
      {code && (
        <p className="card patrol-scanned">已扫到点位码。请打开正在巡的一轮来打卡；还没有开始的，先点“开始巡逻”。</p>
      )}
      <MoreRows query={rounds} empty={<Empty title="近期没有要巡的" hint="您不在巡逻队里，或者今天没有安排。" />}>
        {(round) => <Round key={round.id} round={round} code={code} />}
      </MoreRows>
      <Loaded query={routes} lines={1}>
        {({ items }) => {
          const mine = items.filter(({ mayWalk }) => mayWalk);
          return mine.length === 0 ? null : (
            <>
              <h2 className="patrol-title">我能巡的路线</h2>
              <ul>
                {mine.map((route) => (
                  <Route key={route.id} route={route} />
                ))}
              </ul>
            </>
          );
        }}
      </Loaded>
    </Page>
  );
};
export default Patrols;
