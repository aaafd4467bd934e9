import { LockOutlined } from "@ant-design/icons";
import type { TimelineEntry } from "@ginkgo/shared/api/cases.ts";
import { Timeline as AntTimeline, Tag } from "antd";
import { PhotoGallery } from "./PhotoGallery.tsx";
import { fullTime } from "./time.ts";

const Entry = ({ entry }: { entry: TimelineEntry }) => (
  <div className="entry">
    <div className="entry-head">
      {/* A limit's reminder. Not the tag of an urgent case: the case may well be an ordinary one. */}
      <strong className={entry.urgent ? "danger" : undefined}>{entry.label}</strong>
      {entry.audience ? (
        <Tag icon={<LockOutlined />} className="tag">
          {entry.audience}
        </Tag>
      ) : null}
    </div>
    <div className="muted small">
      {entry.actor} · <time dateTime={entry.at}>{fullTime(entry.at)}</time>
    </div>
    {entry.details.map((detail) => (
      <div key={detail.label} className="entry-detail">
        <span className="muted">{detail.label}：</span>
        <span className="pre">{detail.text}</span>
      </div>
    ))}
    <PhotoGallery files={entry.photos} size={72} />
  </div>
);

export const Timeline = ({ entries }: { entries: readonly TimelineEntry[] }) => (
  <AntTimeline
    items={entries.map((entry) => ({
      key: entry.id,
      color: entry.urgent ? "red" : entry.audience ? "gray" : "blue",
      content: <Entry entry={entry} />,
    }))}
  />
);
