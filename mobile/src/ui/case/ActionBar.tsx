import type { CaseAction } from "@ginkgo/shared/api/cases.ts";
import Button from "antd-mobile/es/components/button";
import { useState } from "react";
import { Sheet } from "../Sheet.tsx";
import "./steps.css";

interface ActionBarProps {
  readonly actions: readonly CaseAction[];
  readonly onChoose: (action: CaseAction) => void;
}

/** More than two buttons do not fit beside each other in large type; the rest is one tap away. */
const sideBySide = 2;

const rank: Record<CaseAction["tone"], number> = { primary: 0, default: 1, danger: 2 };

export const ActionBar = ({ actions, onChoose }: ActionBarProps) => {
  const [open, setOpen] = useState(false);
  const sorted = [...actions].sort((a, b) => rank[a.tone] - rank[b.tone]);
  const shown = sorted.length > sideBySide ? sorted.slice(0, 1) : sorted;
  const rest = sorted.slice(shown.length);
  const button = (one: CaseAction) => (
    <Button
      key={one.action}
      block
      size="large"
      color={one.tone === "default" ? "default" : one.tone}
      fill={one.tone === "danger" ? "outline" : "solid"}
      onClick={() => {
        setOpen(false);
        onChoose(one);
      }}
    >
      {one.label}
    </Button>
  );
  return (
    <>
      <div className="action-bar">
        {rest.length > 0 && (
          <Button block size="large" onClick={() => setOpen(true)}>
            更多
          </Button>
        )}
        {[...shown].reverse().map(button)}
      </div>
      <Sheet title="还可以" open={open} onClose={() => setOpen(false)}>
        <div className="action-list">{rest.map(button)}</div>
      </Sheet>
    </>
  );
};
