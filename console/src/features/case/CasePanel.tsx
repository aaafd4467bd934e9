import { type CaseView, casesApi } from "@ginkgo/shared/api/cases.ts";
import { Rate } from "antd";
import type { ReactNode } from "react";
import { Link } from "react-router";
import { useFetch } from "../../ui/api/hooks.ts";
import { PhotoGallery } from "../../ui/PhotoGallery.tsx";
import { Loaded } from "../../ui/States.tsx";
import { Timeline } from "../../ui/Timeline.tsx";
import { ActionBar } from "./ActionBar.tsx";
import { CaseHead } from "./CaseHead.tsx";
import { Place } from "./Place.tsx";
import { Reporter } from "./Reporter.tsx";
import "./case.css";

const Section = ({ title, children }: { title: string; children: ReactNode }) => (
  <section className="section">
    <h2>{title}</h2>
    {children}
  </section>
);

const Relations = ({ view }: { view: CaseView }) => {
  if (!view.mergedInto && view.duplicates.length === 0) return null;
  return (
    <Section title="关联诉求">
      {view.mergedInto ? (
        <div>
          已并入 <Link to={`/cases/${view.mergedInto.id}`}>{view.mergedInto.no}</Link>
        </div>
      ) : null}
      {view.duplicates.length > 0 ? (
        <div>
          重复反映：
          {view.duplicates.map((other) => (
            <Link key={other.id} to={`/cases/${other.id}`} className="related">
              {other.no}
            </Link>
          ))}
        </div>
      ) : null}
    </Section>
  );
};

const Handlers = ({ view }: { view: CaseView }) => (
  <Section title="承办">
    {view.assignedTo ? <div>派给：{view.assignedTo}</div> : null}
    {view.handlers.map((handler) => (
      <div key={`${handler.name}${handler.body}`}>
        {handler.name}
        {handler.body ? <span className="muted">（{handler.body}）</span> : null}
        {handler.lead ? " · 主办" : " · 协办"}
      </div>
    ))}
    {!view.assignedTo && view.handlers.length === 0 ? <div className="muted">还没有承办人</div> : null}
  </Section>
);

const Facts = ({ view, compact }: { view: CaseView; compact: boolean }) => (
  <div>
    <Section title="诉求内容">
      <p className="words pre">{view.words}</p>
      <PhotoGallery files={view.photos} />
    </Section>
    <Section title="地点">
      <Place view={view} compact={compact} />
    </Section>
    <Section title="诉求人">
      <Reporter view={view} />
    </Section>
    <Handlers view={view} />
    {view.rating ? (
      <Section title="评价">
        <Rate disabled value={view.rating.stars} />{" "}
        <span>
          {view.rating.stars} 星 · {view.rating.solved ? "已解决" : "没有解决"}
        </span>
      </Section>
    ) : null}
    <Relations view={view} />
  </div>
);

/** One case, in the desk's drawer (`compact`) or on its own page. */
export const CasePanel = ({ caseId, compact = false }: { caseId: string; compact?: boolean }) => {
  const query = useFetch(casesApi.view, { caseId });
  return (
    <Loaded query={query} rows={10}>
      {(view) => (
        <article className={compact ? "case case-compact" : "case"}>
          <CaseHead view={view} />
          <ActionBar key={view.id} view={view} />
          <div className="case-body">
            <Facts view={view} compact={compact} />
            <Section title="办理过程">
              <Timeline entries={view.timeline} />
            </Section>
          </div>
        </article>
      )}
    </Loaded>
  );
};
