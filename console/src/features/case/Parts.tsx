import type { CaseView } from "@ginkgo/shared/api/cases.ts";
import { Link } from "react-router";
import { DueTime } from "../../ui/DueTime.tsx";
import { StateTag } from "../../ui/StateTag.tsx";
import { Section } from "./Section.tsx";

type Part = CaseView["children"][number];

/** Every state in which a case has not ended has a limit of some kind. */
const hasEnded = ({ time }: Part): boolean => time === "none";

/** The parts a case is divided into: to whom, how far, until when. */
export const Parts = ({ view: { children } }: { view: CaseView }) => {
  if (children.length === 0) return null;
  const ended = children.filter(hasEnded).length;
  // Said once where all were asked the same.
  const [asked, ...others] = new Set(children.map(({ words }) => words));
  const alike = others.length === 0;
  return (
    <Section
      title={
        <>
          分办{" "}
          <span className="parts-count">
            {ended}/{children.length} 已结束
          </span>
        </>
      }
    >
      {alike ? <p className="parts-asked pre">{asked}</p> : null}
      <table className="parts">
        <thead>
          <tr>
            <th>编号</th>
            <th>交给</th>
            <th>状态</th>
            <th>时限</th>
          </tr>
        </thead>
        <tbody>
          {children.map((part) => (
            <tr key={part.id}>
              <td>
                <Link to={`/cases/${part.id}`}>{part.no}</Link>
              </td>
              <td>
                {part.assignedTo ?? "—"}
                {!alike ? <div className="muted small two-lines">{part.words}</div> : null}
              </td>
              <td>
                <StateTag label={part.stateLabel} tone={part.tone} />
              </td>
              <td>
                {hasEnded(part) ? <span className="muted">—</span> : <DueTime time={part.time} dueAt={part.dueAt} />}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
};
