import { ArrowLeftOutlined } from "@ant-design/icons";
import { type PackPreview, packApi } from "@ginkgo/shared/api/pack.ts";
import { Alert, App, Button, Card, Form, Input } from "antd";
import { useState } from "react";
import { Link, useNavigate } from "react-router";
import { useChange, useFetch } from "../../ui/api/hooks.ts";
import { FormModal } from "../../ui/form/FormModal.tsx";
import { PageHead } from "../../ui/PageHead.tsx";
import { Loaded } from "../../ui/States.tsx";
import { placeOf, placeWords, problemWords } from "./draft/problems.ts";
import { packOf } from "./draft/shape.ts";
import { useCurrent, useDraftState, useRulesChanged } from "./useRules.ts";
import { Changes } from "./versions/Changes.tsx";
import { rightWords } from "./words/rights.ts";
import "./rules.css";

const Publish = ({ draftVersion, onClose }: { draftVersion: number; onClose: () => void }) => {
  const { message } = App.useApp();
  const go = useNavigate();
  const changed = useRulesChanged();
  const publish = useChange(packApi.publishPackDraft, (now) => {
    changed();
    void message.success(`已发布第 ${now.version} 版`);
    void go("/rules");
  });
  return (
    <FormModal<{ note: string }>
      title="发布规则"
      okText="确定发布"
      pending={publish.isPending}
      error={publish.error}
      names={["note"]}
      onSubmit={({ note }) => publish.mutate({ draftVersion, note })}
      onClose={onClose}
    >
      <p>发布后，新的诉求立即按新规则办；没办完的诉求仍按原来的规则办。</p>
      <Form.Item
        name="note"
        label="这次改了什么"
        rules={[{ required: true, whitespace: true, message: "请写明改了什么、为什么" }]}
      >
        <Input.TextArea maxLength={500} autoSize={{ minRows: 2, maxRows: 6 }} />
      </Form.Item>
    </FormModal>
  );
};

const Problems = ({ preview, content }: { preview: PackPreview; content: unknown }) => {
  if (preview.problems.length === 0) return null;
  return (
    <Alert
      className="gap-below"
      type="error"
      showIcon
      title={`${preview.problems.length} 处问题，改好后才能发布`}
      description={
        <ul className="rule-lines">
          {preview.problems.map((problem) => {
            const place = placeOf(problem.path);
            const where = placeWords(problem.path, content);
            return (
              <li key={`${problem.path} ${problem.rule} ${problem.message}`}>
                {place ? <Link to={`/rules/draft?${place}`}>{where}</Link> : <strong>{where}</strong>}：
                {problemWords(problem)}
              </li>
            );
          })}
        </ul>
      }
    />
  );
};

type Words = (right: string) => string;

const People = ({ people, words }: { people: PackPreview["people"]; words: Words }) => {
  if (people.length === 0) return <p className="muted">没有角色的权限变化。</p>;
  return (
    <ul className="plain-list lined">
      {people.map(({ role, label, gains, loses, accounts }) => (
        <li key={role}>
          <strong>{label}</strong> <span className="muted">现在 {accounts} 人</span>
          {gains.map((right) => (
            <div key={right}>＋ 可以：{words(right)}</div>
          ))}
          {loses.map((right) => (
            <div key={right}>－ 不再可以：{words(right)}</div>
          ))}
        </li>
      ))}
    </ul>
  );
};

const Cases = ({ preview }: { preview: PackPreview }) => {
  const open = preview.cases.reduce((sum, one) => sum + one.open, 0);
  return (
    <>
      <p>
        {open > 0
          ? `现在有 ${open} 件没有办完，都按各自开始时的规则办完：${preview.cases.map((one) => `第 ${one.version} 版 ${one.open} 件`).join("，")}。`
          : "现在没有未办完的诉求。"}
      </p>
      <ul className="rule-lines">
        {preview.removedCategories.map(({ id, label, open }) => (
          <li key={id}>
            类别“{label}”不再可选，其中 {open} 件没有办完。
          </li>
        ))}
        {preview.removedStates.map(({ id, label, workflow, open }) => (
          <li key={id}>
            “{workflow}”不再有状态“{label}”，其中 {open} 件没有办完。
          </li>
        ))}
      </ul>
    </>
  );
};

export const PreviewPage = () => {
  const preview = useFetch(packApi.previewPackDraft, {}, { staleTime: 0 });
  const { versions, query: current } = useCurrent();
  const draft = useDraftState().data?.draft;
  const [publishing, setPublishing] = useState(false);
  const mayPublish = versions.data?.may.publish ?? false;
  const pack = packOf(draft?.content) ?? current.data?.content;
  const ready = preview.data && pack ? { preview: preview.data, pack } : undefined;
  const refuses = !preview.data || preview.data.problems.length > 0 || preview.data.changes.length === 0;
  return (
    <>
      <Link to="/rules/draft" className="rule-back no-print">
        <ArrowLeftOutlined aria-hidden="true" /> 回到草稿
      </Link>
      <PageHead
        title="发布前预览"
        note="发布以后，对谁、对什么有变化"
        extra={
          mayPublish ? (
            <Button type="primary" disabled={refuses} onClick={() => setPublishing(true)}>
              发布
            </Button>
          ) : null
        }
      />
      <Loaded
        query={{ data: ready, error: preview.error ?? current.error, refetch: () => preview.refetch() }}
        rows={10}
      >
        {({ preview, pack }) => (
          <>
            <Problems preview={preview} content={draft?.content} />
            {mayPublish ? null : (
              <Alert className="gap-below" type="info" title="您可以查看和修改草稿；发布由有发布权限的人做。" />
            )}
            <div className="preview">
              <Card title="对人">
                <People people={preview.people} words={(right) => rightWords(pack, right)} />
              </Card>
              <Card title="对诉求">
                <Cases preview={preview} />
              </Card>
            </div>
            <Card title={`全部改动（${preview.changes.length}）`}>
              <Changes changes={preview.changes} pack={pack} />
            </Card>
            {publishing ? <Publish draftVersion={preview.draftVersion} onClose={() => setPublishing(false)} /> : null}
          </>
        )}
      </Loaded>
    </>
  );
};
