import { BellOutlined, ExclamationCircleFilled } from "@ant-design/icons";
import { type InboxItem, notifyApi } from "@ginkgo/shared/api/notify.ts";
import { noticePath } from "@ginkgo/shared/links.ts";
import { useQueryClient } from "@tanstack/react-query";
import { Button, Drawer, Segmented, Skeleton } from "antd";
import { useState } from "react";
import { useNavigate } from "react-router";
import { keyOf, useChange, usePages } from "../../ui/api/hooks.ts";
import { MoreButton } from "../../ui/MoreButton.tsx";
import { EmptyState, ErrorState } from "../../ui/States.tsx";
import { ago } from "../../ui/time.ts";
import { useNow } from "../../ui/useNow.ts";

const Item = ({ item, onOpen }: { item: InboxItem; onOpen: () => void }) => {
  const now = useNow();
  return (
    <li>
      <button type="button" className={item.read ? "inbox-item" : "inbox-item inbox-unread"} onClick={onOpen}>
        {item.weight === "urgent" ? (
          <ExclamationCircleFilled className="danger" aria-label="紧急" />
        ) : (
          <BellOutlined className="muted" />
        )}
        <span className="grow">
          <span className="inbox-title">
            {item.title}
            {item.read ? null : <span className="inbox-new">未读</span>}
          </span>
          <span className="inbox-text">{item.text}</span>
          <span className="muted small">
            {ago(item.at, now)}
            {item.caseNo ? ` · ${item.caseNo}` : ""}
          </span>
        </span>
      </button>
    </li>
  );
};

export const InboxDrawer = ({ open, onClose }: { open: boolean; onClose: () => void }) => {
  const [unread, setUnread] = useState<"no" | "yes">("no");
  const queries = useQueryClient();
  const go = useNavigate();
  const { query, items } = usePages(notifyApi.inbox, { unread, limit: 30 }, { enabled: open });
  const mark = useChange(notifyApi.markRead, () => {
    void queries.invalidateQueries({ queryKey: keyOf(notifyApi.inbox) });
    void queries.invalidateQueries({ queryKey: keyOf(notifyApi.inboxCount) });
  });

  const openItem = (item: InboxItem) => {
    if (!item.read) mark.mutate({ ids: [item.id] });
    const to = noticePath(item);
    if (!to) return;
    onClose();
    void go(to);
  };

  return (
    <Drawer
      open={open}
      onClose={onClose}
      title="消息"
      size={420}
      styles={{ body: { padding: 0 } }}
      extra={
        <Button
          size="small"
          disabled={items.every((item) => item.read)}
          loading={mark.isPending}
          onClick={() => mark.mutate({})}
        >
          全部已读
        </Button>
      }
    >
      <div className="inbox-bar">
        <Segmented
          value={unread}
          onChange={setUnread}
          options={[
            { value: "no", label: "全部" },
            { value: "yes", label: "只看未读" },
          ]}
        />
      </div>
      {query.isLoading ? <Skeleton className="state" active /> : null}
      {query.error && items.length === 0 ? <ErrorState error={query.error} onRetry={() => query.refetch()} /> : null}
      {query.isSuccess && items.length === 0 ? (
        <EmptyState text={unread === "yes" ? "没有未读消息" : "还没有消息"} />
      ) : null}
      <ul className="plain-list">
        {items.map((item) => (
          <Item key={item.id} item={item} onOpen={() => openItem(item)} />
        ))}
      </ul>
      <MoreButton query={query} any={items.length > 0} />
    </Drawer>
  );
};
