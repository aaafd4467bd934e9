import { spread, statusWords } from "@ginkgo/shared/activity-words.ts";
import type { ActivitySummary } from "@ginkgo/shared/api/activities.ts";
import { EnvironmentOutline, TeamOutline } from "antd-mobile-icons";
import { Link } from "react-router";
import { StateTag } from "../../ui/case/StateTag.tsx";
import "../../ui/case/case.css";
import "./activities.css";

const freeText = (one: ActivitySummary): { text: string; full: boolean } => {
  const free = one.places - one.taken;
  if (one.signUp === "closed") return { text: `已报 ${one.taken} 人`, full: true };
  return free > 0 ? { text: `还有 ${free} 个名额`, full: false } : { text: "已满，可候补", full: true };
};

export const ActivityCard = ({ one }: { one: ActivitySummary }) => {
  const { text, full } = freeText(one);
  return (
    <li className="card case-card">
      <Link to={`/activities/${one.id}`} className="case-link">
        <div className="case-head">
          <span className="case-category">{one.title}</span>
          {one.mySign ? <StateTag {...statusWords[one.mySign]} /> : <StateTag label={one.stateLabel} tone={one.tone} />}
        </div>
        <p className="activity-time">{spread(one.startsAt, one.endsAt, one.shifts)}</p>
        <div className="case-facts">
          <span>{one.kindLabel}</span>
          <span className={full ? undefined : "activity-free"}>{text}</span>
        </div>
        <div className="case-facts">
          <span>
            <EnvironmentOutline /> {one.venue}
          </span>
          <span>
            <TeamOutline /> {one.organiser}
          </span>
        </div>
      </Link>
    </li>
  );
};
