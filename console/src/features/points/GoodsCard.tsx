import { PlusOutlined } from "@ant-design/icons";
import { type Goods, goodsWords, shopApi } from "@ginkgo/shared/api/shop.ts";
import { useQueryClient } from "@tanstack/react-query";
import { App, Button, Card, Image, Skeleton, Tag } from "antd";
import { useState } from "react";
import { detailOf } from "../../ui/api/client.ts";
import { keyOf, useChange, usePages } from "../../ui/api/hooks.ts";
import { MoreButton } from "../../ui/MoreButton.tsx";
import { EmptyState, ErrorState } from "../../ui/States.tsx";
import { AddGoods, EditGoods } from "./GoodsForms.tsx";
import { RestockModal } from "./RestockModal.tsx";

type Open = { readonly what: "add" } | { readonly what: "edit" | "restock"; readonly goods: Goods };

interface ItemProps {
  readonly goods: Goods;
  readonly pending: boolean;
  readonly onOpen: (open: Open) => void;
  readonly onShelf: () => void;
}

const Item = ({ goods, pending, onOpen, onShelf }: ItemProps) => {
  const [photo] = goods.photos;
  return (
    <li className="point-row point-goods">
      {photo ? (
        <Image width={64} height={64} alt="" src={photo.thumbUrl ?? photo.url} preview={{ src: photo.url }} />
      ) : (
        <span className="point-no-photo" aria-hidden="true" />
      )}
      <div className="grow">
        <p className="point-entry-head">
          <strong className="wrap">{goods.name}</strong>
          <Tag className="tag">{goodsWords[goods.kind]}</Tag>
          {goods.offered ? null : <Tag className="tag tag-stopped">已下架</Tag>}
          {goods.offered && goods.stock === 0 ? <Tag className="tag tag-waiting">已兑完</Tag> : null}
        </p>
        <p>
          {goods.price} 分 · 剩 {goods.stock} 份{goods.perPerson === null ? "" : ` · 每人每年限 ${goods.perPerson} 份`}{" "}
          · {goods.place.name}
        </p>
        {goods.detail ? <p className="muted small pre">{goods.detail}</p> : null}
        <div className="point-acts no-print">
          <Button size="small" onClick={() => onOpen({ what: "restock", goods })}>
            调整库存
          </Button>
          <Button size="small" onClick={() => onOpen({ what: "edit", goods })}>
            修改
          </Button>
          <Button size="small" loading={pending} onClick={onShelf}>
            {goods.offered ? "下架" : "重新上架"}
          </Button>
        </div>
      </div>
    </li>
  );
};

export const GoodsCard = () => {
  const [open, setOpen] = useState<Open | null>(null);
  const queries = useQueryClient();
  const { message } = App.useApp();
  const { query, items } = usePages(shopApi.goods, { shelf: "all", limit: 30 });
  const again = () => void queries.invalidateQueries({ queryKey: keyOf(shopApi.goods) });
  const changed = (text: string) => {
    void message.success(text);
    setOpen(null);
    again();
  };
  const shelf = useChange(shopApi.updateGoods, ({ offered }) => changed(offered ? "已重新上架" : "已下架"));
  return (
    <Card
      title="货架"
      className="flush gap-below"
      extra={
        <Button type="primary" icon={<PlusOutlined />} className="no-print" onClick={() => setOpen({ what: "add" })}>
          上架
        </Button>
      }
    >
      {query.isLoading ? <Skeleton className="state" active paragraph={{ rows: 4 }} /> : null}
      {query.error && items.length === 0 ? <ErrorState error={query.error} onRetry={() => query.refetch()} /> : null}
      {query.isSuccess && items.length === 0 ? <EmptyState text="货架上还没有东西，先上架一件物品或一项服务" /> : null}
      <ul className="plain-list" aria-busy={query.isPlaceholderData}>
        {items.map((goods) => (
          <Item
            key={goods.id}
            goods={goods}
            pending={shelf.isPending && shelf.variables?.goodsId === goods.id}
            onOpen={setOpen}
            onShelf={() =>
              shelf.mutate(
                { goodsId: goods.id, version: goods.version, offered: !goods.offered },
                {
                  onError: (error) => {
                    void message.warning(detailOf(error));
                    again();
                  },
                },
              )
            }
          />
        ))}
      </ul>
      <MoreButton query={query} any={items.length > 0} />
      {open?.what === "add" ? <AddGoods onDone={() => changed("已上架")} onClose={() => setOpen(null)} /> : null}
      {open?.what === "edit" ? (
        <EditGoods goods={open.goods} onDone={() => changed("已保存")} onAgain={again} onClose={() => setOpen(null)} />
      ) : null}
      {open?.what === "restock" ? (
        <RestockModal goods={open.goods} onDone={() => changed("库存已调整")} onClose={() => setOpen(null)} />
      ) : null}
    </Card>
  );
};
