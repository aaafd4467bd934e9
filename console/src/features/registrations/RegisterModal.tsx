/** Registering on the console: a unit by who speaks for it, oneself, or, as the community, somebody who came by. */
import type { PackView } from "@ginkgo/shared/api/pack.ts";
import { type FreeTime, type RegistrationDetail, registrationsApi } from "@ginkgo/shared/api/registrations.ts";
import { Alert, App, Form, Input, Modal, Radio, Select, Switch } from "antd";
import { useEffect, useState } from "react";
import { useChange } from "../../ui/api/hooks.ts";
import { useMe, useRight } from "../../ui/api/session.ts";
import { answersOf, type FieldValues, FormFields } from "../../ui/form/FormFields.tsx";
import { NodeSelect } from "../../ui/form/NodeSelect.tsx";
import { showProblems } from "../../ui/form/problems.ts";
import { phoneRules } from "../../ui/form/rules.ts";
import { OfferFields } from "./OfferFields.tsx";

type Kind = PackView["participation"]["registrations"][number];

interface Values extends FieldValues {
  readonly node?: string;
  readonly body?: string;
  readonly unit?: string;
  readonly name?: string;
  readonly phone?: string;
  readonly skills?: string[];
  readonly free?: FreeTime[];
  readonly reachMeters?: number | null;
  readonly mostAtOnce?: number | null;
  readonly unitSees?: boolean;
}

const fields = ["node", "body", "unit", "person.name", "person.phone", "skills", "free"] as const;

interface RegisterModalProps {
  readonly kinds: readonly Kind[];
  readonly onDone: (one: RegistrationDetail) => void;
  readonly onClose: () => void;
}

export const RegisterModal = ({ kinds, onDone, onClose }: RegisterModalProps) => {
  const { message } = App.useApp();
  const me = useMe().data;
  const keeps = useRight("registration.edit");
  const [form] = Form.useForm<Values>();
  const [kindId, setKindId] = useState((kinds.find(({ who }) => who === "person") ?? kinds[0])?.id ?? "");
  const [forWhom, setForWhom] = useState<"other" | "self">(keeps ? "other" : "self");
  const [problems, setProblems] = useState<string[]>([]);
  const kind = kinds.find(({ id }) => id === kindId);
  const isPerson = kind?.who === "person";
  const entered = keeps && (!isPerson || forWhom === "other");
  const bodies = (me?.roles ?? []).filter(({ node }) => kind?.units.includes(node.tier)).map(({ node }) => node);
  const unit = Form.useWatch("unit", form);
  const send = useChange(registrationsApi.register, (one) => {
    void message.success(one.active ? "已登记在册" : "已提交，等社区确认");
    onDone(one);
  });
  useEffect(() => {
    setProblems(send.error ? showProblems(form, send.error, [...fields]) : []);
  }, [send.error, form]);

  const submit = (values: Values) => {
    if (!kind) return;
    const { node = "", body, unit: unitId, name, phone, skills, free, reachMeters, mostAtOnce, unitSees } = values;
    send.mutate({
      kind: kind.id,
      node,
      ...(kind.who === "unit" && body ? { body } : {}),
      ...(isPerson && unitId ? { unit: unitId } : {}),
      ...(isPerson && entered && name && phone ? { person: { name: name.trim(), phone } } : {}),
      skills: skills ?? [],
      free: free ?? [],
      reachMeters: reachMeters ?? null,
      mostAtOnce: mostAtOnce ?? null,
      unitSees: !entered && (unitSees ?? false),
      data: answersOf(kind.intake, values),
    });
  };

  return (
    <Modal
      open
      title="登记报到"
      okText={entered ? "登记在册" : "提交报到"}
      cancelText="取消"
      confirmLoading={send.isPending}
      mask={{ closable: false }}
      width={600}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      {problems.length > 0 ? (
        <Alert
          className="gap-below"
          type="error"
          showIcon
          title={problems[0]}
          description={problems.slice(1).join("；") || undefined}
        />
      ) : null}
      <Form form={form} layout="vertical" onFinish={submit} scrollToFirstError>
        <Form.Item label="报到类型" extra={kind?.description || undefined}>
          <Radio.Group
            value={kindId}
            onChange={(event) => setKindId(String(event.target.value))}
            options={kinds.map(({ id, label }) => ({ value: id, label }))}
          />
        </Form.Item>
        {isPerson && keeps ? (
          <Form.Item label="给谁登记">
            <Radio.Group
              value={forWhom}
              onChange={(event) => setForWhom(event.target.value === "self" ? "self" : "other")}
              options={[
                { value: "other", label: "来登记的人" },
                { value: "self", label: "我自己" },
              ]}
            />
          </Form.Item>
        ) : null}
        {isPerson && entered ? (
          <div className="form-columns">
            <Form.Item name="name" label="姓名" rules={[{ required: true, message: "请填写姓名" }]}>
              <Input maxLength={30} />
            </Form.Item>
            <Form.Item name="phone" label="手机号" rules={phoneRules} extra="没有账号的会同时开通">
              <Input inputMode="tel" maxLength={11} />
            </Form.Item>
          </div>
        ) : null}
        {kind?.who === "unit" ? (
          <Form.Item name="body" label="单位" rules={[{ required: true, message: "请选择单位" }]}>
            {keeps ? (
              <NodeSelect tiers={kind.units.join(",")} placeholder="输入单位名称" />
            ) : (
              <Select options={bodies.map(({ id, name }) => ({ value: id, label: name }))} placeholder="请选择" />
            )}
          </Form.Item>
        ) : null}
        <Form.Item
          name="node"
          label={isPerson ? "住在哪里" : "单位所在的社区"}
          rules={[{ required: true, message: "请选择报到的地方" }]}
        >
          <NodeSelect tiers={kind?.with.join(",")} placeholder={isPerson ? "输入社区或小区名称" : "输入社区名称"} />
        </Form.Item>
        {isPerson ? (
          <Form.Item name="unit" label="所在单位">
            <NodeSelect tiers={kind.units.join(",")} placeholder="输入单位名称，可不填" />
          </Form.Item>
        ) : null}
        <OfferFields key={kindId} person={isPerson ?? false} />
        {isPerson && !entered && unit && kind.unitSees === "records" ? (
          <Form.Item
            name="unitSees"
            label="同意单位查看我的参与记录"
            valuePropName="checked"
            extra="随时可以收回；不同意时单位只看到汇总数。"
          >
            <Switch />
          </Form.Item>
        ) : null}
        {kind ? <FormFields fields={kind.intake} /> : null}
      </Form>
    </Modal>
  );
};
