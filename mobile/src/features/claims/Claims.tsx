import type { ClaimList } from "@ginkgo/shared/api/claims.ts";
import type { Position } from "@ginkgo/shared/api/common.ts";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { AddOutline, RightOutline } from "antd-mobile-icons";
import { useState } from "react";
import { Link, useSearchParams } from "react-router";
import { toast } from "../../ui/feedback.ts";
import { useDelayed } from "../../ui/form/use-delayed.ts";
import { MoreRows } from "../../ui/MoreRows.tsx";
import { geolocate } from "../../ui/map/geolocate.ts";
import { Page } from "../../ui/Page.tsx";
import { useSession } from "../../ui/session.tsx";
import { Empty } from "../../ui/states.tsx";
import { ClaimableCard } from "./ClaimableCard.tsx";
import { claimableList, claimCounts } from "./queries.ts";
import { listLabels } from "./words.ts";
import "../../ui/form/form.css";
import "./claims.css";

const order: readonly ClaimList[] = ["need", "resource", "project"];

/** One's own first: what one claimed, and what is being done for oneself. */
const Mine = () => {
  const counts = useQuery(claimCounts).data;
  const rows = [
    { to: "/my-claims", label: "我认领的", count: counts?.myClaims ?? 0 },
    { to: "/my-claims?tab=own", label: "我发布的", count: counts?.own ?? 0 },
  ].filter(({ count }) => count > 0);
  return rows.map(({ to, label, count }) => (
    <Link key={to} to={to} className="row-link">
      <span>
        {label} <b>{count}</b>
      </span>
      <RightOutline />
    </Link>
  ));
};

const Claims = () => {
  const { pack } = useSession();
  const [search, setSearch] = useSearchParams();
  const [words, setWords] = useState("");
  const [at, setAt] = useState<Position>();
  const [locating, setLocating] = useState(false);
  const q = useDelayed(words.trim());
  const kinds = pack.participation.claimables;
  const lists = order.filter((list) => kinds.some((kind) => kind.list === list));
  const list = lists.find((one) => one === search.get("list")) ?? lists[0] ?? "need";
  const kind = kinds.find(({ id }) => id === search.get("kind"));
  const all = search.get("all") === "yes";
  const set = (changes: Readonly<Record<string, string | undefined>>) =>
    setSearch(
      (was) => {
        for (const [name, value] of Object.entries(changes))
          if (value) was.set(name, value);
          else was.delete(name);
        return was;
      },
      { replace: true },
    );
  const input = {
    list,
    ...(kind ? { kind: kind.id } : {}),
    ...(q ? { q } : {}),
    ...(all ? {} : { box: "open" as const }),
    ...(at ? { sort: "nearest" as const, lng: at[0], lat: at[1] } : {}),
  };
  const query = useInfiniteQuery(claimableList(input));
  const near = async () => {
    if (at) return setAt(undefined);
    setLocating(true);
    const fix = await geolocate();
    setLocating(false);
    if ("at" in fix) setAt(fix.at);
    else void toast(fix.refusal);
  };
  const putsUp = kinds.some((one) => one.mayStart);

  return (
    <Page
      title="认领"
      back="/take-part"
      right={
        putsUp && (
          <Link to={`/claims/new?list=${list}`} className="page-back">
            <AddOutline />
            发布
          </Link>
        )
      }
    >
      <Mine />
      <div className="claim-head">
        {lists.length > 1 && (
          <fieldset className="chips" aria-label="清单">
            {lists.map((one) => (
              <button
                key={one}
                type="button"
                className="chip"
                aria-pressed={one === list}
                onClick={() => set({ list: one, kind: undefined })}
              >
                {listLabels[one]}
              </button>
            ))}
          </fieldset>
        )}
        <input
          className="box"
          type="search"
          aria-label="搜索"
          placeholder="搜索名称、说明"
          maxLength={60}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
        <div className="chips">
          <button type="button" className="chip" aria-pressed={at !== undefined} onClick={() => void near()}>
            {locating ? "正在定位…" : "离我近的在前"}
          </button>
          <button
            type="button"
            className="chip"
            aria-pressed={!all}
            onClick={() => set({ all: all ? undefined : "yes" })}
          >
            只看可认领
          </button>
          {kinds
            .filter((one) => one.list === list)
            .map((one) => (
              <button
                key={one.id}
                type="button"
                className="chip"
                aria-pressed={one.id === kind?.id}
                onClick={() => set({ kind: one.id === kind?.id ? undefined : one.id })}
              >
                {one.label}
              </button>
            ))}
        </div>
      </div>
      <MoreRows
        query={query}
        empty={<Empty title="没有符合条件的" hint={all ? "换个条件试试。" : "也可以不勾选“只看可认领”，看看全部。"} />}
      >
        {(item) => <ClaimableCard key={item.id} item={item} />}
      </MoreRows>
    </Page>
  );
};
export default Claims;
