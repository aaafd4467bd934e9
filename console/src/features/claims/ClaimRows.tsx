import { EnvironmentOutlined, UserOutlined } from "@ant-design/icons";
import type { ClaimSummary } from "@ginkgo/shared/api/claims.ts";
import { DueTime } from "../../ui/DueTime.tsx";
import { Marks } from "../../ui/Marks.tsx";
import { StateTag } from "../../ui/StateTag.tsx";
import { fullTime } from "../../ui/time.ts";

interface ClaimRowsProps {
  readonly items: readonly ClaimSummary[];
  readonly onOpen: (claimId: string) => void;
  /** Below one thing its title need not be repeated. */
  readonly short?: boolean;
}

const claimantOf = ({ holder }: ClaimSummary): string => {
  if (!holder) return "";
  return holder.body
    ? `${holder.body.name}${holder.body.name === holder.name ? "" : ` · ${holder.name}`}`
    : holder.name;
};

export const ClaimRows = ({ items, onOpen, short = false }: ClaimRowsProps) => (
  <ul className="plain-list case-list">
    {items.map((item) => (
      <li key={item.id} className="case-item">
        <button type="button" className="claim-row" onClick={() => onOpen(item.id)}>
          <span className="case-line case-line-tags">
            <strong>{short ? claimantOf(item) || "我的认领" : item.claimable.title}</strong>
            <StateTag label={item.stateLabel} tone={item.tone} />
            <Marks marks={item.marks} />
            <span className="grow" />
            <DueTime time={item.time} dueAt={item.dueAt} />
          </span>
          <span className="muted small case-line">
            {short ? null : (
              <>
                <span>{item.kindLabel}</span>
                <span className="ellipsis">
                  <EnvironmentOutlined /> {item.place || item.node.name}
                </span>
                <span className="ellipsis">
                  <UserOutlined /> {claimantOf(item)}
                </span>
              </>
            )}
            {item.unit ? <span>{item.unit.name}</span> : null}
            <span>{fullTime(item.createdAt)}</span>
          </span>
        </button>
      </li>
    ))}
  </ul>
);
