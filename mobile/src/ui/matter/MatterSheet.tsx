import type { CaseAction } from "@ginkgo/shared/api/cases.ts";
import { mattersApi } from "@ginkgo/shared/api/matters.ts";
import { useQueryClient } from "@tanstack/react-query";
import { StepSheet } from "../form/StepSheet.tsx";
import { call } from "../net/client.ts";

interface MatterSheetProps {
  readonly matterId: string;
  readonly version: number;
  readonly action: CaseAction;
  readonly onClose: () => void;
}

/** One step of a registration, claim, activity …; afterwards whatever shows any of them is asked for anew. */
export const MatterSheet = ({ matterId, version, action, onClose }: MatterSheetProps) => {
  const client = useQueryClient();
  return (
    <StepSheet
      version={version}
      action={action}
      send={(data, idempotencyKey) =>
        call(mattersApi.act, { matterId, action: action.action, version, data }, { idempotencyKey })
      }
      onDone={(view) => {
        client.setQueryData(["matter", matterId], view);
        void client.invalidateQueries();
      }}
      onOvertaken={() => void client.invalidateQueries({ queryKey: ["matter", matterId] })}
      onClose={onClose}
    />
  );
};
