import type { StoredFile } from "@ginkgo/shared/api/files.ts";
import { type Goods, type GoodsKind, goodsWords, shopApi } from "@ginkgo/shared/api/shop.ts";
import { Form, Input, InputNumber, Radio } from "antd";
import type { ReactNode } from "react";
import { useChange } from "../../ui/api/hooks.ts";
import { FormModal } from "../../ui/form/FormModal.tsx";
import { NodeSelect } from "../../ui/form/NodeSelect.tsx";
import { PhotoInput } from "../../ui/form/PhotoInput.tsx";

interface Common {
  name: string;
  detail?: string;
  price: number;
  perPerson?: number | null;
  photos?: StoredFile[];
}

const kinds = Object.entries(goodsWords).map(([value, label]) => ({ value, label }));

const CommonFields = ({ stock }: { stock?: ReactNode }) => (
  <>
    <Form.Item name="name" label="名称" rules={[{ required: true, whitespace: true, message: "请填写名称" }]}>
      <Input maxLength={40} autoComplete="off" />
    </Form.Item>
    <Form.Item name="detail" label="说明" extra="规格、领取时间、需要带什么。">
      <Input.TextArea rows={2} maxLength={500} showCount />
    </Form.Item>
    <Form.Item name="price" label="需要多少积分" rules={[{ required: true, message: "请填写积分" }]}>
      <InputNumber min={1} max={100_000} precision={0} suffix="分" />
    </Form.Item>
    {stock}
    <Form.Item name="perPerson" label="每人每年限兑" extra="不填为不限。">
      <InputNumber min={1} max={1000} precision={0} suffix="份" />
    </Form.Item>
    <Form.Item name="photos" label="照片" extra="可不填，最多 3 张。">
      <PhotoInput max={3} />
    </Form.Item>
  </>
);

const common = ({ name, detail = "", price, perPerson, photos = [] }: Common) => ({
  name,
  detail,
  price,
  perPerson: perPerson ?? null,
  photos: photos.map(({ id }) => id),
});

interface AddGoodsProps {
  readonly onDone: () => void;
  readonly onClose: () => void;
}

export const AddGoods = ({ onDone, onClose }: AddGoodsProps) => {
  const add = useChange(shopApi.addGoods, onDone);
  return (
    <FormModal<Common & { node: string; kind: GoodsKind; stock: number }>
      title="上架"
      okText="上架"
      pending={add.isPending}
      error={add.error}
      initial={{ kind: "goods", stock: 10 }}
      names={["node", "kind", "name", "detail", "price", "stock", "perPerson", "photos"]}
      onSubmit={({ node, kind, stock, ...rest }) => add.mutate({ node, kind, stock, ...common(rest) })}
      onClose={onClose}
    >
      <Form.Item name="node" label="在哪里领取" rules={[{ required: true, message: "请选择领取的地方" }]}>
        <NodeSelect placeholder="社区、驿站等" />
      </Form.Item>
      <Form.Item name="kind" label="物品还是服务">
        <Radio.Group options={kinds} />
      </Form.Item>
      <CommonFields
        stock={
          <Form.Item name="stock" label="有多少份" rules={[{ required: true, message: "请填写数量" }]}>
            <InputNumber min={0} max={100_000} precision={0} suffix="份" />
          </Form.Item>
        }
      />
    </FormModal>
  );
};

interface EditGoodsProps extends AddGoodsProps {
  readonly goods: Goods;
  /** Someone else was faster: the shelf is read again, what was typed stays. */
  readonly onAgain: () => void;
}

export const EditGoods = ({ goods, onDone, onAgain, onClose }: EditGoodsProps) => {
  const update = useChange(shopApi.updateGoods, onDone);
  return (
    <FormModal<Common>
      title={`修改“${goods.name}”`}
      okText="保存"
      pending={update.isPending}
      error={update.error}
      initial={{ ...goods }}
      names={["name", "detail", "price", "perPerson", "photos"]}
      onSubmit={(values) =>
        update.mutate({ goodsId: goods.id, version: goods.version, ...common(values) }, { onError: onAgain })
      }
      onClose={onClose}
    >
      <CommonFields />
    </FormModal>
  );
};
