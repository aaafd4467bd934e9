import { type CaseView, casesApi } from "@ginkgo/shared/api/cases.ts";
import { Rate } from "antd";
import { Link } from "react-router";
import { useFetch } from "../../ui/api/hooks.ts";
import { PhotoGallery } from "../../ui/PhotoGallery.tsx";
import { Loaded } from "../../ui/States.tsx";
import { Timeline } from "../../ui/Timeline.tsx";
import { fullTime } from "../../ui/time.ts";
import { ActionBar } from "./ActionBar.tsx";
import { CaseHead } from "./CaseHead.tsx";
import { Hands } from "./Hands.tsx";
import { Parts } from "./Parts.tsx";
import { Place } from "./Place.tsx";
import { Reporter } from "./Reporter.tsx";
import { Section } from "./Section.tsx";
import "./case.css";

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

/** What the workflow keeps of a case and shows, and whether its outcome is public. */
const Known = ({ view }: { view: CaseView }) => {
  if (view.facts.length === 0 && !view.publishedAt) return null;
  return (
    <Section title="办理要点">
      <dl className="known">
        {view.facts.map(({ label, text }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd className="pre">{text}</dd>
          </div>
        ))}
        {view.publishedAt ? (
          <div>
            <dt>结果公示</dt>
            <dd>
              {fullTime(view.publishedAt)} 起 · <Link to="/outcomes">查看公示</Link>
            </dd>
          </div>
        ) : null}
      </dl>
    </Section>
  );
};

const Matter = ({ view, compact }: { view: CaseView; compact: boolean }) => (
  <div>
    <Section title="诉求内容">
      <p className="words pre">{view.words}</p>
      <PhotoGallery files={view.photos} />
    </Section>
    <Known view={view} />
    <Section title="地点">
      <Place view={view} compact={compact} />
    </Section>
    <Section title="诉求人">
      <Reporter view={view} />
    </Section>
    <Hands view={view} />
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
          <Parts view={view} />
          <div className="case-body">
            <Matter view={view} compact={compact} />
            <Section title="办理过程">
              <Timeline entries={view.timeline} />
            </Section>
          </div>
        </article>
      )}
    </Loaded>
  );
};
