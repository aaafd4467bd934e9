import { casesApi } from "@ginkgo/shared/api/cases.ts";
import type { Field } from "@ginkgo/shared/pack/form.ts";
import { useQueryClient } from "@tanstack/react-query";
import { Alert, App, Button, Card, Form, Input, Radio } from "antd";
import { useEffect, useRef, useState } from "react";
import { useNavigate } from "react-router";
import { keyOf, useChange } from "../../ui/api/hooks.ts";
import { usePack, useRight } from "../../ui/api/session.ts";
import { CategorySelect } from "../../ui/form/CategorySelect.tsx";
import { PhotoInput } from "../../ui/form/PhotoInput.tsx";
import { showProblems } from "../../ui/form/problems.ts";
import { PageHead } from "../../ui/PageHead.tsx";
import { forget, recall, remember } from "../../ui/store.ts";
import { asDraft, draftKey, type FormValues } from "./draft.ts";
import { IntakeCard, workflowOf } from "./IntakeCard.tsx";
import { PlaceFields } from "./PlaceFields.tsx";
import { ReporterFields } from "./ReporterFields.tsx";
import "./submit.css";

const names = [
  "category",
  "kind",
  "words",
  "photos",
  "pin",
  "address",
  "node",
  "visibility",
  "onBehalfOf.name",
  "onBehalfOf.phone",
  "contact.name",
  "contact.phone",
];

const nothing: readonly Field[] = [];

const visibilities = [
  { value: "private", label: "不公开（默认）" },
  { value: "public", label: "向本社区居民公开" },
  { value: "confidential", label: "保密（仅授权人员可见）" },
];

/** The draft lives in the browser until the server has it. */
const useDraft = () => {
  const [initial] = useState(() => recall<FormValues>(draftKey, {}));
  const [restored] = useState(() => Object.keys(initial).length > 0);
  return { initial, restored, keep: (values: FormValues) => remember(draftKey, values), drop: () => forget(draftKey) };
};

export const SubmitPage = () => {
  const [form] = Form.useForm<FormValues>();
  const draft = useDraft();
  const pack = usePack();
  const forOthers = useRight("case.submitForOthers");
  const go = useNavigate();
  const queries = useQueryClient();
  const { message } = App.useApp();
  const [problems, setProblems] = useState<string[]>([]);
  const top = useRef<HTMLDivElement>(null);
  const workflow = workflowOf(pack, Form.useWatch("category", form) ?? draft.initial.category);
  const intake = workflow?.intake ?? nothing;
  const begins = pack?.workflows.some(({ mayStart, open }) => mayStart && !open);

  const submit = useChange(casesApi.submit, (view) => {
    draft.drop();
    queries.setQueryData(keyOf(casesApi.view, { caseId: view.id }), view);
    void queries.invalidateQueries({ queryKey: keyOf(casesApi.list) });
    void queries.invalidateQueries({ queryKey: keyOf(casesApi.counts) });
    void message.success(`已提交，编号 ${view.no}`);
    void go(`/cases/${view.id}`, { replace: true });
  });
  useEffect(() => {
    const asked = [...names, ...intake.map(({ name }) => `data.${name}`)];
    const shown = submit.error ? showProblems(form, submit.error, asked) : [];
    setProblems(shown);
    if (shown.length > 0) top.current?.scrollIntoView({ block: "center" });
  }, [submit.error, form, intake]);

  const clear = () => {
    draft.drop();
    form.setFieldsValue(Object.fromEntries(names.map((name) => [name.split(".")[0], undefined])));
    form.setFieldsValue({ visibility: "private", data: undefined });
  };

  return (
    <>
      <PageHead
        title="新建诉求"
        note={`替居民登记电话、来访和走访中反映的问题${begins ? "，或发起需要多方办理的事项" : ""}`}
      />
      <div ref={top} />
      <Form
        form={form}
        layout="vertical"
        className="submit"
        initialValues={{ visibility: "private", ...draft.initial }}
        onValuesChange={(changed: FormValues) => {
          // Another workflow may ask something else under the same name.
          if ("category" in changed && workflowOf(pack, changed.category) !== workflow)
            form.setFieldValue("data", undefined);
          draft.keep(form.getFieldsValue(true));
        }}
        onFinish={(values) => submit.mutate(asDraft(values, intake))}
        scrollToFirstError={{ block: "center" }}
      >
        {draft.restored ? (
          <Alert
            className="gap-below"
            type="info"
            showIcon
            closable
            title="已恢复上次没有提交的内容"
            action={
              <Button size="small" onClick={clear}>
                清空重填
              </Button>
            }
          />
        ) : null}
        {problems.length > 0 ? (
          <Alert
            className="gap-below"
            type="error"
            showIcon
            title={problems[0]}
            description={problems.slice(1).join("；") || undefined}
          />
        ) : null}
        <div className="submit-grid">
          <Card title="诉求内容">
            <Form.Item
              name="category"
              label="类别"
              rules={[{ required: true, message: "请选择类别" }]}
              extra={workflow && !workflow.open ? `${workflow.label}：${workflow.description}` : undefined}
            >
              <CategorySelect starting />
            </Form.Item>
            <Form.Item name="kind" label="性质">
              <Radio.Group options={pack?.kinds.map((kind) => ({ value: kind.id, label: kind.label }))} />
            </Form.Item>
            <Form.Item
              name="words"
              label="内容"
              rules={[{ required: true, min: 2, whitespace: true, message: "请至少写 2 个字" }]}
            >
              <Input.TextArea
                maxLength={2000}
                showCount
                autoSize={{ minRows: 5, maxRows: 14 }}
                placeholder="什么时候、什么地方、什么情况、希望怎样解决"
              />
            </Form.Item>
            <Form.Item name="photos" label="照片或视频">
              <PhotoInput />
            </Form.Item>
            <Form.Item name="visibility" label="公开范围">
              <Radio.Group options={visibilities} />
            </Form.Item>
          </Card>
          <div>
            {workflow ? <IntakeCard key={workflow.id} workflow={workflow} /> : null}
            <Card title="地点" className="gap-below">
              <PlaceFields onChange={() => draft.keep(form.getFieldsValue(true))} />
            </Card>
            {forOthers ? (
              <Card title="诉求人">
                <ReporterFields />
              </Card>
            ) : null}
          </div>
        </div>
        <div className="submit-bar">
          <Button type="primary" htmlType="submit" size="large" loading={submit.isPending}>
            {workflow && !workflow.open ? `发起${workflow.label}` : "提交诉求"}
          </Button>
          <span className="muted small">填写中的内容会自动保存在这台电脑上。</span>
        </div>
      </Form>
    </>
  );
};
