import { EyeInvisibleOutlined, HourglassOutlined, LockOutlined } from "@ant-design/icons";
import type { CaseView } from "@ginkgo/shared/api/cases.ts";
import { Alert, Steps, Tag } from "antd";
import { Link } from "react-router";
import { DueTime } from "../../ui/DueTime.tsx";
import { Marks } from "../../ui/Marks.tsx";
import { StateTag, UrgentTag } from "../../ui/StateTag.tsx";
import { fullTime, shortTime } from "../../ui/time.ts";

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

/** With several limits running at once, which of them is whose; a single one stands beside the title already. */
const Limits = ({ limits }: { limits: CaseView["limits"] }) =>
  limits.length > 1 ? (
    <ul className="plain-list limits" aria-label="时限">
      {limits.map(({ label, dueAt, time }) => (
        <li key={label}>
          <span>{label}</span>
          <DueTime time={time} dueAt={dueAt} />
          {dueAt && time !== "paused" ? <span className="muted small">{shortTime(dueAt)} 前</span> : null}
        </li>
      ))}
    </ul>
  ) : null;

export const CaseHead = ({ view }: { view: CaseView }) => {
  const at = currentStep(view.progress);
  return (
    <header className="case-head">
      <div className="case-title">
        <h1>{view.categoryLabel}</h1>
        {view.urgent ? <UrgentTag /> : null}
        <StateTag label={view.stateLabel} tone={view.tone} />
        <Marks marks={view.marks} />
        <VisibilityTag visibility={view.visibility} />
        <span className="grow" />
        <DueTime time={view.time} dueAt={view.dueAt} />
      </div>
      <div className="muted small">
        {[view.no, view.workflowLabel, view.kindLabel, view.channel, `${fullTime(view.submittedAt)} 提交`]
          .filter(Boolean)
          .join(" · ")}
        {view.parent ? (
          <>
            {" · "}属于 <Link to={`/cases/${view.parent.id}`}>{view.parent.no}</Link>
          </>
        ) : null}
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
      <Limits limits={view.limits} />
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
