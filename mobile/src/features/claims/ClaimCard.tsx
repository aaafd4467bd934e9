import type { ClaimSummary } from "@ginkgo/shared/api/claims.ts";
import { ClockCircleOutline } from "antd-mobile-icons";
import { Link } from "react-router";
import { StateTag } from "../../ui/case/StateTag.tsx";
import { ago, dueWords } from "../../ui/case/words.ts";
import "../../ui/case/case.css";

interface ClaimCardProps {
  readonly item: ClaimSummary;
  /** On the page of the thing itself its title need not be repeated. */
  readonly short?: boolean;
}

export const ClaimCard = ({ item, short = false }: ClaimCardProps) => {
  const due = dueWords(item);
  const who = item.holder ? (item.holder.body?.name ?? item.holder.name) : "";
  return (
    <li className={short ? "claim-line" : "card case-card"}>
      <Link to={`/my-claims/${item.id}`} className="case-link">
        <div className="case-head">
          <span className="case-category">{short ? who || "我的认领" : item.claimable.title}</span>
          <StateTag label={item.stateLabel} tone={item.tone} />
        </div>
        <p className="case-facts">
          {!short && <span>{item.kindLabel}</span>}
          {!short && item.mine === "owner" && <span>认领人：{who}</span>}
          {!short && item.mine === "holder" && item.holder?.body && <span>代表 {item.holder.body.name}</span>}
          <span>{ago(item.createdAt)}认领</span>
          {due && (
            <span className={`due due-${item.time}`}>
              <ClockCircleOutline /> {due}
            </span>
          )}
        </p>
      </Link>
    </li>
  );
};
