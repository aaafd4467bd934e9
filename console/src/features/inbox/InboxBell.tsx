import { BellOutlined } from "@ant-design/icons";
import { notifyApi } from "@ginkgo/shared/api/notify.ts";
import { Badge, Button } from "antd";
import { lazy, Suspense, useState } from "react";
import { useFetch } from "../../ui/api/hooks.ts";

const InboxDrawer = lazy(async () => ({ default: (await import("./InboxDrawer.tsx")).InboxDrawer }));

export const InboxBell = () => {
  const [opened, setOpened] = useState(false);
  const [open, setOpen] = useState(false);
  const unread = useFetch(notifyApi.inboxCount, {}).data?.unread ?? 0;
  return (
    <>
      <Badge count={unread} overflowCount={98} size="small" offset={[-3, 4]}>
        <Button
          type="text"
          icon={<BellOutlined />}
          aria-label={unread > 0 ? `消息，${unread} 条未读` : "消息"}
          onClick={() => {
            setOpened(true);
            setOpen(true);
          }}
        />
      </Badge>
      {opened ? (
        <Suspense>
          <InboxDrawer open={open} onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  );
};
