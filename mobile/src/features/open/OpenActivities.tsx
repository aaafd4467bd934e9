import { moment } from "@ginkgo/shared/activity-words.ts";
import { activitiesApi } from "@ginkgo/shared/api/activities.ts";
import { useInfiniteQuery } from "@tanstack/react-query";
import Button from "antd-mobile/es/components/button";
import { ClockCircleOutline, EnvironmentOutline } from "antd-mobile-icons";
import { Link } from "react-router";
import { call } from "../../ui/net/client.ts";
import { Loaded } from "../../ui/states.tsx";
import type { SectionProps } from "./section.ts";
import "../../ui/case/case.css";
import "./open.css";

/** Public activities that recruit now; a place that has none shows nothing. */
export const OpenActivities = ({ tenant, under }: SectionProps) => {
  const input = { tenant, ...(under ? { under } : {}) };
  const query = useInfiniteQuery({
    queryKey: ["open", "activities", input],
    queryFn: ({ pageParam, signal }) =>
      call(activitiesApi.publicList, { limit: 10, ...input, ...(pageParam ? { cursor: pageParam } : {}) }, { signal }),
    initialPageParam: "",
    getNextPageParam: (last) => last.nextCursor,
  });
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  if (query.data && items.length === 0) return null;
  return (
    <section aria-label="可以报名的活动">
      <h2 className="open-title">可以报名的活动</h2>
      <Loaded query={query} lines={2}>
        {() => (
          <>
            <ul>
              {items.map((one) => (
                <li key={one.code} className="card case-card">
                  <Link to={`/a/${one.code}?place=${tenant}`} className="case-link">
                    <div className="case-head">
                      <span className="case-category">{one.title}</span>
                      <span className="open-free">
                        {one.signUp === "open" ? `余 ${one.places - one.taken} 个名额` : "可候补"}
                      </span>
                    </div>
                    <p className="case-words">{one.words}</p>
                    <p className="case-facts">
                      <span>{one.kindLabel}</span>
                      <span>
                        <ClockCircleOutline /> {moment(one.startsAt)}
                      </span>
                      <span>
                        <EnvironmentOutline /> {one.venue}
                      </span>
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
