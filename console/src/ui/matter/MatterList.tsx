import { EnvironmentOutlined, UserOutlined } from "@ant-design/icons";
import type { MatterSummary } from "@ginkgo/shared/api/matters.ts";
import { matterPath } from "@ginkgo/shared/links.ts";
import { Link } from "react-router";
import { DueTime } from "../DueTime.tsx";
import { Marks } from "../Marks.tsx";
import { StateTag } from "../StateTag.tsx";
import { fullTime } from "../time.ts";

const people = ({ owner, holder, unit }: MatterSummary): string =>
  [...new Set([holder?.name ?? owner?.name, unit?.name ?? holder?.body?.name].filter(Boolean))].join(" · ");

/** Registrations, claims, activities … as rows that stay readable on a phone. */
export const MatterList = ({ items }: { items: readonly MatterSummary[] }) => (
  <ul className="plain-list case-list">
    {items.map((item) => (
      <li key={item.id} className="case-item">
        <Link to={matterPath(item.type, item.id)} className="case-link">
          <span className="case-line case-line-tags">
            <strong>{item.kindLabel}</strong>
            <StateTag label={item.stateLabel} tone={item.tone} />
            <Marks marks={item.marks} />
            <span className="grow" />
            <DueTime time={item.time} dueAt={item.dueAt} />
          </span>
          <span className="two-lines">{item.title}</span>
          <span className="muted small case-line">
            <span className="ellipsis">
              <EnvironmentOutlined /> {item.place || item.node.name}
            </span>
            {people(item) ? (
              <span>
                <UserOutlined /> {people(item)}
              </span>
            ) : null}
            <span>{fullTime(item.createdAt)}</span>
          </span>
        </Link>
      </li>
    ))}
  </ul>
);
