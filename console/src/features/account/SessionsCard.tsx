import { identityApi } from "@ginkgo/shared/api/identity.ts";
import { useQueryClient } from "@tanstack/react-query";
import { App, Button, Card, Popconfirm, Tag } from "antd";
import { detailOf } from "../../ui/api/client.ts";
import { keyOf, useChange, useFetch } from "../../ui/api/hooks.ts";
import { Loaded } from "../../ui/States.tsx";
import { ago, fullTime } from "../../ui/time.ts";
import { useNow } from "../../ui/useNow.ts";

const apps: Record<string, string> = { console: "工作台", mobile: "手机端", api: "程序接口" };

export const SessionsCard = () => {
  const sessions = useFetch(identityApi.mySessions, {});
  const queries = useQueryClient();
  const { message } = App.useApp();
  const now = useNow();
  const end = useChange(identityApi.endSession, () => {
    void message.success("那台设备已退出登录");
    void queries.invalidateQueries({ queryKey: keyOf(identityApi.mySessions) });
  });
  return (
    <Card id="sessions" title="登录设备">
      <Loaded query={sessions} rows={3}>
        {({ items }) => (
          <ul className="plain-list lined">
            {items.map((session) => (
              <li key={session.id} className="session">
                <div className="grow">
                  <div>
                    {session.device || "未知设备"} <Tag className="tag">{apps[session.app] ?? session.app}</Tag>
                    {session.current ? <Tag className="tag tag-done">本机</Tag> : null}
                  </div>
                  <div className="muted small">
                    登录于 {fullTime(session.createdAt)} · 最近使用 {ago(session.lastSeenAt, now)}
                  </div>
                </div>
                {session.current ? null : (
                  <Popconfirm
                    title="让这台设备退出登录？"
                    onConfirm={() =>
                      end.mutate({ sessionId: session.id }, { onError: (error) => void message.error(detailOf(error)) })
                    }
                  >
                    <Button size="small">退出</Button>
                  </Popconfirm>
                )}
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </Card>
  );
};
