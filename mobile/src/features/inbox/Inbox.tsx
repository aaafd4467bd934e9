import { type InboxItem, notifyApi } from "@ginkgo/shared/api/notify.ts";
import { noticePath } from "@ginkgo/shared/links.ts";
import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import Button from "antd-mobile/es/components/button";
import { Link } from "react-router";
import { ago } from "../../ui/case/words.ts";
import { toast } from "../../ui/feedback.ts";
import { call, problemOf } from "../../ui/net/client.ts";
import { Page } from "../../ui/Page.tsx";
import { Empty, Loaded } from "../../ui/states.tsx";
import "../../ui/case/case.css";
import "../../ui/form/form.css";
import "./inbox.css";

const Inbox = () => {
  const client = useQueryClient();
  const query = useInfiniteQuery({
    queryKey: ["inbox", "list"],
    queryFn: ({ pageParam }) => call(notifyApi.inbox, { limit: 30, ...(pageParam ? { cursor: pageParam } : {}) }),
    initialPageParam: "",
    getNextPageParam: (last) => last.nextCursor,
  });
  const read = useMutation({
    mutationFn: (ids: readonly string[] | undefined) => call(notifyApi.markRead, ids ? { ids: [...ids] } : {}),
    onSuccess: () => client.invalidateQueries({ queryKey: ["inbox"] }),
    onError: (error) => void toast(problemOf(error).detail, "fail"),
  });
  const allRead = query.data?.pages.every((page) => page.items.every((item) => item.read)) ?? true;
  return (
    <Page
      title="消息"
      right={
        !allRead && (
          <button
            type="button"
            className="plain-button"
            disabled={read.isPending}
            onClick={() => read.mutate(undefined)}
          >
            全部已读
          </button>
        )
      }
    >
      <Loaded query={query}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          if (items.length === 0) return <Empty title="还没有消息" hint="您反映的事有了进展，会在这里告诉您。" />;
          return (
            <ul>
              {items.map((item) => (
                <Message key={item.id} item={item} onOpen={() => !item.read && read.mutate([item.id])} />
              ))}
            </ul>
          );
        }}
      </Loaded>
      {query.hasNextPage && (
        <div className="case-more">
          <Button block loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            查看更多
          </Button>
        </div>
      )}
    </Page>
  );
};
export default Inbox;

const Message = ({ item, onOpen }: { item: InboxItem; onOpen: () => void }) => {
  const content = (
    <>
      <span className="message-head">
        <strong>
          {!item.read && <span className="new">新</span>}
          {item.weight === "urgent" && <span className="urgent">急</span>}
          {item.title}
        </strong>
        <time dateTime={item.at}>{ago(item.at)}</time>
      </span>
      <span className="message-text">{item.text}</span>
      {item.caseNo && <span className="message-no">编号 {item.caseNo}　点此查看</span>}
    </>
  );
  const to = noticePath(item);
  const className = item.read ? "card message" : "card message message-new";
  return (
    <li>
      {to ? (
        <Link to={to} className={className} onClick={onOpen}>
          {content}
        </Link>
      ) : (
        <button type="button" className={className} onClick={onOpen}>
          {content}
        </button>
      )}
    </li>
  );
};
