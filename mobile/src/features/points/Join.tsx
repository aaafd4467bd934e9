/** What taking part means, before anyone says yes. */
import { type MyPoints, pointsApi } from "@ginkgo/shared/api/points.ts";
import Button from "antd-mobile/es/components/button";
import { toast } from "../../ui/feedback.ts";
import { Refusal } from "../../ui/states.tsx";
import { Rules } from "./Rules.tsx";
import { usePointsChange } from "./use-change.ts";

export const Join = ({ mine }: { mine: MyPoints }) => {
  const join = usePointsChange(pointsApi.join, () => void toast("已加入，从现在起做的事会计分", "success"));
  const before = mine.joinedAt !== null;
  return (
    <>
      <section className="card">
        <h2 className="points-title">{before ? `再次加入${mine.label}` : `${mine.label}是什么`}</h2>
        {before ? null : (
          <p>您为邻里做了事，得到确认后会记一些积分，{mine.shop ? "可以换一点东西或服务，" : ""}算是一声谢谢。</p>
        )}
        <ul className="points-promises">
          <li>
            <b>自愿</b>：不加入，一样可以参加服务、办事、反映问题。
          </li>
          <li>
            <b>随时退出</b>：退出以后不再计分，已有的还是您的。
          </li>
          <li>
            <b>只有您自己看得到</b>：{mine.ranking ? "您愿意，才会出现在积分榜上。" : "不排名。"}
          </li>
          <li>
            <b>只加不扣</b>：记错的会冲回，并告诉您原因。
          </li>
          <li>
            <b>不用于考核</b>：对任何人都不作评价依据。
          </li>
          <li>加入以后做的事才计分，以前做的不补。</li>
        </ul>
        <Refusal error={join.error} />
        <Button block color="primary" loading={join.isPending} onClick={() => join.mutate({})}>
          {before ? "再次加入" : "自愿加入"}
        </Button>
      </section>
      {before ? null : <Rules rules={mine.rules} />}
    </>
  );
};
