import type { RegistrationSummary } from "@ginkgo/shared/api/registrations.ts";
import { EnvironmentOutline } from "antd-mobile-icons";
import { Link } from "react-router";
import { StateTag } from "../../ui/case/StateTag.tsx";
import { reviewDay } from "./words.ts";

export const RegistrationCard = ({ one }: { one: RegistrationSummary }) => (
  <li className="card case-card">
    <Link to={`/registrations/${one.id}`} className="case-link">
      <div className="case-head">
        <span className="case-category">{one.mine && one.who === "person" ? one.kindLabel : one.name}</span>
        <StateTag label={one.stateLabel} tone={one.tone} />
      </div>
      <p className="case-facts">
        <span>
          <EnvironmentOutline /> {one.place}
        </span>
        {one.unit && <span>{one.unit.name}</span>}
        {one.skills.length > 0 && <span>{one.skills.map(({ label }) => label).join("、")}</span>}
        {one.active && one.dueAt && <span>{reviewDay(one.dueAt)}前复核</span>}
      </p>
    </Link>
  </li>
);
