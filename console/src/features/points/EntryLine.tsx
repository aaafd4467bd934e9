import { bookingWords, type PointEntry, takenBackWords } from "@ginkgo/shared/api/points.ts";
import { Tag } from "antd";
import type { ReactNode } from "react";
import { fullTime } from "../../ui/time.ts";

export const signed = (points: number): string => (points > 0 ? `+${points}` : `−${-points}`);

const sides = { home: "居住地", unit: "单位" } as const;

interface EntryLineProps {
  readonly entry: PointEntry;
  readonly who?: string | undefined;
  readonly extra?: ReactNode;
}

/** One booking: what it was for, where, when, who confirmed it, and where it is recognised. */
export const EntryLine = ({ entry, who, extra }: EntryLineProps) => (
  <div className="point-entry">
    <div className="grow">
      <p className="point-entry-head">
        <Tag className={`tag ${entry.points > 0 ? "tag-done" : "tag-stopped"}`}>{bookingWords[entry.kind]}</Tag>
        <strong className="wrap">{entry.words}</strong>
        {entry.reversedBy ? <Tag className="tag tag-waiting">{takenBackWords(entry.kind)}</Tag> : null}
      </p>
      <p className="muted small">
        {[
          who,
          entry.rule,
          entry.place,
          fullTime(entry.doneAt),
          `经手：${entry.by}`,
          ...entry.recognised.map(({ side, node }) => `${sides[side]}认可：${node}`),
        ]
          .filter(Boolean)
          .join(" · ")}
      </p>
      {extra}
    </div>
    <b className="point-entry-points">{signed(entry.points)}</b>
  </div>
);
