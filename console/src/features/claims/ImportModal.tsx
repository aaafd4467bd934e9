import { InboxOutlined } from "@ant-design/icons";
import { ClaimableImport } from "@ginkgo/shared/api/claims.ts";
import { newKey } from "@ginkgo/shared/api/client.ts";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Alert, App, Modal, Table, Upload } from "antd";
import { useState } from "react";
import { detailOf } from "../../ui/api/client.ts";
import { sendSheet } from "../../ui/api/sheet.ts";

interface Chosen {
  readonly file: File;
  /** One key for the trial and one for the import proper: pressing twice imports once. */
  readonly keys: { readonly trial: string; readonly real: string };
}

const send = async (file: File, dryRun: boolean, key: string): Promise<ClaimableImport> =>
  ClaimableImport.parse(await sendSheet(`/claimables/import?dryRun=${dryRun ? "yes" : "no"}`, file, key));

/** First a trial that changes nothing, then, if it found no problem, the import. */
export const ImportModal = ({ onClose }: { onClose: () => void }) => {
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [chosen, setChosen] = useState<Chosen>();
  const trial = useMutation({ mutationFn: ({ file, keys }: Chosen) => send(file, true, keys.trial) });
  const real = useMutation({
    mutationFn: ({ file, keys }: Chosen) => send(file, false, keys.real),
    onSuccess: ({ created }) => {
      void queries.invalidateQueries();
      void message.success(`已导入 ${created} 项`);
      onClose();
    },
  });
  const error = real.error ?? trial.error;
  const clean = trial.data !== undefined && trial.data.problems.length === 0 && trial.data.created > 0;
  const choose = (file: File) => {
    const next = { file, keys: { trial: newKey(), real: newKey() } };
    setChosen(next);
    real.reset();
    trial.mutate(next);
    return false;
  };
  return (
    <Modal
      open
      width={680}
      title="导入清单"
      okText="确认导入"
      cancelText="取消"
      okButtonProps={{ disabled: !clean || trial.isPending }}
      confirmLoading={real.isPending}
      mask={{ closable: false }}
      onOk={() => chosen && real.mutate(chosen)}
      onCancel={onClose}
    >
      <p>
        先{" "}
        <a href="/api/v1/claimables/template.xlsx?app=console" download>
          下载模板
        </a>
        ，填好再传上来。传上来先检查，不会马上写入；有一处问题就一行也不导入。
      </p>
      <Upload.Dragger
        accept=".xlsx"
        maxCount={1}
        showUploadList={false}
        beforeUpload={choose}
        disabled={trial.isPending || real.isPending}
      >
        <p>
          <InboxOutlined style={{ fontSize: 28 }} />
        </p>
        <p>
          {trial.isPending
            ? "正在检查…"
            : chosen
              ? `${chosen.file.name}（点击换一个文件）`
              : "点击选择或拖入 .xlsx 文件"}
        </p>
      </Upload.Dragger>
      {error ? <Alert className="gap-above" type="error" showIcon title={detailOf(error)} /> : null}
      {trial.data && !trial.isPending ? (
        <div className="gap-above">
          {clean ? (
            <Alert type="success" showIcon title={`检查通过，可以导入 ${trial.data.created} 项。`} />
          ) : (
            <Alert
              className="gap-below"
              type="warning"
              showIcon
              title={
                trial.data.problems.length > 0
                  ? `共 ${trial.data.rows} 行，有 ${trial.data.problems.length} 处问题，改好后再传。`
                  : "表里没有内容。"
              }
            />
          )}
          {trial.data.problems.length > 0 ? (
            <Table
              size="small"
              rowKey={(problem) => `${problem.line}${problem.path}${problem.message}`}
              pagination={{ pageSize: 10, hideOnSinglePage: true }}
              scroll={{ x: 420 }}
              dataSource={trial.data.problems}
              columns={[
                { title: "行", dataIndex: "line", width: 64 },
                { title: "列", dataIndex: "path", width: 120 },
                { title: "问题", dataIndex: "message" },
              ]}
            />
          ) : null}
        </div>
      ) : null}
    </Modal>
  );
};
