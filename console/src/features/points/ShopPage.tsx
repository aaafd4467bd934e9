/** A keeper's page: hand over against a code, what is on the shelf, and what has been put aside or given out. */
import { usePack } from "../../ui/api/session.ts";
import { PageHead } from "../../ui/PageHead.tsx";
import { GoodsCard } from "./GoodsCard.tsx";
import { HandOverCard } from "./HandOverCard.tsx";
import { PointsNav } from "./PointsNav.tsx";
import { RedemptionsCard } from "./RedemptionsCard.tsx";
import "./points.css";

export const ShopPage = () => {
  const shop = usePack()?.participation.points?.shop;
  return (
    <>
      <PageHead title={shop ?? "兑换"} note="凭领取码交付；取消和过期的，积分和库存自动退回" />
      <PointsNav />
      <HandOverCard />
      <GoodsCard />
      <RedemptionsCard />
    </>
  );
};
