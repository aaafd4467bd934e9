/** What points can be spent on. */
import type { Goods } from "@ginkgo/shared/api/shop.ts";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { EnvironmentOutline, RightOutline } from "antd-mobile-icons";
import { useState } from "react";
import { Link } from "react-router";
import { More } from "../../ui/More.tsx";
import { Page } from "../../ui/Page.tsx";
import { placeLevels } from "../../ui/place/levels.ts";
import { NodePicker, type PickedNode } from "../../ui/place/NodePicker.tsx";
import { Sheet } from "../../ui/Sheet.tsx";
import { useSession } from "../../ui/session.tsx";
import { Empty, Loaded } from "../../ui/states.tsx";
import { myPoints, shelf } from "./queries.ts";
import "../../ui/case/case.css";
import "../../ui/form/form.css";
import "./points.css";

const Item = ({ goods }: { goods: Goods }) => {
  const [photo] = goods.photos;
  return (
    <li className="card goods-card">
      <Link to={`/points/shop/${goods.id}`} className="goods-link">
        {photo ? <img src={photo.thumbUrl ?? photo.url} alt="" loading="lazy" /> : null}
        <span className="goods-words">
          <b>{goods.name}</b>
          <span>
            <strong className="goods-points">{goods.price}</strong> 分
            {goods.stock > 0 ? (
              <small className="goods-left">剩 {goods.stock} 份</small>
            ) : (
              <small className="goods-left tag tag-stopped">已兑完</small>
            )}
          </span>
          <small className="points-soft">{goods.place.name}</small>
        </span>
        <RightOutline />
      </Link>
    </li>
  );
};

const Shop = () => {
  const { pack } = useSession();
  const mine = useQuery(myPoints).data;
  const [place, setPlace] = useState<PickedNode>();
  const [picking, setPicking] = useState(false);
  const query = useInfiniteQuery(shelf(place?.id));
  return (
    <Page
      title={pack.participation?.points?.shop ?? "兑换"}
      back="/points"
      right={
        <Link to="/points/redemptions" className="plain-button">
          领取码
        </Link>
      }
    >
      <div className="points-bar">
        <span>{mine && `我有 ${mine.balance} 分`}</span>
        <button type="button" className="chip" onClick={() => (place ? setPlace(undefined) : setPicking(true))}>
          <EnvironmentOutline /> {place ? `${place.name} ✕` : "全部兑换点"}
          {place && <span className="visually-hidden">，点一下看全部兑换点</span>}
        </button>
      </div>
      <Loaded query={query}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          if (items.length === 0)
            return <Empty title="现在没有可以兑换的" hint={place ? "换个地方看看。" : "上架以后会显示在这里。"} />;
          return (
            <ul>
              {items.map((goods) => (
                <Item key={goods.id} goods={goods} />
              ))}
            </ul>
          );
        }}
      </Loaded>
      <More query={query} />
      <Sheet full title="看哪里的兑换点？" open={picking} onClose={() => setPicking(false)}>
        <NodePicker
          levels={placeLevels(pack).slice(0, 2)}
          onPick={(node) => {
            setPlace(node);
            setPicking(false);
          }}
        />
      </Sheet>
    </Page>
  );
};
export default Shop;
