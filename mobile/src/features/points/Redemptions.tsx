/** What one has put aside, with the code to fetch it, and what became of earlier ones. */
import { type MyRedemption, type RedemptionStatus, redemptionWords, shopApi } from "@ginkgo/shared/api/shop.ts";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { timeOf } from "../../ui/case/words.ts";
import { confirm, toast } from "../../ui/feedback.ts";
import { More } from "../../ui/More.tsx";
import { problemOf } from "../../ui/net/client.ts";
import { Page } from "../../ui/Page.tsx";
import { Empty, Loaded } from "../../ui/states.tsx";
import { myRedemptions } from "./queries.ts";
import { usePointsChange } from "./use-change.ts";
import { spaced } from "./words.ts";
import "../../ui/case/case.css";
import "../../ui/form/form.css";
import "./points.css";

const tones: { readonly [S in RedemptionStatus]: string } = {
  reserved: "waiting",
  handed: "done",
  cancelled: "stopped",
  expired: "stopped",
};

const Redeemed = ({ one }: { one: MyRedemption }) => {
  const cancel = usePointsChange(shopApi.cancel, () => void toast("已取消，积分已退回", "success"));
  const ask = async () => {
    if (!(await confirm("取消兑换", `${one.points} 分会退回给您。`, "取消兑换", "再想想"))) return;
    cancel.mutate(
      { redemptionId: one.id, version: one.version },
      { onError: (error) => void toast(problemOf(error).detail, "fail") },
    );
  };
  return (
    <li className="card">
      <div className="case-head">
        <b>{one.goods}</b>
        <span className={`tag tag-${tones[one.status]}`}>{redemptionWords[one.status]}</span>
      </div>
      {one.code && (
        <div className="points-code">
          <p>领取码</p>
          <strong>{spaced(one.code)}</strong>
          <p>领取时报给工作人员，请不要告诉别人</p>
        </div>
      )}
      <p className="case-facts">
        {[
          `${one.points} 分`,
          one.place.name,
          one.status === "reserved" ? one.address : null,
          one.status === "reserved"
            ? `${timeOf(one.expiresAt)}前领取`
            : one.endedAt && `${timeOf(one.endedAt)}${redemptionWords[one.status]}`,
          one.reason && `原因：${one.reason}`,
        ].map((text) => text && <span key={text}>{text}</span>)}
      </p>
      {one.status === "reserved" && (
        <button type="button" className="plain-button" disabled={cancel.isPending} onClick={() => void ask()}>
          不要了，取消兑换
        </button>
      )}
    </li>
  );
};

const Redemptions = () => {
  const query = useInfiniteQuery(myRedemptions);
  return (
    <Page title="我的兑换" back="/points">
      <Loaded query={query}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          if (items.length === 0)
            return (
              <Empty title="还没有兑换过">
                <Link to="/points/shop" className="chip">
                  看看能换什么
                </Link>
              </Empty>
            );
          return (
            <ul>
              {items.map((one) => (
                <Redeemed key={one.id} one={one} />
              ))}
            </ul>
          );
        }}
      </Loaded>
      <More query={query} />
    </Page>
  );
};
export default Redemptions;
