import { claimsApi } from "@ginkgo/shared/api/claims.ts";
import { useInfiniteQuery } from "@tanstack/react-query";
import Button from "antd-mobile/es/components/button";
import { ClockCircleOutline, EnvironmentOutline } from "antd-mobile-icons";
import { useState } from "react";
import { Link } from "react-router";
import { timeOf } from "../../ui/case/words.ts";
import { useDelayed } from "../../ui/form/use-delayed.ts";
import { call } from "../../ui/net/client.ts";
import { Empty, Loaded } from "../../ui/states.tsx";
import type { SectionProps } from "./section.ts";
import "../../ui/case/case.css";
import "../../ui/form/form.css";
import "./open.css";

export const OpenClaimables = ({ tenant, under }: SectionProps) => {
  const [kind, setKind] = useState("");
  const [words, setWords] = useState("");
  const q = useDelayed(words.trim());
  const input = { tenant, ...(under ? { under } : {}), ...(kind ? { kind } : {}), ...(q ? { q } : {}) };
  const query = useInfiniteQuery({
    queryKey: ["open", "claimables", input],
    queryFn: ({ pageParam, signal }) =>
      call(
        claimsApi.publicClaimables,
        { limit: 20, ...input, ...(pageParam ? { cursor: pageParam } : {}) },
        { signal },
      ),
    initialPageParam: "",
    getNextPageParam: (last) => last.nextCursor,
  });
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  const kinds = query.data?.pages[0]?.kinds ?? [];
  return (
    <section aria-label="可以认领的">
      <h2 className="open-title">现在需要帮忙的</h2>
      <div className="open-filters">
        <input
          className="box"
          type="search"
          aria-label="搜索"
          placeholder="搜索名称、说明"
          maxLength={60}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
        {kinds.length > 1 && (
          <div className="chips">
            {kinds.map((one) => (
              <button
                key={one.id}
                type="button"
                className="chip"
                aria-pressed={one.id === kind}
                onClick={() => setKind(one.id === kind ? "" : one.id)}
              >
                {one.label}
              </button>
            ))}
          </div>
        )}
      </div>
      <Loaded query={query}>
        {() => (
          <>
            {items.length === 0 && <Empty title="现在没有可以认领的" hint="过几天再来看看。" />}
            <ul>
              {items.map((item) => (
                <li key={item.code} className="card case-card">
                  <Link to={`/c/${item.code}?place=${tenant}`} className="case-link">
                    <div className="case-head">
                      <span className="case-category">{item.title}</span>
                      <span className="open-free">余 {item.free} 个名额</span>
                    </div>
                    <p className="case-words">{item.words}</p>
                    <p className="case-facts">
                      <span>{item.kindLabel}</span>
                      <span>
                        <EnvironmentOutline /> {item.place}
                      </span>
                      {item.startsAt && (
                        <span>
                          <ClockCircleOutline /> {timeOf(item.startsAt)}
                        </span>
                      )}
                    </p>
                  </Link>
                </li>
              ))}
            </ul>
            {query.hasNextPage && (
              <div className="case-more">
                <Button block loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                  查看更多
                </Button>
              </div>
            )}
          </>
        )}
      </Loaded>
    </section>
  );
};
