/** 我的积分: whether one takes part, what there is, and every deed it came from. */
import { bookingWords, type MyPoints, type PointEntry, pointsApi, takenBackWords } from "@ginkgo/shared/api/points.ts";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { RightOutline } from "antd-mobile-icons";
import { Link } from "react-router";
import { dayOf } from "../../ui/case/words.ts";
import { confirm, toast } from "../../ui/feedback.ts";
import { More } from "../../ui/More.tsx";
import { problemOf } from "../../ui/net/client.ts";
import { Page } from "../../ui/Page.tsx";
import { Empty, Loaded } from "../../ui/states.tsx";
import { Join } from "./Join.tsx";
import { myEntries, myPoints } from "./queries.ts";
import { Rules } from "./Rules.tsx";
import { usePointsChange } from "./use-change.ts";
import { signed } from "./words.ts";
import "../../ui/case/case.css";
import "../../ui/form/form.css";
import "./points.css";

const Line = ({ entry }: { entry: PointEntry }) => (
  <li>
    <Link to={`/points/entries/${entry.id}`} className="points-line">
      <span className="points-line-words">
        {entry.words}
        <small>
          {bookingWords[entry.kind]} · {dayOf(entry.doneAt)}
          {entry.reversedBy && ` · ${takenBackWords(entry.kind)}`}
        </small>
      </span>
      <b className={entry.points > 0 ? "points-plus" : undefined}>{signed(entry.points)}</b>
      <RightOutline />
    </Link>
  </li>
);

const Entries = () => {
  const query = useInfiniteQuery(myEntries);
  return (
    <section className="card points-entries">
      <h2 className="points-title">明细</h2>
      <Loaded query={query} lines={2}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          if (items.length === 0) return <Empty title="还没有积分" hint="您做的服务得到确认以后，会记在这里。" />;
          return (
            <ul>
              {items.map((entry) => (
                <Line key={entry.id} entry={entry} />
              ))}
            </ul>
          );
        }}
      </Loaded>
      <More query={query} />
    </section>
  );
};

const Balance = ({ mine }: { mine: MyPoints }) => (
  <section className="points-balance">
    <p>{mine.joined ? "现有积分" : "保留的积分"}</p>
    <strong>{mine.balance}</strong>
    {mine.balance < 0 && <p>有一笔记错的被冲回了，而积分已经用掉，所以是负数。</p>}
    <p>
      {mine.joined
        ? mine.community
          ? `您做的事，${mine.community.name}也会认可`
          : "在“我—住址”里选了住处，居住地社区才能认可"
        : "您已经退出，新做的事不再计分"}
    </p>
  </section>
);

const Links = ({ mine }: { mine: MyPoints }) => (
  <ul className="card points-links">
    {mine.shop && (
      <>
        <li>
          <Link to="/points/shop">
            <span>{mine.shop.label}</span>
            <RightOutline />
          </Link>
        </li>
        <li>
          <Link to="/points/redemptions">
            <span>我的兑换和领取码</span>
            <RightOutline />
          </Link>
        </li>
      </>
    )}
    {mine.ranking && mine.joined && (
      <li>
        <Link to="/points/ranking">
          <span>积分榜（自愿上榜）</span>
          <RightOutline />
        </Link>
      </li>
    )}
    <li>
      <Link to="/points/requests">
        <span>少记了、记错了？申请更正</span>
        <RightOutline />
      </Link>
    </li>
    <li>
      <a href="/api/v1/points/mine/entries.xlsx?app=mobile" download>
        <span>下载我的积分明细（Excel）</span>
        <RightOutline />
      </a>
    </li>
  </ul>
);

const Leaving = ({ mine }: { mine: MyPoints }) => {
  const leave = usePointsChange(pointsApi.leave, () => void toast("已退出", "success"));
  const rank = usePointsChange(pointsApi.setRanked);
  const failed = (error: Error) => void toast(problemOf(error).detail, "fail");
  const ask = async () => {
    const text = "退出以后新做的事不再计分。已有的积分还是您的，仍然可以兑换，也可以随时再加入。";
    if (await confirm(`退出${mine.label}`, text, "退出")) leave.mutate({}, { onError: failed });
  };
  return (
    <ul className="card points-links">
      {mine.ranking && (
        <li>
          <button
            type="button"
            role="switch"
            aria-checked={mine.ranked}
            disabled={rank.isPending}
            onClick={() => rank.mutate({ ranked: !mine.ranked }, { onError: failed })}
          >
            <span>
              让我的名字出现在积分榜上
              <small>只有上榜的人会被看到；随时可以关掉</small>
            </span>
            <b>{mine.ranked ? "已打开" : "已关闭"}</b>
          </button>
        </li>
      )}
      <li>
        <button type="button" disabled={leave.isPending} onClick={() => void ask()}>
          <span>退出{mine.label}</span>
          <RightOutline />
        </button>
      </li>
    </ul>
  );
};

const Points = () => {
  const query = useQuery(myPoints);
  return (
    <Page title={query.data?.label ?? "积分"} back="/me">
      <Loaded query={query}>
        {(mine) =>
          mine.joinedAt === null ? (
            <Join mine={mine} />
          ) : (
            <>
              <Balance mine={mine} />
              {!mine.joined && <Join mine={mine} />}
              <Links mine={mine} />
              <Entries />
              <Rules rules={mine.rules} />
              {mine.joined && <Leaving mine={mine} />}
            </>
          )
        }
      </Loaded>
    </Page>
  );
};
export default Points;
