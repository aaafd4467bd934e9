import { type CaseAction, casesApi } from "@ginkgo/shared/api/cases.ts";
import { useQueryClient } from "@tanstack/react-query";
import { StepSheet } from "../form/StepSheet.tsx";
import { call } from "../net/client.ts";

interface ActionSheetProps {
  readonly caseId: string;
  readonly version: number;
  readonly action: CaseAction;
  readonly onClose: () => void;
}

/** One step of a case. */
export const ActionSheet = ({ caseId, version, action, onClose }: ActionSheetProps) => {
  const client = useQueryClient();
  return (
    <StepSheet
      caseId={caseId}
      version={version}
      action={action}
      send={(data, idempotencyKey) =>
        call(casesApi.act, { caseId, action: action.action, version, data }, { idempotencyKey })
      }
      onDone={(view) => {
        client.setQueryData(["case", caseId], view);
        void client.invalidateQueries({ queryKey: ["cases"] });
      }}
      onOvertaken={() => {
        void client.invalidateQueries({ queryKey: ["case", caseId] });
        void client.invalidateQueries({ queryKey: ["cases"] });
      }}
      onClose={onClose}
    />
  );
};
