import type { AgreedItem } from "@ginkgo/shared/api/agreed-items.ts";
import { Drawer, Progress } from "antd";
import { lazy, Suspense, useState } from "react";
import { StateTag } from "../../ui/StateTag.tsx";
import { itemStates, leftText } from "./words.ts";

const ItemPanel = lazy(async () => ({ default: (await import("./ItemPanel.tsx")).ItemPanel }));

/** Items as rows; one opens beside the list. */
export const ItemRows = ({
  items,
  empty,
  sources = false,
}: {
  items: readonly AgreedItem[];
  empty?: string;
  /** Whether each says what it came out of. */
  sources?: boolean;
}) => {
  const [open, setOpen] = useState<string>();
  if (items.length === 0 && empty) return <p className="muted">{empty}</p>;
  return (
    <>
      <ul className="plain-list">
        {items.map((item) => (
          <li key={item.id} className="agree-row">
            <button type="button" className="agree-body" onClick={() => setOpen(item.id)}>
              <span className="agree-line">
                <StateTag {...itemStates[item.state]} />
                <span>{item.what}</span>
              </span>
              <span className="muted small">
                {item.owner.name} · {item.due} 前
                {item.state === "open" ? (
                  <span className={item.late ? "danger" : undefined}> · {leftText(item.daysLeft)}</span>
                ) : null}
                {sources ? ` · ${item.source.title}` : ""}
              </span>
            </button>
            {item.state === "open" || item.state === "done" ? (
              <Progress
                className="agree-side"
                percent={item.progress}
                size="small"
                status={item.late ? "exception" : undefined}
                format={() => `${item.progress}%`}
                aria-label={`进度 ${item.progress}%`}
              />
            ) : null}
          </li>
        ))}
      </ul>
      <Drawer open={open !== undefined} onClose={() => setOpen(undefined)} title="共建事项" size={520} destroyOnHidden>
        {open ? (
          <Suspense fallback={null}>
            <ItemPanel itemId={open} />
          </Suspense>
        ) : null}
      </Drawer>
    </>
  );
};
