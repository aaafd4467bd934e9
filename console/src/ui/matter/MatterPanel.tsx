/** What every registration, claim, agreement and activity shows alike: where it stands, whose move it is, what has happened. */
import { HourglassOutlined } from "@ant-design/icons";
import { type MatterView, mattersApi } from "@ginkgo/shared/api/matters.ts";
import { Alert, Steps } from "antd";
import type { ReactNode } from "react";
import { useFetch } from "../api/hooks.ts";
import { DueTime } from "../DueTime.tsx";
import { Marks } from "../Marks.tsx";
import { Loaded } from "../States.tsx";
import { StateTag } from "../StateTag.tsx";
import { Timeline } from "../Timeline.tsx";
import { fullTime } from "../time.ts";
import { MatterActions } from "./MatterActions.tsx";

const sideText = (side: MatterView["owner"]): string | null => {
  if (!side) return null;
  return side.body && side.body.name !== side.name ? `${side.body.name} · ${side.name}` : side.name;
};

const Head = ({ view }: { view: MatterView }) => {
  const at = view.progress.findIndex((point) => point.current);
  const owner = sideText(view.owner);
  const holder = sideText(view.holder);
  return (
    <header>
      <div className="case-title">
        <h1>{view.title}</h1>
        <StateTag label={view.stateLabel} tone={view.tone} />
        <Marks marks={view.marks} />
        <span className="grow" />
        <DueTime time={view.time} dueAt={view.dueAt} />
      </div>
      <div className="muted small">
        {[
          view.kindLabel,
          view.place || view.node.name,
          owner && `发起：${owner}`,
          holder && holder !== owner && `办理：${holder}`,
          view.unit && `单位：${view.unit.name}`,
          fullTime(view.createdAt),
        ]
          .filter(Boolean)
          .join(" · ")}
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
          current={Math.max(0, at)}
          items={view.progress.map((point, index) => ({
            title: point.label,
            status: point.current ? "process" : point.reached || index < at ? "finish" : "wait",
          }))}
        />
      </div>
    </header>
  );
};

interface MatterPanelProps {
  readonly matterId: string;
  /** What is particular to its type; stands between the buttons and the history. */
  readonly children?: ReactNode | ((view: MatterView) => ReactNode);
}

export const MatterPanel = ({ matterId, children }: MatterPanelProps) => {
  const query = useFetch(mattersApi.view, { matterId });
  return (
    <Loaded query={query} rows={10}>
      {(view) => (
        <article className="matter">
          <Head view={view} />
          <MatterActions view={view} />
          {view.facts.length > 0 ? (
            <dl className="known">
              {view.facts.map(({ label, text }) => (
                <div key={label}>
                  <dt>{label}</dt>
                  <dd className="pre">{text}</dd>
                </div>
              ))}
            </dl>
          ) : null}
          {typeof children === "function" ? children(view) : children}
          {view.timeline.length > 0 ? (
            <section className="section">
              <h2>经过</h2>
              <Timeline entries={view.timeline} />
            </section>
          ) : null}
        </article>
      )}
    </Loaded>
  );
};
