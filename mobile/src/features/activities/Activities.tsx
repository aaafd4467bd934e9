/** 活动: what one may join, and what one has joined. */
import type { ActivityFilter } from "@ginkgo/shared/api/activities.ts";
import { useInfiniteQuery } from "@tanstack/react-query";
import { CalendarOutline, ClockCircleOutline, RightOutline } from "antd-mobile-icons";
import { useState } from "react";
import { Link, useSearchParams } from "react-router";
import { useDelayed } from "../../ui/form/use-delayed.ts";
import { More } from "../../ui/More.tsx";
import { Page } from "../../ui/Page.tsx";
import { useHomeNode } from "../../ui/place/home-name.ts";
import { tiersAs, useSession } from "../../ui/session.tsx";
import { Empty, Loaded } from "../../ui/states.tsx";
import { ActivityCard } from "./ActivityCard.tsx";
import { activityList } from "./queries.ts";
import "../../ui/form/form.css";
import "./activities.css";

type Box = ActivityFilter["box"];

const empties: Readonly<Record<string, { title: string; hint: string }>> = {
  open: { title: "现在没有符合条件的活动", hint: "换个条件看看，或者过几天再来。" },
  mine: { title: "您还没有报名", hint: "到“可以报名”里看看有什么活动。" },
  organised: { title: "您还没有组织过活动", hint: "在电脑上的工作台可以组织活动。" },
};

const Activities = () => {
  const { pack } = useSession();
  const [search, setSearch] = useSearchParams();
  const [words, setWords] = useState(search.get("q") ?? "");
  const q = useDelayed(words.trim());
  const kinds = pack.participation.activities;
  const hasHours = kinds.some((kind) => kind.hours === "record");
  const mayStart = kinds.some((kind) => kind.mayStart);
  const given = search.get("box");
  const box: Box = given === "mine" || given === "organised" ? given : "open";
  const kind = search.get("kind") ?? undefined;
  const free = search.get("free") === "yes";
  const near = search.get("near") === "yes";
  const home = useHomeNode().data;
  const communities = tiersAs(pack, "community");
  const community = home && [...home.trail, home].find((node) => communities.includes(node.tier));
  const set = (name: string, value: string | undefined) =>
    setSearch(
      (was) => {
        if (value) was.set(name, value);
        else was.delete(name);
        return was;
      },
      { replace: true },
    );
  const query = useInfiniteQuery(
    activityList({
      box,
      ...(q ? { q } : {}),
      ...(kind ? { kind } : {}),
      ...(free ? { free: "yes" as const } : {}),
      ...(near && community ? { under: community.id } : {}),
    }),
  );
  const empty = empties[box];
  return (
    <Page title="活动" back="/take-part">
      <div className="activity-links">
        <Link to="/activities/calendar" className="row-link">
          <span>
            <CalendarOutline /> 日历
          </span>
          <RightOutline />
        </Link>
        {hasHours && (
          <Link to="/activities/hours" className="row-link">
            <span>
              <ClockCircleOutline /> 时长证明
            </span>
            <RightOutline />
          </Link>
        )}
      </div>
      <div className="activity-filters">
        <fieldset className="chips" aria-label="范围">
          {(
            [
              ["open", "可以报名"],
              ["mine", "我报名的"],
              ...(mayStart ? [["organised", "我组织的"] as const] : []),
            ] as const
          ).map(([value, label]) => (
            <button
              key={value}
              type="button"
              className="chip"
              aria-pressed={value === box}
              onClick={() => set("box", value === "open" ? undefined : value)}
            >
              {label}
            </button>
          ))}
        </fieldset>
        <input
          className="box"
          type="search"
          aria-label="搜索活动"
          placeholder="搜索活动、地点"
          maxLength={60}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
        <fieldset className="chips" aria-label="筛选">
          {community && (
            <button
              type="button"
              className="chip"
              aria-pressed={near}
              onClick={() => set("near", near ? undefined : "yes")}
            >
              {community.name}
            </button>
          )}
          {box === "open" && (
            <button
              type="button"
              className="chip"
              aria-pressed={free}
              onClick={() => set("free", free ? undefined : "yes")}
            >
              还有名额
            </button>
          )}
          {kinds.map(({ id, label }) => (
            <button
              key={id}
              type="button"
              className="chip"
              aria-pressed={id === kind}
              onClick={() => set("kind", id === kind ? undefined : id)}
            >
              {label}
            </button>
          ))}
        </fieldset>
      </div>
      <Loaded query={query}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          return items.length === 0 ? (
            <Empty title={empty?.title ?? "没有活动"} hint={empty?.hint ?? ""} />
          ) : (
            <ul>
              {items.map((one) => (
                <ActivityCard key={one.id} one={one} />
              ))}
            </ul>
          );
        }}
      </Loaded>
      <More query={query} />
    </Page>
  );
};
export default Activities;
