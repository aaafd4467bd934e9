import { orgApi } from "@ginkgo/shared/api/org.ts";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "../net/client.ts";
import { NodePicker, type PickedNode } from "../place/NodePicker.tsx";
import { Sheet } from "../Sheet.tsx";
import type { FieldProps } from "./field-props.ts";

const nameOf = ({ trail, name }: PickedNode): string => (trail.endsWith(name) ? trail : `${trail} ${name}`);

export const NodeField = ({ field, value, onChange, id }: FieldProps<"node">) => {
  const [open, setOpen] = useState(false);
  const [picked, setPicked] = useState<PickedNode>();
  const chosen = typeof value === "string" ? value : "";
  const known = picked?.id === chosen;
  // Chosen before this screen was opened: a draft keeps the id alone.
  const kept = useQuery({
    queryKey: ["node", chosen],
    queryFn: ({ signal }) => call(orgApi.node, { nodeId: chosen }, { signal }),
    enabled: chosen !== "" && !known,
    staleTime: 300_000,
  });
  const name = known ? nameOf(picked) : chosen && (kept.data?.name ?? "已选");
  return (
    <>
      <button id={id} type="button" className="option" onClick={() => setOpen(true)}>
        {name || "点此选择"}
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
