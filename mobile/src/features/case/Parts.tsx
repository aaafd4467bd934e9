/** The parts a case is divided into: to whom, how far, until when. */
import type { CaseView } from "@ginkgo/shared/api/cases.ts";
import { RightOutline } from "antd-mobile-icons";
import { Link } from "react-router";
import { StateTag } from "../../ui/case/StateTag.tsx";
import { dueWords } from "../../ui/case/words.ts";

type Part = CaseView["children"][number];

/** Every state in which a case has not ended has a limit of some kind. */
const hasEnded = ({ time }: Part): boolean => time === "none";

const Line = ({ part }: { part: Part }) => {
  const due = hasEnded(part) ? undefined : dueWords(part);
  return (
    <li>
      <Link to={`/cases/${part.id}`} className="part-link">
        <span className="part-words">
          <b>{part.assignedTo ?? part.words}</b>
          <StateTag label={part.stateLabel} tone={part.tone} />
          <small>
            {part.no}
            {due && <span className={`due-${part.time}`}> {due}</span>}
          </small>
        </span>
        <RightOutline />
      </Link>
    </li>
  );
};

export const Parts = ({ one: { children } }: { one: CaseView }) =>
  children.length > 0 && (
    <section className="card">
      <div className="case-head">
        <h2 className="case-title">分办</h2>
        <b>
          {children.filter(hasEnded).length}/{children.length} 已结束
        </b>
      </div>
      <ul className="parts">
        {children.map((part) => (
          <Line key={part.id} part={part} />
        ))}
      </ul>
    </section>
  );
