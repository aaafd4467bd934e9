/** The secret address under which one's own calendar can be read in other programs. */
import { activitiesApi } from "@ginkgo/shared/api/activities.ts";
import { useQueryClient } from "@tanstack/react-query";
import { App, Button, Card, Typography } from "antd";
import { keyOf, useChange, useFetch } from "../../ui/api/hooks.ts";
import { fullTime } from "../../ui/time.ts";

export const FeedCard = () => {
  const query = useFetch(activitiesApi.feed, {});
  const queries = useQueryClient();
  const { message, modal } = App.useApp();
  const again = () => void queries.invalidateQueries({ queryKey: keyOf(activitiesApi.feed) });
  const renew = useChange(activitiesApi.renewFeed, () => {
    void message.success("已生成新的地址");
    again();
  });
  const drop = useChange(activitiesApi.dropFeed, () => {
    void message.success("已停用");
    again();
  });
  const path = query.data?.path;
  const since = query.data?.since;
  return (
    <Card title="在手机、电脑的日历里看" className="gap-above no-print">
      <p className="muted">
        在日历软件里“订阅日历”，填这个地址，报名的场次就会自动出现、自动更新。地址只属于您，不要发给别人。
      </p>
      {path ? (
        <>
          <Typography.Paragraph copyable={{ text: `${window.location.origin}${path}` }} className="pre small">
            {`${window.location.origin}${path}`}
          </Typography.Paragraph>
          <span className="shift-buttons">
            <Button
              loading={renew.isPending}
              onClick={() =>
                modal.confirm({
                  title: "换一个地址？",
                  content: "原来的地址马上失效，订阅过的日历要重新填。",
                  okText: "换地址",
                  cancelText: "取消",
                  onOk: () => renew.mutateAsync({}).catch((error: Error) => void message.error(error.message)),
                })
              }
            >
              换一个地址
            </Button>
            <Button
              danger
              loading={drop.isPending}
              onClick={() => drop.mutate({}, { onError: (error) => void message.error(error.message) })}
            >
              停用
            </Button>
            {since ? <span className="muted small">{fullTime(since)} 起使用</span> : null}
          </span>
        </>
      ) : (
        <Button
          loading={renew.isPending || query.isLoading}
          onClick={() => renew.mutate({}, { onError: (error) => void message.error(error.message) })}
        >
          生成订阅地址
        </Button>
      )}
    </Card>
  );
};
