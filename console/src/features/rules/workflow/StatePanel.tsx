import { statesOf } from "@ginkgo/shared/pack/states.ts";
import { Drawer } from "antd";
import { useRef } from "react";
import { StateTag } from "../../../ui/StateTag.tsx";
import { usePhoneWidth } from "../../../ui/usePhoneWidth.ts";
import type { Naming } from "../words/who.ts";
import { StateDetails } from "./StateDetails.tsx";
import { toneOf } from "./tone.tsx";

interface StatePanelProps {
  readonly naming: Naming;
  readonly workflowId: string;
  /** The state that is open, if any. */
  readonly path: string | null;
  readonly onOpen: (path: string | null) => void;
}

/** Beside the diagram; over it at phone width. */
export const StatePanel = ({ naming, workflowId, path: open, onOpen }: StatePanelProps) => {
  const phone = usePhoneWidth();
  // What was open stays in the panel while it closes.
  const last = useRef(open);
  last.current = open ?? last.current;
  const path = last.current;
  const state = path ? statesOf(naming.workflow).get(path)?.state : undefined;
  return (
    <Drawer
      open={open !== null && state !== undefined}
      onClose={() => onOpen(null)}
      size={phone ? "100%" : 480}
      mask={phone}
      title={state?.label}
      extra={
        state && path ? (
          <StateTag
            label={state.final ? "结束状态" : state.states ? "分几步" : "状态"}
            tone={toneOf(naming.workflow, path)}
          />
        ) : null
      }
    >
      {state && path ? (
        <StateDetails key={path} naming={naming} workflowId={workflowId} path={path} onOpen={onOpen} />
      ) : null}
    </Drawer>
  );
};
