import { EnvironmentOutlined, TeamOutlined } from "@ant-design/icons";
import { spread, statusWords } from "@ginkgo/shared/activity-words.ts";
import type { ActivitySummary } from "@ginkgo/shared/api/activities.ts";
import { Progress } from "antd";
import { Link } from "react-router";
import { DueTime } from "../../ui/DueTime.tsx";
import { StateTag } from "../../ui/StateTag.tsx";

const freeText = ({ places, taken, waiting }: ActivitySummary): string => {
  if (taken < places) return `已报 ${taken} / ${places}`;
  return waiting > 0 ? `已满 ${places}，候补 ${waiting}` : `已满 ${places}`;
};

/** One line of a list: what, when, where, and how many places are left. */
export const ActivityRow = ({ one }: { one: ActivitySummary }) => (
  <li className="case-item">
    <Link to={`/activities/${one.id}`} className="case-link activity-row">
      <span className="case-line case-line-tags">
        <strong>{one.title}</strong>
        <StateTag label={one.stateLabel} tone={one.tone} />
        {one.mySign ? <StateTag {...statusWords[one.mySign]} /> : null}
        <span className="grow" />
        {one.tone === "waiting" || one.time !== "ok" ? <DueTime time={one.time} dueAt={one.dueAt} /> : null}
      </span>
      <span className="case-line">
        <span>{spread(one.startsAt, one.endsAt, one.shifts)}</span>
        <span className="muted">{one.kindLabel}</span>
        <span className="grow" />
        <span className="activity-fill">
          <Progress
            percent={one.places > 0 ? Math.round((100 * one.taken) / one.places) : 0}
            showInfo={false}
            strokeColor="var(--accent)"
            size="small"
            status="normal"
            aria-label="报名进度"
          />
          <span className="small">{freeText(one)}</span>
        </span>
      </span>
      <span className="muted small case-line">
        <span className="ellipsis">
          <EnvironmentOutlined /> {one.venue}
        </span>
        <span className="ellipsis">
          <TeamOutlined /> {one.organiser}
        </span>
      </span>
    </Link>
  </li>
);
