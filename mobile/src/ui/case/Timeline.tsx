import type { TimelineEntry } from "@ginkgo/shared/api/cases.ts";
import { LockOutline } from "antd-mobile-icons";
import { Gallery } from "../photos/Gallery.tsx";
import { timeOf } from "./words.ts";
import "./steps.css";

export const Timeline = ({ entries }: { entries: readonly TimelineEntry[] }) => (
  <ol className="timeline">
    {entries.map((entry) => (
      <li key={entry.id}>
        <p>
          {/* A limit's reminder. Not the mark of an urgent case: the case may well be an ordinary one. */}
          <b className={entry.urgent ? "timeline-reminder" : undefined}>{entry.label}</b>
          {entry.audience && (
            <span className="inside">
              <LockOutline /> {entry.audience}
            </span>
          )}
        </p>
        <p className="timeline-who">
          {entry.actor} · <time dateTime={entry.at}>{timeOf(entry.at)}</time>
        </p>
        {entry.details.map((detail) => (
          <p key={detail.label + detail.text} className="timeline-detail">
            {detail.label}：{detail.text}
          </p>
        ))}
        <Gallery files={entry.photos} />
      </li>
    ))}
  </ol>
);
