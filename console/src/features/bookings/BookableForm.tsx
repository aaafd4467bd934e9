/** A room or service: what is not filled in is as the pack has it for its kind. */
import { type Bookable, bookingsApi } from "@ginkgo/shared/api/bookings.ts";
import { useQueryClient } from "@tanstack/react-query";
import { App, Form, Input, InputNumber, Select, Switch } from "antd";
import { useState } from "react";
import { keyOf, useChange } from "../../ui/api/hooks.ts";
import { usePack } from "../../ui/api/session.ts";
import { FormModal } from "../../ui/form/FormModal.tsx";
import { HoursInput } from "../../ui/form/HoursInput.tsx";
import { NodeSelect } from "../../ui/form/NodeSelect.tsx";
import { PeopleSelect } from "../../ui/form/PeopleSelect.tsx";

type Settings = Pick<Bookable, "name" | "hours" | "slotMinutes" | "mostSlots" | "aheadDays" | "confirm" | "rules"> & {
  people: string[];
  open: boolean;
};
type Values = Settings & { kind: string; nodeId: string };

interface BookableFormProps {
  readonly place?: Bookable;
  readonly onSaved: (place: Bookable) => void;
  readonly onClose: () => void;
}

const Fields = ({ place }: { place?: Bookable | undefined }) => (
  <>
    <Form.Item label="开放时间" required>
      <HoursInput name="hours" />
    </Form.Item>
    <div className="form-pair">
      <Form.Item name="slotMinutes" label="一个时段多长" rules={[{ required: true, message: "请填写" }]}>
        <InputNumber min={10} max={480} step={10} precision={0} suffix="分钟" />
      </Form.Item>
      <Form.Item name="mostSlots" label="一次最多约几段" rules={[{ required: true, message: "请填写" }]}>
        <InputNumber min={1} max={48} precision={0} suffix="段" />
      </Form.Item>
      <Form.Item name="aheadDays" label="最多提前" rules={[{ required: true, message: "请填写" }]}>
        <InputNumber min={1} max={180} precision={0} suffix="天" />
      </Form.Item>
      <Form.Item name="confirm" label="需要确认" valuePropName="checked">
        <Switch />
      </Form.Item>
    </div>
    <Form.Item name="people" label="负责的人" extra="预约会告诉他们；上门服务由他们中的一位前往。">
      <PeopleSelect known={place?.people ?? []} most={30} />
    </Form.Item>
    <Form.Item name="rules" label="使用规定">
      <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={1000} />
    </Form.Item>
    {place ? (
      <Form.Item name="open" label="开放预约" valuePropName="checked" extra="停用后不能再约，已有的预约不变。">
        <Switch />
      </Form.Item>
    ) : null}
  </>
);

const names: (keyof Values)[] = [
  "kind",
  "nodeId",
  "name",
  "hours",
  "slotMinutes",
  "mostSlots",
  "aheadDays",
  "confirm",
  "people",
  "rules",
];

export const BookableForm = ({ place, onSaved, onClose }: BookableFormProps) => {
  const { message } = App.useApp();
  const queries = useQueryClient();
  const kinds = usePack()?.participation.bookables ?? [];
  const [kind, setKind] = useState(place?.kind ?? (kinds.length === 1 ? kinds[0]?.id : undefined));
  const chosen = kinds.find(({ id }) => id === kind);
  const saved = (after: Bookable) => {
    void queries.invalidateQueries({ queryKey: keyOf(bookingsApi.bookables) });
    void queries.invalidateQueries({ queryKey: keyOf(bookingsApi.week) });
    void message.success("已保存");
    onSaved(after);
    onClose();
  };
  const add = useChange(bookingsApi.addBookable, saved);
  const change = useChange(bookingsApi.changeBookable, saved);
  const pending = add.isPending || change.isPending;
  const error = add.error ?? change.error;
  if (place)
    return (
      <FormModal<Values>
        title={`修改“${place.name}”`}
        okText="保存"
        pending={pending}
        error={error}
        initial={{ ...place, people: place.people.map(({ id }) => id) }}
        names={names}
        onSubmit={(values) =>
          change.mutate({ placeId: place.id, version: place.version, ...values, rules: values.rules ?? "" })
        }
        onClose={onClose}
      >
        <Form.Item name="name" label="名称" rules={[{ required: true, whitespace: true, message: "请填写名称" }]}>
          <Input maxLength={60} />
        </Form.Item>
        <Fields place={place} />
      </FormModal>
    );
  return (
    <FormModal<Values>
      key={kind ?? "none"}
      title="新增场地或服务"
      okText="新增"
      pending={pending}
      error={error}
      initial={chosen ? { ...chosen, kind: chosen.id, people: [] } : {}}
      names={names}
      onSubmit={({ open: _open, ...values }) =>
        add.mutate({
          kind: values.kind,
          nodeId: values.nodeId,
          name: values.name,
          hours: values.hours,
          slotMinutes: values.slotMinutes,
          mostSlots: values.mostSlots,
          aheadDays: values.aheadDays,
          confirm: values.confirm,
          rules: values.rules ?? "",
          people: values.people,
        })
      }
      onClose={onClose}
    >
      <Form.Item
        name="kind"
        label="类别"
        rules={[{ required: true, message: "请选择类别" }]}
        extra={chosen?.description}
      >
        <Select options={kinds.map(({ id, label }) => ({ value: id, label }))} onChange={setKind} />
      </Form.Item>
      {chosen ? (
        <>
          <Form.Item name="nodeId" label="在哪里" rules={[{ required: true, message: "请选择在哪里" }]}>
            <NodeSelect tiers={chosen.tiers.join(",")} />
          </Form.Item>
          <Form.Item name="name" label="名称" rules={[{ required: true, whitespace: true, message: "请填写名称" }]}>
            <Input maxLength={60} placeholder="如：二楼议事厅" />
          </Form.Item>
          <Fields />
        </>
      ) : null}
    </FormModal>
  );
};
