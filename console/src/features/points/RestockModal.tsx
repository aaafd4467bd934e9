import { type Goods, shopApi } from "@ginkgo/shared/api/shop.ts";
import { Form, Input, InputNumber } from "antd";
import { useChange } from "../../ui/api/hooks.ts";
import { FormModal } from "../../ui/form/FormModal.tsx";

interface RestockModalProps {
  readonly goods: Goods;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** By how much, not to how much: what people take meanwhile is not overwritten. */
export const RestockModal = ({ goods, onDone, onClose }: RestockModalProps) => {
  const restock = useChange(shopApi.restock, onDone);
  return (
    <FormModal<{ change: number; note: string }>
      title={`“${goods.name}”调整库存`}
      okText="调整"
      pending={restock.isPending}
      error={restock.error}
      names={["change", "note"]}
      onSubmit={(values) => restock.mutate({ goodsId: goods.id, ...values })}
      onClose={onClose}
    >
      <p className="muted">现在剩 {goods.stock} 份。</p>
      <Form.Item
        name="change"
        label="增加（减少填负数）"
        rules={[
          { required: true, message: "请填写增加或减少多少" },
          { validator: async (_rule, value) => (value === 0 ? Promise.reject(new Error("没有变化")) : undefined) },
        ]}
      >
        <InputNumber min={-goods.stock} max={100_000} precision={0} suffix="份" />
      </Form.Item>
      <Form.Item name="note" label="原因" rules={[{ required: true, whitespace: true, message: "请写明原因" }]}>
        <Input maxLength={200} placeholder="新到一批、盘点差异等" />
      </Form.Item>
    </FormModal>
  );
};
