import { useState } from "react";
import { NodePicker, type PickedNode } from "../place/NodePicker.tsx";
import { Sheet } from "../Sheet.tsx";
import type { FieldProps } from "./field-props.ts";

export const NodeField = ({ field, value, onChange, id }: FieldProps<"node">) => {
  const [open, setOpen] = useState(false);
  const [picked, setPicked] = useState<PickedNode>();
  return (
    <>
      <button id={id} type="button" className="option" onClick={() => setOpen(true)}>
        {picked && picked.id === value
          ? picked.trail.endsWith(picked.name)
            ? picked.trail
            : `${picked.trail} ${picked.name}`
          : "点此选择"}
      </button>
      <Sheet title={field.label} open={open} onClose={() => setOpen(false)}>
        <NodePicker
          levels={[{ tiers: field.tiers, pick: true }]}
          onPick={(node) => {
            setPicked(node);
            onChange(node.id);
            setOpen(false);
          }}
        />
      </Sheet>
    </>
  );
};
