/** One of the goods: what it is, what it costs, where it is fetched; and spending points on it. */
import { type Goods, goodsWords, shopApi } from "@ginkgo/shared/api/shop.ts";
import { useQuery } from "@tanstack/react-query";
import Button from "antd-mobile/es/components/button";
import { useNavigate, useParams } from "react-router";
import { confirm } from "../../ui/feedback.ts";
import { Page } from "../../ui/Page.tsx";
import { Gallery } from "../../ui/photos/Gallery.tsx";
import { Loaded, Refusal } from "../../ui/states.tsx";
import { myPoints, oneGoods } from "./queries.ts";
import { usePointsChange } from "./use-change.ts";
import "../../ui/case/case.css";
import "../../ui/form/form.css";
import "./points.css";

/** Why it cannot be had now, in a few words on the button. */
const hindrance = (goods: Goods, balance: number, known: boolean): string | undefined => {
  if (goods.stock === 0) return "已兑完";
  if (known && balance < goods.price) return `还差 ${goods.price - balance} 分`;
  return undefined;
};

const GoodsPage = () => {
  const { goodsId = "" } = useParams();
  const navigate = useNavigate();
  const query = useQuery(oneGoods(goodsId));
  const mine = useQuery(myPoints).data;
  const redeem = usePointsChange(shopApi.redeem, () => navigate("/points/redemptions", { replace: true }));
  const goods = query.data;
  const days = mine?.shop?.holdDays;
  const ask = async ({ name, price, place }: Goods) => {
    const text = `用 ${price} 分兑换。会为您留 ${days ?? 7} 天，凭领取码到${place.name}领取；不想要了可以取消，积分退回。`;
    if (await confirm(`兑换“${name}”`, text, "兑换")) redeem.mutate({ goodsId, price });
  };
  const hindered = goods && hindrance(goods, mine?.balance ?? 0, mine !== undefined);
  return (
    <Page
      title="兑换"
      back="/points/shop"
      footer={
        goods && (
          <Button
            block
            color="primary"
            disabled={hindered !== undefined}
            loading={redeem.isPending}
            onClick={() => void ask(goods)}
          >
            {hindered ?? `用 ${goods.price} 分兑换`}
          </Button>
        )
      }
    >
      <Loaded query={query}>
        {(one) => (
          <>
            <section className="card">
              <Gallery files={one.photos} />
              <h2 className="goods-name">{one.name}</h2>
              <p>
                <strong className="goods-points">{one.price}</strong> 分
                <small className="goods-left">剩 {one.stock} 份</small>
              </p>
              {one.detail && <p className="points-words">{one.detail}</p>}
            </section>
            <dl className="card points-facts">
              <div>
                <dt>类型</dt>
                <dd>{goodsWords[one.kind]}</dd>
              </div>
              <div>
                <dt>在哪里领</dt>
                <dd>{[one.place.name, one.address].filter(Boolean).join("，")}</dd>
              </div>
              {one.perPerson !== null && (
                <div>
                  <dt>限兑</dt>
                  <dd>每人每年 {one.perPerson} 份</dd>
                </div>
              )}
              {mine && (
                <div>
                  <dt>我的积分</dt>
                  <dd>{mine.balance} 分</dd>
                </div>
              )}
            </dl>
            <div className="points-refusal">
              <Refusal error={redeem.error} />
            </div>
          </>
        )}
      </Loaded>
    </Page>
  );
};
export default GoodsPage;
