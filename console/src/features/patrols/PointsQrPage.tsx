/** The codes of a route's points, to be printed and put up; a lost or known one is renewed. */
import { patrolsApi } from "@ginkgo/shared/api/patrols.ts";
import { useQueryClient } from "@tanstack/react-query";
import { App, Button, Popconfirm } from "antd";
import { useParams } from "react-router";
import { detailOf } from "../../ui/api/client.ts";
import { keyOf, useChange, useFetch } from "../../ui/api/hooks.ts";
import { useMe } from "../../ui/api/session.ts";
import { QrSheet } from "../../ui/print/QrSheet.tsx";
import { EmptyState, Loaded } from "../../ui/States.tsx";

export const PointsQrPage = () => {
  const { routeId = "" } = useParams();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const query = useFetch(patrolsApi.routes, {});
  const tenant = useMe().data?.tenant ?? "";
  const renew = useChange(patrolsApi.renewCode, () => {
    void queries.invalidateQueries({ queryKey: keyOf(patrolsApi.routes) });
    void message.success("已换成新的码，请重新打印并替换");
  });
  return (
    <Loaded query={query}>
      {({ items }) => {
        const route = items.find(({ id }) => id === routeId);
        if (!route?.mayEdit) return <EmptyState text="没有这条路线，或者您不能打印它的点位码" />;
        return (
          <>
            <QrSheet
              tenant={tenant}
              cards={route.points.map(({ id, name, code }) => ({
                id,
                title: name,
                kind: route.name,
                place: `编码 ${code}`,
                path: `/patrols?code=${code}`,
                hint: "巡到这里，扫码打卡",
              }))}
            />
            <section className="section no-print">
              <h2>牌子丢了、码被人拍走了？</h2>
              <ul className="plain-list lined">
                {route.points.map(({ id, name }) => (
                  <li key={id} className="case-line">
                    <span className="grow wrap">{name}</span>
                    <Popconfirm
                      title="换一个新的码？旧的码马上失效。"
                      onConfirm={() =>
                        renew.mutate(
                          { routeId, pointId: id },
                          { onError: (error) => void message.error(detailOf(error)) },
                        )
                      }
                    >
                      <Button size="small">换新码</Button>
                    </Popconfirm>
                  </li>
                ))}
              </ul>
            </section>
          </>
        );
      }}
    </Loaded>
  );
};
