/** Drawing an agreement up: who with, for how long, who does what by when. */
import { DeleteOutlined, PlusOutlined } from "@ant-design/icons";
import { type AgreementView, agreementsApi } from "@ginkgo/shared/api/agreements.ts";
import { addDays, dayOf } from "@ginkgo/shared/day.ts";
import { useQueryClient } from "@tanstack/react-query";
import { Alert, App, Button, Card, Form, Input, Select } from "antd";
import { useEffect, useState } from "react";
import { useNavigate, useParams } from "react-router";
import { useChange, useFetch } from "../../ui/api/hooks.ts";
import { tiersAs, usePack } from "../../ui/api/session.ts";
import { DayInput } from "../../ui/form/DayInput.tsx";
import { NodeSelect } from "../../ui/form/NodeSelect.tsx";
import { showProblems } from "../../ui/form/problems.ts";
import { PageHead } from "../../ui/PageHead.tsx";
import { Loaded } from "../../ui/States.tsx";
import { BodiesSelect, type Named } from "./BodiesSelect.tsx";
import "./agreements.css";

interface Values {
  readonly node?: string;
  readonly title: string;
  readonly purpose?: string;
  readonly bodies: readonly Named[];
  readonly from: string;
  readonly to: string;
  readonly items?: readonly { readonly what: string; readonly owner: string; readonly due: string }[];
}

const blank = (): Partial<Values> => {
  const today = dayOf(new Date());
  return { from: today, to: addDays(today, 364), bodies: [], items: [] };
};

const valuesOf = (view: AgreementView): Values => ({
  node: view.matter.node.id,
  title: view.matter.title,
  purpose: view.purpose,
  bodies: view.parties.flatMap(({ node, isBody }) => (isBody ? { value: node.id, label: node.name } : [])),
  from: view.from,
  to: view.to,
  items: view.agreedItems.map(({ what, owner, due }) => ({ what, owner: owner.node?.id ?? "", due })),
});

const need = (message: string) => [{ required: true, message }];

const Editor = ({ view }: { view?: AgreementView }) => {
  const [form] = Form.useForm<Values>();
  const go = useNavigate();
  const queries = useQueryClient();
  const { message } = App.useApp();
  const standing = useFetch(agreementsApi.standing, {}).data;
  const pack = usePack();
  const placeTiers = tiersAs(pack, "root", "subdistrict", "community", "compound", "grid", "zone", "other");
  const [problems, setProblems] = useState<string[]>([]);
  const done = (after: AgreementView) => {
    void queries.invalidateQueries();
    void message.success(view ? "草稿已保存" : "已存为草稿，核对后发给各方确认");
    void go(`/agreements/${after.matter.id}`, { replace: true });
  };
  const draft = useChange(agreementsApi.draft, done);
  const edit = useChange(agreementsApi.edit, done);
  const error = draft.error ?? edit.error;
  useEffect(() => {
    setProblems(error ? showProblems(form, error, ["node", "title", "purpose", "bodies", "from", "to"]) : []);
  }, [error, form]);

  const bodies = Form.useWatch("bodies", form) ?? [];
  const node = Form.useWatch("node", form);
  const place = standing?.places.find(({ id }) => id === node) ?? view?.matter.node;
  const parties = [
    ...(node ? [{ value: node, label: place?.name ?? "社区" }] : []),
    ...bodies.map(({ value, label }) => ({ value, label })),
  ];
  const own = standing?.places.length === 1 && standing.bodies.length === 0 ? standing.places[0] : undefined;
  useEffect(() => {
    if (!view && own && !form.getFieldValue("node")) form.setFieldValue("node", own.id);
  }, [own, view, form]);

  const submit = (values: Values) => {
    const { node: at, bodies: chosen, items = [], purpose = "", ...rest } = values;
    const body = {
      ...rest,
      purpose,
      bodies: chosen.map(({ value }) => value),
      items: items.map((item) => ({ ...item })),
    };
    if (view) edit.mutate({ ...body, agreementId: view.matter.id, version: view.matter.version });
    else draft.mutate({ ...body, node: at ?? "" });
  };

  return (
    <Form
      form={form}
      layout="vertical"
      className="narrow"
      initialValues={view ? valuesOf(view) : blank()}
      onFinish={submit}
      scrollToFirstError
    >
      {problems.length > 0 ? (
        <Alert
          className="gap-below"
          type="error"
          showIcon
          title={problems[0]}
          description={problems.slice(1).join("；")}
        />
      ) : null}
      <Card className="gap-below">
        <Form.Item name="title" label="标题" rules={need("请填写标题")}>
          <Input maxLength={80} placeholder="例如：东街社区与县医院共建协议" />
        </Form.Item>
        <Form.Item name="node" label="共建的地方" rules={need("请选择地方")}>
          <NodeSelect tiers={placeTiers} disabled={view !== undefined} placeholder="社区、村或街道" />
        </Form.Item>
        <Form.Item name="bodies" label="共建单位" rules={need("请选择单位")}>
          <BodiesSelect />
        </Form.Item>
        <div className="agree-two">
          <Form.Item name="from" label="开始日期" rules={need("请填写开始日期")}>
            <DayInput />
          </Form.Item>
          <Form.Item name="to" label="结束日期" rules={need("请填写结束日期")}>
            <DayInput />
          </Form.Item>
        </div>
        <Form.Item name="purpose" label="共建目的和约定">
          <Input.TextArea rows={4} maxLength={2000} showCount />
        </Form.Item>
      </Card>
      <Card title="共建事项" className="gap-below">
        <Form.List name="items">
          {(fields, { add, remove }) => (
            <>
              {fields.map(({ key, name }) => (
                <div key={key} className="agree-draft-item">
                  <Form.Item name={[name, "what"]} label="做什么" rules={need("请写清楚做什么")}>
                    <Input.TextArea autoSize={{ minRows: 1, maxRows: 4 }} maxLength={300} />
                  </Form.Item>
                  <Form.Item name={[name, "owner"]} label="由谁负责" rules={need("请选择负责的一方")}>
                    <Select options={parties} placeholder="协议的一方" />
                  </Form.Item>
                  <Form.Item name={[name, "due"]} label="完成期限" rules={need("请填写完成期限")}>
                    <DayInput />
                  </Form.Item>
                  <Form.Item label=" " colon={false}>
                    <Button
                      icon={<DeleteOutlined />}
                      aria-label={`删去第 ${name + 1} 件`}
                      onClick={() => remove(name)}
                    />
                  </Form.Item>
                </div>
              ))}
              <Button
                icon={<PlusOutlined />}
                onClick={() => add({ what: "", owner: bodies[0]?.value, due: form.getFieldValue("to") })}
              >
                加一件事项
              </Button>
            </>
          )}
        </Form.List>
      </Card>
      <div className="page-extra">
        <Button type="primary" htmlType="submit" loading={draft.isPending || edit.isPending}>
          保存草稿
        </Button>
        <Button onClick={() => void go(-1)}>取消</Button>
      </div>
    </Form>
  );
};

export const AgreementNewPage = () => (
  <>
    <PageHead title="起草共建协议" note="先存草稿，核对后再发给各方确认" />
    <Editor />
  </>
);

export const AgreementEditPage = () => {
  const { agreementId = "" } = useParams();
  const query = useFetch(agreementsApi.view, { agreementId });
  return (
    <>
      <PageHead title="修改协议草稿" />
      <Loaded query={query}>{(view) => <Editor key={view.matter.version} view={view} />}</Loaded>
    </>
  );
};
