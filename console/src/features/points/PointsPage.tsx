/** What earns points here and why, and what is recognised at communities and units: sums, never persons. */
import { type MyPoints, pointsApi } from "@ginkgo/shared/api/points.ts";
import { Alert, Card } from "antd";
import { useFetch } from "../../ui/api/hooks.ts";
import { useRight } from "../../ui/api/session.ts";
import { PageHead } from "../../ui/PageHead.tsx";
import { Loaded } from "../../ui/States.tsx";
import { PointsNav } from "./PointsNav.tsx";
import { RecognisedCard } from "./RecognisedCard.tsx";
import "./points.css";

const Rules = ({ rules, ranking }: MyPoints) => (
  <Card title="怎样得到积分" className="flush gap-below">
    <ul className="plain-list">
      {rules.map(({ id, label, text }) => (
        <li key={id} className="point-rule">
          <strong>{label}</strong>
          <span className="muted">{text}</span>
        </li>
      ))}
    </ul>
    <ul className="point-principles">
      <li>自愿参加：本人加入以后做的事才计分，随时可以退出；已有的积分仍归本人。</li>
      <li>只增加，不扣分：登记有误的，用一笔相反的记录冲回，原来的记录不改。</li>
      <li>
        只有本人能看到自己的积分。
        {ranking ? "愿意上榜的人才会出现在积分榜上。" : "不排名。"}积分不用于任何考核。
      </li>
      <li>一件事在居住地和单位都认可的，两边各计一次；本人和全县（市、区）合计只算一次。</li>
    </ul>
  </Card>
);

export const PointsPage = () => {
  const mine = useFetch(pointsApi.mine, {}, { staleTime: 60_000 });
  const readsRules = useRight("pack.read");
  return (
    <>
      <PageHead title={mine.data?.label ?? "积分"} note="志愿者做过的事，看得见来处" />
      <PointsNav />
      <Loaded query={mine}>
        {(points) => (
          <>
            <Rules {...points} />
            <RecognisedCard />
            {readsRules ? (
              <Alert
                className="gap-above no-print"
                type="info"
                showIcon
                title="积分规则是地方规则的一部分，修改请到“规则”里起草，检查通过后发布。"
              />
            ) : null}
          </>
        )}
      </Loaded>
    </>
  );
};
