/** 办理结果公示: what the place lays open of finished cases, newest first. */
import { casesApi, type Outcome } from "@ginkgo/shared/api/cases.ts";
import { useInfiniteQuery } from "@tanstack/react-query";
import Button from "antd-mobile/es/components/button";
import { EnvironmentOutline } from "antd-mobile-icons";
import { useState } from "react";
import { dayOf } from "../../ui/case/words.ts";
import { call } from "../../ui/net/client.ts";
import { Page } from "../../ui/Page.tsx";
import { Gallery } from "../../ui/photos/Gallery.tsx";
import { placeLevels } from "../../ui/place/levels.ts";
import { NodePicker, type PickedNode } from "../../ui/place/NodePicker.tsx";
import { Sheet } from "../../ui/Sheet.tsx";
import { useSession } from "../../ui/session.tsx";
import { Empty, Loaded } from "../../ui/states.tsx";
import "../../ui/case/case.css";
import "../../ui/form/form.css";
import "./outcomes.css";

const Published = ({ one }: { one: Outcome }) => (
  <li className="card">
    <div className="case-head">
      <h2 className="case-category outcome-title">{one.category ?? "办理结果"}</h2>
      <time className="outcome-day" dateTime={one.publishedAt}>
        {dayOf(one.publishedAt)}公示
      </time>
    </div>
    {one.words && <p className="outcome-asked">{one.words}</p>}
    <p className="outcome-text">{one.outcome}</p>
    {one.stars !== null && (
      <p>
        <span aria-hidden="true">{"★".repeat(one.stars)} </span>
        {one.stars} 星
      </p>
    )}
    <Gallery files={one.photos} />
    <p className="case-facts">
      {[one.no, one.community, one.address, one.reporter, `${dayOf(one.submittedAt)}提交`].map(
        (text) => text && <span key={text}>{text}</span>,
      )}
    </p>
  </li>
);

const Outcomes = () => {
  const { pack } = useSession();
  const [place, setPlace] = useState<PickedNode>();
  const [category, setCategory] = useState("");
  const [picking, setPicking] = useState(false);
  const query = useInfiniteQuery({
    queryKey: ["cases", "outcomes", place?.id, category],
    queryFn: ({ pageParam, signal }) =>
      call(
        casesApi.outcomes,
        {
          limit: 20,
          ...(place ? { under: place.id } : {}),
          ...(category ? { category } : {}),
          ...(pageParam ? { cursor: pageParam } : {}),
        },
        { signal },
      ),
    initialPageParam: "",
    getNextPageParam: (last) => last.nextCursor,
  });
  const { hasNextPage, fetchNextPage, isFetchingNextPage, isFetchNextPageError } = query;
  return (
    <Page title="办理结果公示" back="/">
      <div className="outcome-filters">
        <button type="button" className="chip" onClick={() => (place ? setPlace(undefined) : setPicking(true))}>
          <EnvironmentOutline /> {place ? `${place.name} ✕` : "全部社区"}
          {place && <span className="visually-hidden">，点一下看全部社区</span>}
        </button>
        <select
          className="chip"
          aria-label="类别"
          value={category}
          onChange={(event) => setCategory(event.target.value)}
        >
          <option value="">全部类别</option>
          {pack.categories.map((one) => (
            <option key={one.id} value={one.id}>
              {one.label}
            </option>
          ))}
        </select>
      </div>
      <Loaded query={query}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          return (
            <>
              {items.length === 0 && <Empty title="还没有公示的办理结果" />}
              <ul>
                {items.map((one) => (
                  <Published key={one.id} one={one} />
                ))}
              </ul>
              {hasNextPage && (
                <div className="case-more">
                  <Button block loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
                    {isFetchNextPageError ? "没能读到，再试一次" : "查看更多"}
                  </Button>
                </div>
              )}
            </>
          );
        }}
      </Loaded>
      <Sheet full title="看哪个社区？" open={picking} onClose={() => setPicking(false)}>
        <NodePicker
          levels={placeLevels(pack).slice(0, 2)}
          onPick={(node) => {
            setPlace(node);
            setPicking(false);
          }}
        />
      </Sheet>
    </Page>
  );
};
export default Outcomes;
