import type { CaseAction, CaseView } from "@ginkgo/shared/api/cases.ts";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Link, useParams } from "react-router";
import { ActionBar } from "../../ui/case/ActionBar.tsx";
import { ActionSheet } from "../../ui/case/ActionSheet.tsx";
import { Marks } from "../../ui/case/Marks.tsx";
import { ProgressLine } from "../../ui/case/ProgressLine.tsx";
import { StateTag } from "../../ui/case/StateTag.tsx";
import { Timeline } from "../../ui/case/Timeline.tsx";
import { dueWords, timeOf } from "../../ui/case/words.ts";
import { caseView } from "../../ui/net/queries.ts";
import { Page } from "../../ui/Page.tsx";
import { Gallery } from "../../ui/photos/Gallery.tsx";
import { Loaded } from "../../ui/states.tsx";
import { Facts } from "./Facts.tsx";
import { Limits } from "./Limits.tsx";
import { Parts } from "./Parts.tsx";
import { Whereabouts } from "./Whereabouts.tsx";
import "../../ui/case/case.css";
import "../../ui/case/steps.css";
import "../../ui/form/form.css";
import "./case-page.css";

const CasePage = () => {
  const { caseId = "" } = useParams();
  const query = useQuery(caseView(caseId));
  // Kept here, not looked up in the fresh view: a step that was overtaken stays open with what was typed.
  const [action, setAction] = useState<CaseAction>();
  const one = query.data;
  return (
    <Page
      title="办理情况"
      back="/cases"
      footer={one && one.actions.length > 0 && <ActionBar actions={one.actions} onChoose={setAction} />}
    >
      <Loaded query={query}>{(view) => <Details one={view} />}</Loaded>
      {one && action && (
        <ActionSheet
          key={action.action}
          caseId={one.id}
          version={one.version}
          action={action}
          onClose={() => setAction(undefined)}
        />
      )}
    </Page>
  );
};
export default CasePage;

const Details = ({ one }: { one: CaseView }) => {
  const due = dueWords(one);
  return (
    <>
      <section className="card">
        <div className="case-head">
          <h2 className="case-title">
            {one.urgent && <strong className="urgent">紧急</strong>}
            {one.categoryLabel}
          </h2>
          <StateTag label={one.stateLabel} tone={one.tone} />
        </div>
        <Marks marks={one.marks} />
        <ProgressLine points={one.progress} />
        {one.waiting && <p className="waiting">{one.waiting}</p>}
        {due && one.limits.length < 2 && (
          <p className={`due-${one.time}`}>
            {due}
            {one.dueAt && !one.waiting && `（${timeOf(one.dueAt)} 前）`}
          </p>
        )}
        <Limits limits={one.limits} />
        {one.parent && (
          <p>
            属于 <Link to={`/cases/${one.parent.id}`}>{one.parent.no}</Link>
          </p>
        )}
        {one.mergedInto && (
          <p>
            这件事已经并到 <Link to={`/cases/${one.mergedInto.id}`}>{one.mergedInto.no}</Link> 一起办理。
          </p>
        )}
      </section>
      <Parts one={one} />
      <section className="card">
        <p className="full-words">{one.words}</p>
        <Gallery files={one.photos} />
        <Facts one={one} />
      </section>
      <Whereabouts one={one} />
      <section className="card">
        <h2 className="case-title">经过</h2>
        <Timeline entries={one.timeline} />
      </section>
    </>
  );
};
