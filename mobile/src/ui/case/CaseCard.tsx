import type { CaseSummary } from "@ginkgo/shared/api/cases.ts";
import { ClockCircleOutline, EnvironmentOutline, PictureOutline } from "antd-mobile-icons";
import type { ReactNode } from "react";
import { Link } from "react-router";
import { Marks } from "./Marks.tsx";
import { StateTag } from "./StateTag.tsx";
import { ago, distance, dueWords } from "./words.ts";
import "./case.css";

interface CaseCardProps {
  readonly item: CaseSummary;
  /** Below the card: what can be done without opening it. */
  readonly children?: ReactNode;
}

export const CaseCard = ({ item, children }: CaseCardProps) => {
  const due = dueWords(item);
  return (
    <li className="card case-card">
      <Link to={`/cases/${item.id}`} className="case-link">
        <div className="case-head">
          <span className="case-category">
            {item.urgent && <strong className="urgent">紧急</strong>}
            {item.categoryLabel}
          </span>
          <StateTag label={item.stateLabel} tone={item.tone} />
        </div>
        <Marks marks={item.marks} />
        <p className="case-words">{item.words}</p>
        <p className="case-facts">
          <span>
            <EnvironmentOutline /> {item.place}
            {item.meters !== null && ` · 离您 ${distance(item.meters)}`}
          </span>
          {item.photoCount > 0 && (
            <span>
              <PictureOutline /> {item.photoCount} 张
            </span>
          )}
          <span>{ago(item.submittedAt)}提交</span>
          {due && (
            <span className={`due due-${item.time}`}>
              <ClockCircleOutline /> {due}
            </span>
          )}
        </p>
      </Link>
      {children}
    </li>
  );
};
