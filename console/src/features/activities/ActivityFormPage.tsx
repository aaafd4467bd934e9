/** Organising an activity, another one of a series, or changing one that is there. */
import { type ActivityView, activitiesApi } from "@ginkgo/shared/api/activities.ts";
import type { Position } from "@ginkgo/shared/api/common.ts";
import { useQueryClient } from "@tanstack/react-query";
import { Alert, App, Button, Card, Form, Input, InputNumber, Radio, Select } from "antd";
import { useEffect, useState } from "react";
import { useNavigate, useParams, useSearchParams } from "react-router";
import { keyOf, useChange, useFetch } from "../../ui/api/hooks.ts";
import { tiersAs, useMe, usePack } from "../../ui/api/session.ts";
import { answersOf, type FieldValues, FormFields } from "../../ui/form/FormFields.tsx";
import { NodeSelect } from "../../ui/form/NodeSelect.tsx";
import { showProblems } from "../../ui/form/problems.ts";
import { MapView } from "../../ui/map/MapView.tsx";
import { PageHead } from "../../ui/PageHead.tsx";
import { BackButton } from "../../ui/print/BackButton.tsx";
import { Loaded } from "../../ui/States.tsx";
import { ShiftFields } from "./ShiftFields.tsx";
import { emptyShift, type ShiftValues, shiftsOf, shiftValues } from "./shiftValues.ts";
import "./activities.css";

interface Values {
  kind: string;
  node?: string;
  body?: string;
  title: string;
  words: string;
  venue: string;
  pin?: Position;
  minAge?: number;
  maxAge?: number;
  skills?: string[];
  health?: string;
  conditions?: string;
  insurance?: string;
  contact?: string;
  shifts: ShiftValues[];
  data?: FieldValues;
}

const names = [
  "kind",
  "node",
  "body",
  "title",
  "words",
  "venue",
  "minAge",
  "maxAge",
  "skills",
  "health",
  "conditions",
  "insurance",
  "contact",
];

/** What is there becomes the form; another of the series keeps the words and gets times of its own. */
const valuesOf = (one: ActivityView, again: boolean): Partial<Values> => ({
  kind: one.kind,
  node: one.node.id,
  body: one.owner?.body?.id,
  title: one.title,
  words: one.words,
  venue: one.venue,
  pin: one.at ?? undefined,
  minAge: one.minAge ?? undefined,
  maxAge: one.maxAge ?? undefined,
  skills: one.skills,
  health: one.health,
  conditions: one.conditions,
  insurance: one.insurance,
  contact: one.contact,
  shifts: again ? [emptyShift()] : one.shifts.filter(({ cancelled }) => !cancelled).map((shift) => shiftValues(shift)),
});

const ActivityForm = ({ known, again }: { known?: ActivityView; again?: boolean }) => {
  const [form] = Form.useForm<Values>();
  const go = useNavigate();
  const queries = useQueryClient();
  const { message } = App.useApp();
  const pack = usePack();
  const me = useMe().data;
  const [problems, setProblems] = useState<string[]>([]);
  const editing = known !== undefined && !again;
  const kinds = (pack?.participation.activities ?? []).filter((kind) => kind.mayStart || kind.id === known?.kind);
  const kindId = Form.useWatch("kind", { form, preserve: true }) ?? known?.kind;
  const kind = kinds.find(({ id }) => id === kindId);
  const pin = Form.useWatch("pin", { form, preserve: true });
  const node = Form.useWatch("node", { form, preserve: true });
  const bodyTiers = tiersAs(pack, "body");
  const ownBody = me?.roles.find(({ node: at }) => bodyTiers.split(",").includes(at.tier))?.node;
  const home = known?.node.id ?? me?.roles[0]?.node.id;

  const done = (id: string) => {
    void queries.invalidateQueries({ queryKey: keyOf(activitiesApi.list) });
    void queries.invalidateQueries({ queryKey: keyOf(activitiesApi.view) });
    void message.success(editing ? "已保存，报名的人会收到变化的通知" : "已保存，发布后开始招募");
    void go(`/activities/${id}`, { replace: true });
  };
  const create = useChange(activitiesApi.create, ({ id }) => done(id));
  const edit = useChange(activitiesApi.edit, ({ id }) => done(id));
  const error = create.error ?? edit.error;
  useEffect(() => setProblems(error ? showProblems(form, error, names) : []), [error, form]);

  const submit = (values: Values) => {
    const { kind: chosen, node: at, body, data, shifts, skills, ...rest } = values;
    const words = {
      ...rest,
      skills: kind?.skills ? (skills ?? []) : [],
      health: kind?.limits ? (rest.health ?? "") : "",
      minAge: kind?.limits ? (rest.minAge ?? undefined) : undefined,
      maxAge: kind?.limits ? (rest.maxAge ?? undefined) : undefined,
      shifts: shiftsOf(shifts),
    };
    if (editing) edit.mutate({ activityId: known.id, version: known.version, ...words });
    else
      create.mutate({
        kind: chosen,
        node: at ?? "",
        body,
        seriesOf: again ? known?.id : undefined,
        data: answersOf(kind?.intake ?? [], data ?? {}),
        ...words,
      });
  };
  const initial: Partial<Values> = known
    ? valuesOf(known, again ?? false)
    : { node: home, body: ownBody?.id, kind: kinds.length === 1 ? kinds[0]?.id : undefined, shifts: [emptyShift()] };

  return (
    <Card className="narrow-card">
      <Form<Values> form={form} layout="vertical" initialValues={initial} onFinish={submit} scrollToFirstError>
        {problems.length > 0 ? (
          <Alert
            className="gap-below"
            type="error"
            showIcon
            title={problems[0]}
            description={problems.slice(1).join("；") || undefined}
          />
        ) : null}
        <Form.Item
          name="kind"
          label="哪一类活动"
          rules={[{ required: true, message: "请选择活动类型" }]}
          extra={kind?.description}
        >
          <Radio.Group disabled={known !== undefined} options={kinds.map(({ id, label }) => ({ value: id, label }))} />
        </Form.Item>
        <Form.Item
          name="title"
          label="活动名称"
          rules={[{ required: true, whitespace: true, message: "请填写活动名称" }]}
        >
          <Input maxLength={60} showCount />
        </Form.Item>
        <Form.Item
          name="words"
          label="做什么、怎么做"
          rules={[{ required: true, whitespace: true, message: "请写写做什么" }]}
        >
          <Input.TextArea maxLength={3000} showCount autoSize={{ minRows: 4, maxRows: 14 }} />
        </Form.Item>
        {editing ? null : (
          <div className="activity-form-row">
            <Form.Item name="node" label="哪里的活动" rules={[{ required: true, message: "请选择地方" }]}>
              <NodeSelect allowClear={false} />
            </Form.Item>
            <Form.Item name="body" label="以哪个组织的名义" extra="不选就是社区（村）自己组织。">
              <NodeSelect tiers={bodyTiers} />
            </Form.Item>
          </div>
        )}
        <Form.Item
          name="venue"
          label="集合、活动地点"
          rules={[{ required: true, whitespace: true, message: "请写在哪里" }]}
        >
          <Input maxLength={120} />
        </Form.Item>
        <Form.Item name="pin" hidden noStyle>
          <input type="hidden" />
        </Form.Item>
        <div className="gap-below">
          <MapView
            height={220}
            picked={pin ?? null}
            openOn={node ?? home}
            onPick={(at) => form.setFieldsValue({ pin: [Number(at[0].toFixed(6)), Number(at[1].toFixed(6))] })}
          />
          <p className="muted small">
            {pin ? "已在图上标出地点。" : "可以在图上点出地点，方便大家找到。"}
            {pin ? (
              <Button type="link" size="small" onClick={() => form.setFieldsValue({ pin: undefined })}>
                去掉
              </Button>
            ) : null}
          </p>
        </div>
        <ShiftFields />
        {kind?.skills ? (
          <Form.Item name="skills" label="需要的技能">
            <Select
              mode="multiple"
              placeholder="不需要就不选"
              optionFilterProp="label"
              options={pack?.participation.skills.map(({ id, label }) => ({ value: id, label }))}
            />
          </Form.Item>
        ) : null}
        {kind?.limits ? (
          <>
            <div className="activity-form-row">
              <Form.Item name="minAge" label="最小年龄">
                <InputNumber min={0} max={120} precision={0} suffix="周岁" style={{ width: "100%" }} />
              </Form.Item>
              <Form.Item name="maxAge" label="最大年龄">
                <InputNumber min={0} max={120} precision={0} suffix="周岁" style={{ width: "100%" }} />
              </Form.Item>
            </div>
            <Form.Item name="health" label="身体条件" extra="报名的人要确认自己符合。">
              <Input maxLength={300} />
            </Form.Item>
          </>
        ) : null}
        <Form.Item name="conditions" label="其他要求、要带的东西">
          <Input maxLength={500} />
        </Form.Item>
        <Form.Item
          name="insurance"
          label="保险说明"
          extra="写明谁投保、保什么、怎么理赔；写了以后报名的人要先看过并确认。"
          rules={kind?.risky ? [{ required: true, whitespace: true, message: "这类活动有风险，要写明保险" }] : []}
        >
          <Input.TextArea maxLength={1000} autoSize={{ minRows: 2, maxRows: 8 }} />
        </Form.Item>
        <Form.Item name="contact" label="联系人和电话">
          <Input maxLength={60} />
        </Form.Item>
        {editing || !kind ? null : <FormFields fields={kind.intake} under="data" />}
        <Button type="primary" htmlType="submit" loading={create.isPending || edit.isPending}>
          保存
        </Button>
      </Form>
    </Card>
  );
};

export const ActivityFormPage = () => {
  const { activityId } = useParams();
  const [search] = useSearchParams();
  const seriesOf = search.get("seriesOf") ?? undefined;
  const id = activityId ?? seriesOf;
  const query = useFetch(activitiesApi.view, { activityId: id ?? "" }, { enabled: id !== undefined });
  const pack = usePack();
  const me = useMe();
  const ready = pack !== undefined && me.data !== undefined;
  return (
    <>
      <div className="page-tools no-print">
        <BackButton to={id ? `/activities/${id}` : "/activities"} />
      </div>
      <PageHead
        title={activityId ? "修改活动" : seriesOf ? "再办一场" : "组织活动"}
        note={activityId ? "时间、地点有变化，报名的人会收到通知" : "保存后先看一遍，再发布招募"}
      />
      {id === undefined ? (
        ready ? (
          <ActivityForm />
        ) : null
      ) : (
        <Loaded query={query}>{(known) => (ready ? <ActivityForm known={known} again={!activityId} /> : null)}</Loaded>
      )}
    </>
  );
};
