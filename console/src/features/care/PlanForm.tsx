/** Whom to visit, how often, who goes. The person's data is sealed; it is asked for anew only if it changes. */
import { type CarePerson, type CareView, careApi } from "@ginkgo/shared/api/care.ts";
import { useQueryClient } from "@tanstack/react-query";
import { App, Form, Input, InputNumber, Select, Switch } from "antd";
import { useState } from "react";
import { keyOf, useChange } from "../../ui/api/hooks.ts";
import { tiersAs, usePack } from "../../ui/api/session.ts";
import { DayInput } from "../../ui/form/DayInput.tsx";
import { FormModal } from "../../ui/form/FormModal.tsx";
import { NodeSelect } from "../../ui/form/NodeSelect.tsx";
import { PeopleSelect } from "../../ui/form/PeopleSelect.tsx";

interface Values {
  kind: string;
  nodeId: string;
  everyDays: number;
  firstOn?: string;
  visitors?: string[];
  teamId?: string;
  person?: Partial<CarePerson>;
}

interface PlanFormProps {
  readonly plan?: CareView;
  readonly onSaved: (plan: CareView) => void;
  readonly onClose: () => void;
}

const PersonFields = () => (
  <>
    <Form.Item
      name={["person", "name"]}
      label="姓名"
      rules={[{ required: true, whitespace: true, message: "请填写姓名" }]}
    >
      <Input maxLength={30} autoComplete="off" />
    </Form.Item>
    <div className="form-pair">
      <Form.Item name={["person", "phone"]} label="电话">
        <Input maxLength={20} inputMode="tel" autoComplete="off" />
      </Form.Item>
      <Form.Item name={["person", "address"]} label="地址">
        <Input maxLength={200} autoComplete="off" />
      </Form.Item>
      <Form.Item name={["person", "guardian"]} label="家属或监护人">
        <Input maxLength={30} autoComplete="off" />
      </Form.Item>
      <Form.Item name={["person", "guardianPhone"]} label="家属电话">
        <Input maxLength={20} inputMode="tel" autoComplete="off" />
      </Form.Item>
    </div>
    <Form.Item name={["person", "health"]} label="需要注意" extra="身体情况、用药、门锁等。加密保存，查看要写原因。">
      <Input.TextArea autoSize={{ minRows: 2 }} maxLength={500} />
    </Form.Item>
  </>
);

const whole = (person: Partial<CarePerson> | undefined): CarePerson => ({
  name: person?.name ?? "",
  phone: person?.phone ?? "",
  address: person?.address ?? "",
  health: person?.health ?? "",
  guardian: person?.guardian ?? "",
  guardianPhone: person?.guardianPhone ?? "",
});

export const PlanForm = ({ plan, onSaved, onClose }: PlanFormProps) => {
  const { message } = App.useApp();
  const queries = useQueryClient();
  const pack = usePack();
  const kinds = pack?.participation.cares ?? [];
  const [kindId, setKind] = useState(plan?.kind ?? kinds[0]?.id);
  const [anew, setAnew] = useState(false);
  const kind = kinds.find(({ id }) => id === kindId);
  const saved = (after: CareView) => {
    void queries.invalidateQueries({ queryKey: keyOf(careApi.plans) });
    void queries.invalidateQueries({ queryKey: keyOf(careApi.plan) });
    void queries.invalidateQueries({ queryKey: keyOf(careApi.counts) });
    void message.success("已保存");
    onSaved(after);
    onClose();
  };
  const add = useChange(careApi.addPlan, saved);
  const change = useChange(careApi.changePlan, saved);
  const submit = ({ person, ...values }: Values) => {
    const going = {
      everyDays: values.everyDays,
      visitors: values.visitors ?? [],
      teamId: values.teamId ?? null,
    };
    if (plan)
      change.mutate({
        planId: plan.id,
        version: plan.version,
        ...going,
        ...(anew ? { person: whole(person) } : {}),
      });
    else
      add.mutate({
        kind: values.kind,
        nodeId: values.nodeId,
        person: whole(person),
        ...going,
        ...(values.firstOn ? { firstOn: values.firstOn } : {}),
      });
  };
  return (
    <FormModal<Values>
      key={kindId ?? "none"}
      title={plan ? "修改走访安排" : "登记走访对象"}
      okText="保存"
      pending={add.isPending || change.isPending}
      error={add.error ?? change.error}
      initial={
        plan
          ? { everyDays: plan.everyDays, visitors: plan.visitors.map(({ id }) => id), teamId: plan.team?.id }
          : { kind: kindId ?? "", everyDays: kind?.everyDays ?? 7, visitors: [] }
      }
      names={["kind", "nodeId", "everyDays", "firstOn", "visitors", "teamId", "person"]}
      onSubmit={submit}
      onClose={onClose}
    >
      {plan ? null : (
        <>
          <Form.Item
            name="kind"
            label="类别"
            rules={[{ required: true, message: "请选择类别" }]}
            extra={kind?.description}
          >
            <Select options={kinds.map(({ id, label }) => ({ value: id, label }))} onChange={setKind} />
          </Form.Item>
          <Form.Item name="nodeId" label="住在哪里" rules={[{ required: true, message: "请选择住在哪里" }]}>
            <NodeSelect tiers={kind?.tiers.join(",")} />
          </Form.Item>
          <PersonFields />
        </>
      )}
      <div className="form-pair">
        <Form.Item name="everyDays" label="每几天一次" rules={[{ required: true, message: "请填写" }]}>
          <InputNumber min={1} max={365} precision={0} suffix="天" />
        </Form.Item>
        {plan ? null : (
          <Form.Item name="firstOn" label="第一次在哪天前">
            <DayInput />
          </Form.Item>
        )}
      </div>
      <Form.Item name="visitors" label="走访的人">
        <PeopleSelect known={plan?.visitors ?? []} most={20} />
      </Form.Item>
      <Form.Item name="teamId" label="或者由队伍走访" extra="队伍里的每个人都可以去。">
        <NodeSelect tiers={tiersAs(pack, "body")} />
      </Form.Item>
      {plan ? (
        <>
          <Form.Item label="重新填写个人信息" extra="原来的信息不在这里显示；要改就整份重新填。">
            <Switch checked={anew} onChange={setAnew} />
          </Form.Item>
          {anew ? <PersonFields /> : null}
        </>
      ) : null}
    </FormModal>
  );
};
