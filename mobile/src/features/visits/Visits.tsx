/** 走访: whom one visits, those due first and in the order of their places. */
import type { CareSummary } from "@ginkgo/shared/api/care.ts";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { MoreRows } from "../../ui/MoreRows.tsx";
import { Page } from "../../ui/Page.tsx";
import { Empty, Loaded } from "../../ui/states.tsx";
import { dueToday, myPlans } from "./queries.ts";
import { dueTones, dueWords } from "./words.ts";
import "../../ui/case/case.css";
import "./visits.css";

const Plan = ({ plan }: { plan: CareSummary }) => (
  <li className="card case-card">
    <Link to={`/visits/${plan.id}`} className="case-link">
      <span className="visit-line">
        <strong className="case-category">{plan.name}</strong>
        <span className={plan.due === "late" ? "tag visit-late" : `tag tag-${dueTones[plan.due]}`}>
          {dueWords(plan)}
        </span>
      </span>
      <span className="case-facts">
        <span>{plan.kindLabel}</span>
        <span>{plan.trail}</span>
        <span>每 {plan.everyDays} 天一次</span>
      </span>
    </Link>
  </li>
);

const Visits = () => {
  const today = useQuery(dueToday);
  const all = useInfiniteQuery(myPlans);
  return (
    <Page title="走访" back="/take-part">
      <Loaded query={today} lines={2}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="card">今天没有到期的走访。</p>
          ) : (
            <>
              <h2 className="visit-title">今天要去（{items.length}），按地方排好</h2>
              <ul>
                {items.map((plan) => (
                  <Plan key={plan.id} plan={plan} />
                ))}
              </ul>
            </>
          )
        }
      </Loaded>
      <h2 className="visit-title">我走访的</h2>
      <MoreRows query={all} empty={<Empty title="没有由您走访的人" hint="社区安排以后，会出现在这里。" />}>
        {(plan) => <Plan key={plan.id} plan={plan} />}
      </MoreRows>
    </Page>
  );
};
export default Visits;
