/** A route: its points in order, and when a round is due. */
import { DeleteOutlined, PlusOutlined } from "@ant-design/icons";
import { type PatrolRoute, type PatrolTime, patrolsApi } from "@ginkgo/shared/api/patrols.ts";
import { weekdayName } from "@ginkgo/shared/day.ts";
import { useQueryClient } from "@tanstack/react-query";
import { App, Button, Checkbox, Form, Input, Select, Switch } from "antd";
import { useState } from "react";
import { keyOf, useChange, useFetch } from "../../ui/api/hooks.ts";
import { usePack } from "../../ui/api/session.ts";
import { FormModal } from "../../ui/form/FormModal.tsx";
import { NodeSelect } from "../../ui/form/NodeSelect.tsx";

interface Point {
  id?: string;
  name: string;
  lng?: number | null;
  lat?: number | null;
}
interface Values {
  kind: string;
  nodeId: string;
  name: string;
  points: Point[];
  times?: PatrolTime[];
  open: boolean;
}

const weekdays = [1, 2, 3, 4, 5, 6, 7].map((value) => ({ value, label: weekdayName(value) }));

const Times = () => {
  const squads = useFetch(patrolsApi.squads, {}).data?.items.filter(({ open }) => open) ?? [];
  return (
    <Form.List name="times">
      {(fields, { add, remove }) => (
        <>
          {fields.map(({ key, name }) => (
            <div key={key} className="patrol-time">
              <Form.Item
                name={[name, "days"]}
                rules={[{ required: true, type: "array", min: 1, message: "请选择星期" }]}
              >
                <Checkbox.Group options={weekdays} />
              </Form.Item>
              <Form.Item name={[name, "at"]} rules={[{ required: true, message: "几点" }]}>
                <Input type="time" aria-label="几点" />
              </Form.Item>
              <Form.Item name={[name, "squadId"]} className="grow">
                <Select
                  allowClear
                  placeholder="哪个队；不填就都可以"
                  aria-label="哪个队"
                  options={squads.map(({ id, name: label }) => ({ value: id, label }))}
                />
              </Form.Item>
              <Button type="text" icon={<DeleteOutlined />} aria-label="删除这个时间" onClick={() => remove(name)} />
            </div>
          ))}
          <Button
            size="small"
            icon={<PlusOutlined />}
            onClick={() => add({ days: [1, 2, 3, 4, 5, 6, 7], at: "19:30", squadId: null })}
          >
            加一个时间
          </Button>
        </>
      )}
    </Form.List>
  );
};

const Points = () => (
  <Form.List name="points">
    {(fields, { add, remove }) => (
      <>
        {fields.map(({ key, name }, i) => (
          <div key={key} className="patrol-point">
            <span className="muted">{i + 1}</span>
            <Form.Item
              name={[name, "name"]}
              className="grow"
              rules={[{ required: true, whitespace: true, message: "请填写点位名称" }]}
            >
              <Input maxLength={40} placeholder="如：3 号楼消防通道" aria-label={`第 ${i + 1} 个点位`} />
            </Form.Item>
            <Button
              type="text"
              icon={<DeleteOutlined />}
              aria-label="删除这个点位"
              disabled={fields.length === 1}
              onClick={() => remove(name)}
            />
          </div>
        ))}
        <Button size="small" icon={<PlusOutlined />} onClick={() => add({ name: "" })}>
          加一个点位
        </Button>
      </>
    )}
  </Form.List>
);

export const RouteForm = ({ route, onClose }: { route?: PatrolRoute | undefined; onClose: () => void }) => {
  const { message } = App.useApp();
  const queries = useQueryClient();
  const kinds = usePack()?.participation.patrols ?? [];
  const [kindId, setKind] = useState(route?.kind ?? kinds[0]?.id);
  const kind = kinds.find(({ id }) => id === kindId);
  const saved = () => {
    void queries.invalidateQueries({ queryKey: keyOf(patrolsApi.routes) });
    void queries.invalidateQueries({ queryKey: keyOf(patrolsApi.rounds) });
    void queries.invalidateQueries({ queryKey: keyOf(patrolsApi.figures) });
    void message.success("已保存");
    onClose();
  };
  const add = useChange(patrolsApi.addRoute, saved);
  const change = useChange(patrolsApi.changeRoute, saved);
  const submit = (values: Values) => {
    const draft = {
      name: values.name,
      points: values.points.map(({ id, name, lng, lat }) => ({
        ...(id ? { id } : {}),
        name,
        lng: lng ?? null,
        lat: lat ?? null,
      })),
      times: (values.times ?? []).map(({ days, at, squadId }) => ({ days, at, squadId: squadId ?? null })),
    };
    if (route) change.mutate({ routeId: route.id, version: route.version, open: values.open, ...draft });
    else add.mutate({ kind: values.kind, nodeId: values.nodeId, ...draft });
  };
  return (
    <FormModal<Values>
      key={kindId ?? "none"}
      title={route ? `修改“${route.name}”` : "新建巡逻路线"}
      okText="保存"
      pending={add.isPending || change.isPending}
      error={add.error ?? change.error}
      initial={
        route ?? {
          kind: kindId ?? "",
          points: [{ name: "" }],
          times: (kind?.times ?? []).map((time) => ({ ...time, squadId: null })),
        }
      }
      names={["kind", "nodeId", "name", "points", "times", "open"]}
      onSubmit={submit}
      onClose={onClose}
    >
      {route ? null : (
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
        </>
      )}
      <Form.Item name="name" label="路线名称" rules={[{ required: true, whitespace: true, message: "请填写名称" }]}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item
        label="点位"
        required
        extra={kind && kind.points > 0 ? `巡到 ${kind.points} 个点位算完成一轮。` : "全部点位都巡到算完成一轮。"}
      >
        <Points />
      </Form.Item>
      <Form.Item label="什么时候巡" extra="到时间没有人去巡会提醒社区。不定时间的，随时可以巡。">
        <Times />
      </Form.Item>
      {route ? (
        <Form.Item name="open" label="在用" valuePropName="checked">
          <Switch />
        </Form.Item>
      ) : null}
    </FormModal>
  );
};
