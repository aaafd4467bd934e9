import { EyeInvisibleOutlined, HourglassOutlined, LockOutlined } from "@ant-design/icons";
import type { CaseView } from "@ginkgo/shared/api/cases.ts";
import { Alert, Steps, Tag } from "antd";
import { DueTime } from "../../ui/DueTime.tsx";
import { StateTag, UrgentTag } from "../../ui/StateTag.tsx";
import { fullTime } from "../../ui/time.ts";

const VisibilityTag = ({ visibility }: { visibility: CaseView["visibility"] }) => {
  if (visibility === "public") return null;
  return visibility === "confidential" ? (
    <Tag color="purple" icon={<LockOutlined />} className="tag">
      保密
    </Tag>
  ) : (
    <Tag icon={<EyeInvisibleOutlined />} className="tag">
      不公开
    </Tag>
  );
};

const currentStep = (progress: CaseView["progress"]): number => {
  const current = progress.findIndex((point) => point.current);
  return current >= 0 ? current : progress.findLastIndex((point) => point.reached);
};

export const CaseHead = ({ view }: { view: CaseView }) => {
  const at = currentStep(view.progress);
  return (
    <header className="case-head">
      <div className="case-title">
        <h1>{view.categoryLabel}</h1>
        {view.urgent ? <UrgentTag /> : null}
        <StateTag label={view.stateLabel} tone={view.tone} />
        <VisibilityTag visibility={view.visibility} />
        <span className="grow" />
        <DueTime time={view.time} dueAt={view.dueAt} />
      </div>
      <div className="muted small">
        {[view.no, view.kindLabel, view.channel, `${fullTime(view.submittedAt)} 提交`].filter(Boolean).join(" · ")}
      </div>
      {view.waiting ? (
        <Alert
          className="gap-above"
          type={view.time === "late" ? "error" : "info"}
          icon={<HourglassOutlined />}
          showIcon
          title={view.waiting}
        />
      ) : null}
      <div className="steps">
        <Steps
          size="small"
          responsive={false}
          titlePlacement="vertical"
          current={at}
          items={view.progress.map((point, index) => ({
            title: point.label,
            status: point.current ? "process" : point.reached || index < at ? "finish" : "wait",
          }))}
        />
      </div>
    </header>
  );
};
