import { orgApi } from "@ginkgo/shared/api/org.ts";
import { Timeline } from "antd";
import { useFetch } from "../../ui/api/hooks.ts";
import { EmptyState, Loaded } from "../../ui/States.tsx";
import { fullTime } from "../../ui/time.ts";

export const NodeHistory = ({ nodeId }: { nodeId: string }) => {
  const history = useFetch(orgApi.nodeHistory, { nodeId });
  return (
    <section className="section">
      <h2>变动记录</h2>
      <Loaded query={history} rows={3}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState text="还没有变动" />
          ) : (
            <Timeline
              items={items.map((change) => ({
                key: change.id,
                content: (
                  <>
                    <div>{change.summary}</div>
                    <div className="muted small">
                      {change.actor} · {fullTime(change.at)}
                    </div>
                    {change.note ? <div className="small">说明：{change.note}</div> : null}
                  </>
                ),
              }))}
            />
          )
        }
      </Loaded>
    </section>
  );
};
