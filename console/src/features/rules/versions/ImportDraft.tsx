import { UploadOutlined } from "@ant-design/icons";
import { packApi } from "@ginkgo/shared/api/pack.ts";
import { Alert, App, Button, Modal, Upload } from "antd";
import { useState } from "react";
import { useNavigate } from "react-router";
import { detailOf } from "../../../ui/api/client.ts";
import { useChange } from "../../../ui/api/hooks.ts";
import { useDraftState, useRulesChanged } from "../useRules.ts";

type Content = Record<string, unknown>;

const read = async (file: File): Promise<Content> => {
  const content: unknown = JSON.parse(await file.text());
  if (content === null || typeof content !== "object" || Array.isArray(content)) throw new Error("not an object");
  return content as Content;
};

const maxBytes = 4 * 1024 * 1024;

/** A pack file becomes the draft, sound or not; publishing it is another step. */
export const ImportDraft = ({ onClose }: { onClose: () => void }) => {
  const { message } = App.useApp();
  const go = useNavigate();
  const draft = useDraftState().data?.draft;
  const changed = useRulesChanged();
  const [chosen, choose] = useState<{ name: string; content: Content } | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const take = useChange(packApi.importPack, (state) => {
    changed();
    const from = state.upgradedFrom === null ? "" : `，并从格式 ${state.upgradedFrom} 升级`;
    void message.success(`已导入为草稿${from}，${state.problems.length} 处问题`);
    onClose();
    void go("/rules/draft");
  });

  const pick = async (file: File) => {
    choose(null);
    setProblem(null);
    if (file.size > maxBytes) return setProblem("文件超过 4 MB，不是规则文件。");
    try {
      choose({ name: file.name, content: await read(file) });
    } catch {
      setProblem("读不出这个文件：请选择由“导出”得到的 JSON 文件。");
    }
  };

  return (
    <Modal
      open
      title="导入规则文件"
      okText={draft ? "覆盖草稿" : "导入为草稿"}
      cancelText="取消"
      okButtonProps={{ disabled: !chosen, danger: draft !== null && draft !== undefined }}
      confirmLoading={take.isPending}
      onOk={() => chosen && take.mutate({ content: chosen.content, draftVersion: draft?.draftVersion ?? 0 })}
      onCancel={onClose}
    >
      <p>
        选择本地导出的 JSON
        文件。导入后只是草稿，检查、预览、发布以后才生效。增减状态、改变状态之间的去向，也用这个办法。
      </p>
      {draft ? (
        <Alert
          className="gap-below"
          type="warning"
          showIcon
          title={`现在有${draft.editedBy.name}的草稿（${draft.changes.length} 处改动），导入会把它覆盖。`}
        />
      ) : null}
      {problem || take.error ? (
        <Alert className="gap-below" type="error" showIcon title={problem ?? detailOf(take.error)} />
      ) : null}
      <Upload
        accept=".json,application/json"
        showUploadList={false}
        beforeUpload={(file) => {
          void pick(file);
          return false;
        }}
      >
        <Button icon={<UploadOutlined />}>{chosen ? chosen.name : "选择文件"}</Button>
      </Upload>
    </Modal>
  );
};
