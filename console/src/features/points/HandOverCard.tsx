import { type ShopRedemption, shopApi } from "@ginkgo/shared/api/shop.ts";
import { useQueryClient } from "@tanstack/react-query";
import { Alert, Button, Card, Form, Input, Modal } from "antd";
import { useState } from "react";
import { detailOf } from "../../ui/api/client.ts";
import { keyOf, useChange } from "../../ui/api/hooks.ts";
import { fullTime } from "../../ui/time.ts";

const codePattern = /^\d{4} ?\d{4}$/;

/** The code is typed in, what it stands for is shown, and only then is it handed over. */
export const HandOverCard = () => {
  const [form] = Form.useForm<{ code: string }>();
  const [found, setFound] = useState<{ readonly code: string; readonly one: ShopRedemption } | null>(null);
  const [handed, setHanded] = useState<ShopRedemption | null>(null);
  const queries = useQueryClient();
  const look = useChange(shopApi.look, (one) => setFound({ code: form.getFieldValue("code"), one }));
  const handOver = useChange(shopApi.handOver, (one) => {
    setFound(null);
    setHanded(one);
    form.resetFields();
    void queries.invalidateQueries({ queryKey: keyOf(shopApi.redemptions) });
  });
  const submit = ({ code }: { code: string }) => {
    setHanded(null);
    handOver.reset();
    look.mutate({ code });
  };
  return (
    <Card title="凭码领取" className="gap-below no-print">
      <Form form={form} layout="inline" className="point-code" onFinish={submit}>
        <Form.Item
          name="code"
          label="领取码"
          normalize={(text: string) => text.replace(/[^\d ]/g, "")}
          rules={[
            { required: true, message: "请输入领取码" },
            { pattern: codePattern, message: "领取码是 8 位数字" },
          ]}
        >
          <Input inputMode="numeric" autoComplete="off" maxLength={9} placeholder="8 位数字" />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={look.isPending}>
          查询
        </Button>
      </Form>
      {look.error ? <Alert className="gap-above" type="warning" showIcon title={detailOf(look.error)} /> : null}
      {handed ? (
        <Alert className="gap-above" type="success" showIcon title={`已交付：${handed.goods}（${handed.who}）`} />
      ) : null}
      {found ? (
        <Modal
          open
          title="确认交付"
          okText="已交给本人"
          cancelText="先不交付"
          mask={{ closable: false }}
          confirmLoading={handOver.isPending}
          onOk={() => handOver.mutate({ code: found.code })}
          onCancel={() => setFound(null)}
        >
          {handOver.error ? (
            <Alert className="gap-below" type="error" showIcon title={detailOf(handOver.error)} />
          ) : null}
          <p className="point-handed">{found.one.goods}</p>
          <p>
            兑换人 {found.one.who}，{found.one.points} 分，{fullTime(found.one.reservedAt)} 预留
          </p>
          <p className="muted">{found.one.place.name}。交付后不能撤回，请确认是本人或本人委托的人。</p>
        </Modal>
      ) : null}
    </Card>
  );
};
