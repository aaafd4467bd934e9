import { NavLink } from "react-router";
import { usePack, useRight } from "../../ui/api/session.ts";

/** The pages of activities that this person has a use for. */
export const ActivitiesNav = () => {
  const reads = useRight("activity.read");
  const hours = usePack()?.participation.activities.some((kind) => kind.hours === "record") ?? false;
  const pages = [
    { to: "/activities", label: "活动", shown: true },
    { to: "/activities/calendar", label: "日历", shown: true },
    { to: "/activities/corrections", label: "时长更正", shown: reads && hours },
    { to: "/activities/hours", label: "我的时长", shown: hours },
  ];
  return (
    <nav className="activities-nav no-print" aria-label="活动">
      {pages
        .filter(({ shown }) => shown)
        .map(({ to, label }) => (
          <NavLink key={to} to={to} end>
            {label}
          </NavLink>
        ))}
    </nav>
  );
};
