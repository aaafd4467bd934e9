import { EnvironmentOutlined, PictureOutlined } from "@ant-design/icons";
import type { CaseSummary } from "@ginkgo/shared/api/cases.ts";
import type { ReactNode } from "react";
import { Link } from "react-router";
import { DueTime } from "./DueTime.tsx";
import { Marks } from "./Marks.tsx";
import { StateTag, UrgentTag } from "./StateTag.tsx";

interface CaseListProps {
  readonly items: readonly CaseSummary[];
  /** Before each row: a checkbox where rows can be selected. */
  readonly lead?: (item: CaseSummary) => ReactNode;
  /** Opens in place instead of going to the case's page. */
  readonly onOpen?: (item: CaseSummary) => void;
}

const Row = ({ item }: { item: CaseSummary }) => (
  <>
    <span className="case-line case-line-tags">
      <strong>{item.categoryLabel}</strong>
      {item.urgent ? <UrgentTag /> : null}
      <StateTag label={item.stateLabel} tone={item.tone} />
      <Marks marks={item.marks} />
      <span className="grow" />
      <DueTime time={item.time} dueAt={item.dueAt} />
    </span>
    <span className="two-lines">{item.words}</span>
    <span className="muted small case-line">
      <span>{item.no}</span>
      <span className="ellipsis">
        <EnvironmentOutlined /> {item.place || "地点待定"}
      </span>
      {item.photoCount > 0 ? (
        <span>
          <PictureOutlined aria-label="照片" /> {item.photoCount}
        </span>
      ) : null}
      {item.assignedTo ? <span>{[item.assignedTo, item.handler].filter(Boolean).join(" · ")}</span> : null}
    </span>
  </>
);

/** Cases as rows that stay readable on a phone. */
export const CaseList = ({ items, lead, onOpen }: CaseListProps) => (
  <ul className="plain-list case-list">
    {items.map((item) => (
      <li key={item.id} className="case-item">
        {lead?.(item)}
        <Link
          to={`/cases/${item.id}`}
          className="case-link"
          onClick={(event) => {
            if (!onOpen || event.metaKey || event.ctrlKey) return;
            event.preventDefault();
            onOpen(item);
          }}
        >
          <Row item={item} />
        </Link>
      </li>
    ))}
  </ul>
);
