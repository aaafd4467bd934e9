/** What every registration, claim, agreement and activity shows alike, and the bar of what this person can do. */
import type { CaseAction } from "@ginkgo/shared/api/cases.ts";
import { type MatterView, mattersApi } from "@ginkgo/shared/api/matters.ts";
import { queryOptions } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { ActionBar } from "../case/ActionBar.tsx";
import { Marks } from "../case/Marks.tsx";
import { ProgressLine } from "../case/ProgressLine.tsx";
import { StateTag } from "../case/StateTag.tsx";
import { Timeline } from "../case/Timeline.tsx";
import { dueWords } from "../case/words.ts";
import { call } from "../net/client.ts";
import { MatterSheet } from "./MatterSheet.tsx";
import "../case/case.css";
import "../case/steps.css";
import "../form/form.css";

export const matterView = (matterId: string) =>
  queryOptions({
    queryKey: ["matter", matterId],
    queryFn: ({ signal }) => call(mattersApi.view, { matterId }, { signal }),
  });

export const MatterHead = ({ one, children }: { one: MatterView; children?: ReactNode }) => {
  const due = dueWords(one);
  const people = [one.owner && `发起：${one.owner.name}`, one.holder && `办理：${one.holder.name}`].filter(Boolean);
  return (
    <section className="card">
      <div className="case-head">
        <h2 className="case-title">{one.title}</h2>
        <StateTag label={one.stateLabel} tone={one.tone} />
      </div>
      <p className="soft">{[one.kindLabel, one.place || one.node.name].filter(Boolean).join(" · ")}</p>
      <Marks marks={one.marks} />
      <ProgressLine points={one.progress} />
      {one.waiting && <p className="waiting">{one.waiting}</p>}
      {due && !one.waiting && <p className={`due-${one.time}`}>{due}</p>}
      {people.length > 0 && <p className="soft">{people.join("　")}</p>}
      {children}
    </section>
  );
};

export const MatterFacts = ({ one }: { one: MatterView }) =>
  one.facts.length > 0 && (
    <section className="card">
      <dl className="facts">
        {one.facts.map(({ label, text }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd className="fact-text">{text}</dd>
          </div>
        ))}
      </dl>
    </section>
  );

export const MatterHistory = ({ one }: { one: MatterView }) =>
  one.timeline.length > 0 && (
    <section className="card">
      <h2 className="case-title">经过</h2>
      <Timeline entries={one.timeline} />
    </section>
  );

/** For a page's footer; nothing where there is nothing to do. */
export const MatterActions = ({ one }: { one: MatterView | undefined }) => {
  // Kept here, not looked up in the fresh view: a step that was overtaken stays open with what was typed.
  const [action, setAction] = useState<CaseAction>();
  if (!one || (one.actions.length === 0 && !action)) return null;
  return (
    <>
      <ActionBar actions={one.actions} onChoose={setAction} />
      {action && (
        <MatterSheet
          key={action.action}
          matterId={one.id}
          version={one.version}
          action={action}
          onClose={() => setAction(undefined)}
        />
      )}
    </>
  );
};
