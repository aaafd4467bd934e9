import { InboxOutlined } from "@ant-design/icons";
import { newKey } from "@ginkgo/shared/api/client.ts";
import type { ImportReport } from "@ginkgo/shared/api/org.ts";
import { useMutation } from "@tanstack/react-query";
import { Alert, App, Modal, Statistic, Table, Upload } from "antd";
import { useState } from "react";
import { detailOf } from "../../ui/api/client.ts";
import { importSheet } from "./importSheet.ts";
import { useTreeRefresh } from "./useNodeChanged.ts";

interface Chosen {
  readonly file: File;
  /** One key for the trial and one for the import proper: pressing twice imports once. */
  readonly keys: { readonly trial: string; readonly real: string };
}

const changes = (report: ImportReport) => report.created + report.updated;

const Verdict = ({ report }: { report: ImportReport }) => {
  if (report.problems.length > 0) {
    return (
      <Table
        size="small"
        rowKey={(problem) => `${problem.line}${problem.path}${problem.message}`}
        pagination={{ pageSize: 10, hideOnSinglePage: true }}
        scroll={{ x: 420 }}
        dataSource={report.problems}
        columns={[
          { title: "行", dataIndex: "line", width: 64 },
          { title: "列", dataIndex: "path", width: 120 },
          { title: "问题", dataIndex: "message" },
        ]}
      />
    );
  }
  return changes(report) > 0 ? (
    <Alert type="success" showIcon title="检查通过，可以导入。" />
  ) : (
    <Alert type="info" showIcon title="表格和现有组织树一致，没有需要导入的变动。" />
  );
};

const Report = ({ report }: { report: ImportReport }) => (
  <>
    <div className="import-counts">
      <Statistic title="共" value={report.rows} suffix="行" />
      <Statistic title="将新增" value={report.created} />
      <Statistic title="将修改" value={report.updated} />
      <Statistic title="不变" value={report.unchanged} />
      <Statistic
        title="问题"
        value={report.problems.length}
        styles={report.problems.length > 0 ? { content: { color: "#c62828" } } : undefined}
      />
    </div>
    <Verdict report={report} />
  </>
);

/** First a trial that changes nothing, then, if it found no problem, the import. */
export const ImportModal = ({ onClose }: { onClose: () => void }) => {
  const { message } = App.useApp();
  const refresh = useTreeRefresh();
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const trial = useMutation({ mutationFn: ({ file, keys }: Chosen) => importSheet(file, true, keys.trial) });
  const real = useMutation({
    mutationFn: ({ file, keys }: Chosen) => importSheet(file, false, keys.real),
    onSuccess: (report) => {
      refresh();
      void message.success(`已导入：新增 ${report.created}，修改 ${report.updated}`);
      onClose();
    },
  });
  const error = real.error ?? trial.error;
  const clean = trial.data !== undefined && trial.data.problems.length === 0 && changes(trial.data) > 0;

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
      title="导入组织树"
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
        <a href="/api/v1/nodes/export.xlsx?app=console" download>
          导出现有组织树
        </a>{" "}
        作为模板，在表格里修改或增行后再传上来。传上来先检查，不会马上改动。
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
          <Report report={trial.data} />
        </div>
      ) : null}
    </Modal>
  );
};
