import { EnvironmentOutlined, TeamOutlined } from "@ant-design/icons";
import type { ClaimableSummary } from "@ginkgo/shared/api/claims.ts";
import { Tag } from "antd";
import { Marks } from "../../ui/Marks.tsx";
import { StateTag } from "../../ui/StateTag.tsx";
import { useSkillLabel } from "./useKinds.ts";
import { limitWords, metersWords, placesWords, timeWords } from "./words.ts";

interface ClaimableRowsProps {
  readonly items: readonly ClaimableSummary[];
  readonly onOpen: (id: string) => void;
}

export const ClaimableRows = ({ items, onOpen }: ClaimableRowsProps) => {
  const skillLabel = useSkillLabel();
  return (
    <ul className="plain-list case-list">
      {items.map((item) => {
        const time = timeWords(item);
        const meters = metersWords(item.meters);
        return (
          <li key={item.id} className="case-item">
            <button type="button" className="claim-row" onClick={() => onOpen(item.id)}>
              <span className="case-line case-line-tags">
                <strong>{item.title}</strong>
                <StateTag label={item.stateLabel} tone={item.tone} />
                {item.claimedByMe ? <Tag color="blue">我已认领</Tag> : null}
                {item.mine === "owner" ? <Tag>我发布的</Tag> : null}
                <Marks marks={item.marks} />
                <span className="grow" />
                <span className={item.taken >= item.places ? "muted" : "claim-free"}>{placesWords(item)}</span>
              </span>
              <span className="two-lines muted">{item.words}</span>
              <span className="muted small case-line">
                <span>{item.kindLabel}</span>
                <span className="ellipsis">
                  <EnvironmentOutlined /> {item.place || item.node.name}
                  {meters ? ` · ${meters}` : ""}
                </span>
                {item.owner ? (
                  <span className="ellipsis">
                    <TeamOutlined /> {item.owner.body?.name ?? item.owner.name}
                  </span>
                ) : null}
                {time ? <span>{time}</span> : null}
                {item.until ? <span>{item.until} 截止</span> : null}
                <span>{[...item.skills.map(skillLabel), ...limitWords(item)].join("、")}</span>
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
};
