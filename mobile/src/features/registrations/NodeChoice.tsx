/** A node in words, with a sheet to pick another one from. */
import type { NodeRef } from "@ginkgo/shared/api/common.ts";
import { useState } from "react";
import { NodePicker, type PickLevel } from "../../ui/place/NodePicker.tsx";
import { Sheet } from "../../ui/Sheet.tsx";

export type Chosen = Pick<NodeRef, "id" | "name">;

interface NodeChoiceProps {
  readonly id: string;
  readonly label: string;
  readonly value: Chosen | undefined;
  readonly levels: readonly PickLevel[];
  /** Whether it may be left open. */
  readonly optional?: boolean;
  readonly onChange: (node: Chosen | undefined) => void;
}

export const NodeChoice = ({ id, label, value, levels, optional, onChange }: NodeChoiceProps) => {
  const [open, setOpen] = useState(false);
  return (
    <>
      <div className="choice-line">
        {/* The field's label alone would hide from a screen reader what has been chosen. */}
        <button
          id={id}
          type="button"
          className="option"
          aria-labelledby={`${id}-label ${id}-value`}
          onClick={() => setOpen(true)}
        >
          <span id={`${id}-value`}>{value?.name ?? "点此选择"}</span>
        </button>
        {optional && value && (
          <button type="button" className="plain-button" onClick={() => onChange(undefined)}>
            清除
          </button>
        )}
      </div>
      <Sheet full title={label} open={open} onClose={() => setOpen(false)}>
        <NodePicker
          levels={levels}
          onPick={(node) => {
            onChange(node);
            setOpen(false);
          }}
        />
      </Sheet>
    </>
  );
};
