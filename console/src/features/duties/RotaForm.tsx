/** The template of a rota: on which day, from when, how long, how many, who; and those who take turns. */
import { DeleteOutlined, PlusOutlined } from "@ant-design/icons";
import { dutiesApi, type Rota } from "@ginkgo/shared/api/duties.ts";
import { addDays, dayOf, weekdayName } from "@ginkgo/shared/day.ts";
import { useQueryClient } from "@tanstack/react-query";
import { Alert, App, Button, Form, Input, InputNumber, Radio, Select, Switch } from "antd";
import { useState } from "react";
import { keyOf, useChange } from "../../ui/api/hooks.ts";
import { usePack } from "../../ui/api/session.ts";
import { DayInput } from "../../ui/form/DayInput.tsx";
import { FormModal } from "../../ui/form/FormModal.tsx";
import { NodeSelect } from "../../ui/form/NodeSelect.tsx";
import { PeopleSelect } from "../../ui/form/PeopleSelect.tsx";

interface Line {
  onDay: number;
  from: string;
  minutes: number;
  label?: string;
  needed: number;
  people?: string[];
}
interface Values {
  kind: string;
  nodeId: string;
  name: string;
  place?: string;
  cycle: Rota["cycle"];
  startsOn: string;
  from: string;
  signUp?: boolean;
  turns?: string[];
  lines: Line[];
}

interface RotaFormProps {
  readonly rota?: Rota;
  readonly onSaved: (rota: Rota) => void;
  readonly onClose: () => void;
}

const daysOf = (cycle: Rota["cycle"]) =>
  cycle === "weekly"
    ? [1, 2, 3, 4, 5, 6, 7].map((value) => ({ value, label: weekdayName(value) }))
    : Array.from({ length: 31 }, (_, i) => ({ value: i + 1, label: i === 30 ? "31 日（月末）" : `${i + 1} 日` }));

const Lines = ({ cycle, known }: { cycle: Rota["cycle"]; known: Rota["turns"] }) => (
  <Form.List name="lines">
    {(fields, { add, remove }) => (
      <>
        {fields.map(({ key, name }) => (
          <div key={key} className="rota-line">
            <div className="rota-line-head">
              <Form.Item name={[name, "onDay"]} rules={[{ required: true, message: "哪一天" }]}>
                <Select aria-label="哪一天" options={daysOf(cycle)} />
              </Form.Item>
              <Form.Item name={[name, "from"]} rules={[{ required: true, message: "几点" }]}>
                <Input type="time" aria-label="从几点" />
              </Form.Item>
              <Form.Item name={[name, "minutes"]} rules={[{ required: true, message: "多久" }]}>
                <InputNumber min={10} max={1440} step={30} precision={0} suffix="分钟" aria-label="多久" />
              </Form.Item>
              <Form.Item name={[name, "needed"]} rules={[{ required: true, message: "几人" }]}>
                <InputNumber min={1} max={50} precision={0} suffix="人" aria-label="几个人" />
              </Form.Item>
              <Form.Item name={[name, "label"]}>
                <Input maxLength={30} placeholder="班次名，可不填" aria-label="班次名" />
              </Form.Item>
              <Button
                type="text"
                icon={<DeleteOutlined />}
                aria-label="删除这个班次"
                disabled={fields.length === 1}
                onClick={() => remove(name)}
              />
            </div>
            <Form.Item name={[name, "people"]}>
              <PeopleSelect known={known} placeholder="固定由谁值；不填就按顺序轮流或等人报名" most={50} />
            </Form.Item>
          </div>
        ))}
        <Button
          size="small"
          icon={<PlusOutlined />}
          onClick={() => add({ onDay: 1, from: "09:00", minutes: 180, needed: 1, people: [] })}
        >
          加一个班次
        </Button>
      </>
    )}
  </Form.List>
);

const firstLine: Line = { onDay: 1, from: "09:00", minutes: 480, needed: 1, people: [] };

export const RotaForm = ({ rota, onSaved, onClose }: RotaFormProps) => {
  const { message } = App.useApp();
  const queries = useQueryClient();
  const kinds = usePack()?.participation.rotas ?? [];
  const [kindId, setKind] = useState(rota?.kind ?? kinds[0]?.id);
  const [cycle, setCycle] = useState<Rota["cycle"]>(rota?.cycle ?? "weekly");
  const kind = kinds.find(({ id }) => id === kindId);
  const saved = (after: Rota) => {
    void queries.invalidateQueries({ queryKey: keyOf(dutiesApi.rotas) });
    void queries.invalidateQueries({ queryKey: keyOf(dutiesApi.rota) });
    void queries.invalidateQueries({ queryKey: keyOf(dutiesApi.shifts) });
    void queries.invalidateQueries({ queryKey: keyOf(dutiesApi.board) });
    void message.success("已保存");
    onSaved(after);
    onClose();
  };
  const add = useChange(dutiesApi.addRota, saved);
  const change = useChange(dutiesApi.changeRota, saved);
  const known = rota ? [...rota.turns, ...rota.lines.flatMap(({ people }) => people)] : [];
  const today = dayOf(new Date());
  const submit = (values: Values) => {
    const draft = {
      name: values.name,
      place: values.place ?? "",
      signUp: values.signUp ?? false,
      turns: values.turns ?? [],
      lines: values.lines.map((line) => ({ ...line, label: line.label ?? "", people: line.people ?? [] })),
    };
    if (rota) change.mutate({ rotaId: rota.id, version: rota.version, from: values.from, ...draft });
    else
      add.mutate({
        kind: values.kind,
        nodeId: values.nodeId,
        cycle: values.cycle,
        startsOn: values.startsOn,
        ...draft,
      });
  };
  return (
    <FormModal<Values>
      title={rota ? `修改“${rota.name}”` : "新建值班表"}
      okText="保存"
      pending={add.isPending || change.isPending}
      error={add.error ?? change.error}
      initial={
        rota
          ? {
              ...rota,
              turns: rota.turns.map(({ id }) => id),
              lines: rota.lines.map((line) => ({ ...line, people: line.people.map(({ id }) => id) })),
              from: addDays(today, 1),
            }
          : { kind: kindId ?? "", cycle: "weekly", startsOn: today, lines: [firstLine], turns: [], signUp: false }
      }
      names={["kind", "nodeId", "name", "place", "cycle", "startsOn", "from", "signUp", "turns", "lines"]}
      onSubmit={submit}
      onClose={onClose}
    >
      {rota ? (
        <>
          <Alert
            className="gap-below"
            type="info"
            showIcon
            title="从选定的日子起，班次按新的安排重新生成；之前换过的班也会按新安排来，涉及的人会收到通知。"
          />
          <Form.Item name="from" label="从哪天起改" rules={[{ required: true, message: "请选择日期" }]}>
            <DayInput />
          </Form.Item>
        </>
      ) : (
        <>
          <Form.Item
            name="kind"
            label="类别"
            rules={[{ required: true, message: "请选择类别" }]}
            extra={kind?.description}
          >
            <Select options={kinds.map(({ id, label }) => ({ value: id, label }))} onChange={setKind} />
          </Form.Item>
          <Form.Item name="nodeId" label="在哪里" rules={[{ required: true, message: "请选择在哪里" }]}>
            <NodeSelect tiers={kind?.tiers.join(",")} />
          </Form.Item>
          <div className="form-pair">
            <Form.Item name="cycle" label="怎么排">
              <Radio.Group
                options={[
                  { value: "weekly", label: "按周" },
                  { value: "monthly", label: "按月" },
                ]}
                onChange={(event) => setCycle(event.target.value as Rota["cycle"])}
              />
            </Form.Item>
            <Form.Item name="startsOn" label="从哪天开始" rules={[{ required: true, message: "请选择日期" }]}>
              <DayInput />
            </Form.Item>
          </div>
        </>
      )}
      <div className="form-pair">
        <Form.Item name="name" label="名称" rules={[{ required: true, whitespace: true, message: "请填写名称" }]}>
          <Input maxLength={60} placeholder="如：服务窗口值班" />
        </Form.Item>
        <Form.Item name="place" label="地点">
          <Input maxLength={60} placeholder="如：一楼大厅" />
        </Form.Item>
      </div>
      {kind?.signUp ? (
        <Form.Item name="signUp" label="让人自己报名" valuePropName="checked">
          <Switch />
        </Form.Item>
      ) : null}
      <Form.Item label="班次" required>
        <Lines cycle={cycle} known={known} />
      </Form.Item>
      <Form.Item name="turns" label="轮流值班的人" extra="没有固定人员的班次，按这个顺序一个接一个轮。">
        <PeopleSelect known={known} most={200} />
      </Form.Item>
    </FormModal>
  );
};
