/** A register from Excel: first a trial that changes nothing, then all rows, or those that are right. */
import { InboxOutlined } from "@ant-design/icons";
import { newKey } from "@ginkgo/shared/api/client.ts";
import type { PackView } from "@ginkgo/shared/api/pack.ts";
import type { ImportProgress, RegistrationImport } from "@ginkgo/shared/api/registrations.ts";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Alert, App, Button, Modal, Progress, Segmented, Statistic, Table, Upload } from "antd";
import { useState } from "react";
import { detailOf } from "../../ui/api/client.ts";
import { sendRegister } from "./sendRegister.ts";

interface ImportModalProps {
  readonly kinds: PackView["participation"]["registrations"];
  readonly onClose: () => void;
}

const stages: Readonly<Record<ImportProgress["stage"], string>> = { checking: "正在检查", writing: "正在写入" };

const Report = ({ report }: { report: RegistrationImport }) => (
  <>
    <div className="import-counts">
      <Statistic title="共" value={report.rows} suffix="行" />
      <Statistic title="可导入" value={report.created} />
      <Statistic title="新开账号" value={report.people} />
      <Statistic title="已报到过" value={report.unchanged} />
      <Statistic
        title="有问题的行"
        value={report.skipped}
        styles={report.skipped > 0 ? { content: { color: "#c62828" } } : undefined}
      />
    </div>
    {report.problems.length > 0 ? (
      <Table
        size="small"
        rowKey={(problem) => `${problem.line}${problem.path}${problem.message}`}
        pagination={{ pageSize: 8, hideOnSinglePage: true, showSizeChanger: false }}
        dataSource={report.problems}
        columns={[
          { title: "行", dataIndex: "line", width: 60 },
          { title: "列", dataIndex: "path", width: 110 },
          { title: "问题和改法", dataIndex: "message" },
        ]}
      />
    ) : (
      <Alert
        type={report.created > 0 ? "success" : "info"}
        showIcon
        title={report.created > 0 ? "检查通过，可以导入。" : "表里的人都已报到，没有需要导入的。"}
      />
    )}
  </>
);

export const ImportModal = ({ kinds, onClose }: ImportModalProps) => {
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [kind, setKind] = useState(kinds.find(({ who }) => who === "person")?.id ?? kinds[0]?.id ?? "");
  const [file, setFile] = useState<File>();
  const [keys, setKeys] = useState({ all: newKey(), good: newKey() });
  const [progress, setProgress] = useState<ImportProgress>();

  const trial = useMutation({
    mutationFn: (one: { file: File; kind: string }) =>
      sendRegister({ ...one, dryRun: true, rows: "all", key: newKey(), onProgress: setProgress }),
    onSettled: () => setProgress(undefined),
  });
  const real = useMutation({
    mutationFn: (one: { file: File; rows: "all" | "good" }) =>
      sendRegister({ ...one, kind, dryRun: false, key: keys[one.rows], onProgress: setProgress }),
    onSuccess: (report) => {
      void queries.invalidateQueries();
      void message.success(`已导入 ${report.created} 条，用时 ${report.seconds} 秒`);
      onClose();
    },
    onSettled: () => setProgress(undefined),
  });
  const pending = trial.isPending || real.isPending;
  const error = real.error ?? trial.error;
  const found = pending ? undefined : trial.data;
  const choose = (next: File, of = kind) => {
    setFile(next);
    setKeys({ all: newKey(), good: newKey() });
    real.reset();
    trial.mutate({ file: next, kind: of });
    return false;
  };
  const write = (rows: "all" | "good") => file && real.mutate({ file, rows });

  return (
    <Modal
      open
      width={760}
      title="导入报到名册"
      mask={{ closable: false }}
      closable={!real.isPending}
      onCancel={onClose}
      footer={[
        <Button key="cancel" disabled={real.isPending} onClick={onClose}>
          取消
        </Button>,
        found && found.skipped > 0 && found.created > 0 ? (
          <Button key="good" onClick={() => write("good")}>
            只导入没问题的 {found.created} 行
          </Button>
        ) : null,
        <Button
          key="all"
          type="primary"
          loading={real.isPending}
          disabled={!found || found.skipped > 0 || found.problems.length > 0 || found.created === 0}
          onClick={() => write("all")}
        >
          全部导入
        </Button>,
      ]}
    >
      {kinds.length > 1 ? (
        <Segmented
          className="gap-below"
          aria-label="导入哪一种"
          value={kind}
          disabled={pending}
          onChange={(next) => {
            setKind(next);
            if (file) choose(file, next);
          }}
          options={kinds.map(({ id, label }) => ({ value: id, label }))}
        />
      ) : null}
      <p>
        先{" "}
        <a href={`/api/v1/registrations/template.xlsx?app=console&kind=${kind}`} download>
          下载模板
        </a>
        ，填好再传上来。传上来先检查，不会马上写入；已报到的人重复导入也不会多出来。
      </p>
      <Upload.Dragger
        accept=".xlsx"
        maxCount={1}
        showUploadList={false}
        beforeUpload={(next) => choose(next)}
        disabled={pending}
      >
        <p>
          <InboxOutlined style={{ fontSize: 28 }} />
        </p>
        <p>{file ? `${file.name}（点击换一个文件）` : "点击选择或拖入 .xlsx 文件"}</p>
      </Upload.Dragger>
      {pending ? (
        <div className="gap-above" role="status">
          {progress ? `${stages[progress.stage]} ${progress.done} / ${progress.total}` : "正在读取表格…"}
          <Progress
            percent={progress && progress.total > 0 ? Math.round((progress.done / progress.total) * 100) : 0}
            status="active"
          />
        </div>
      ) : null}
      {error ? <Alert className="gap-above" type="error" showIcon title={detailOf(error)} /> : null}
      {found ? (
        <div className="gap-above">
          <Report report={found} />
        </div>
      ) : null}
    </Modal>
  );
};
