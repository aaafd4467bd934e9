import type { ClaimableSummary } from "@ginkgo/shared/api/claims.ts";
import { ClockCircleOutline, EnvironmentOutline } from "antd-mobile-icons";
import { Link } from "react-router";
import { StateTag } from "../../ui/case/StateTag.tsx";
import { distance } from "../../ui/case/words.ts";
import { dayWords, spanWords } from "./words.ts";
import "../../ui/case/case.css";
import "./claims.css";

export const ClaimableCard = ({ item }: { item: ClaimableSummary }) => {
  const free = item.places - item.taken;
  const span = spanWords(item);
  return (
    <li className="card case-card">
      <Link to={`/claims/${item.id}`} className="case-link">
        <div className="case-head">
          <span className="case-category">{item.title}</span>
          {item.open ? (
            <span className={free > 0 ? "claim-free" : "claim-full"}>{free > 0 ? `余 ${free} 个名额` : "已满"}</span>
          ) : (
            <StateTag label={item.stateLabel} tone={item.tone} />
          )}
        </div>
        <p className="case-words">{item.words}</p>
        <p className="case-facts">
          <span>{item.kindLabel}</span>
          {item.claimedByMe && <b className="claim-mine">我已认领</b>}
          {item.mine === "owner" && <b className="claim-mine">我发布的</b>}
          <span>
            <EnvironmentOutline /> {item.place || item.node.name}
            {item.meters !== null && ` · 离您 ${distance(item.meters)}`}
          </span>
          {span && (
            <span>
              <ClockCircleOutline /> {span}
            </span>
          )}
          {item.until && <span>{dayWords(item.until)}截止</span>}
        </p>
      </Link>
    </li>
  );
};
