import { type AgreementView, agreementsApi } from "@ginkgo/shared/api/agreements.ts";
import type { CaseAction } from "@ginkgo/shared/api/cases.ts";
import { ProblemError } from "@ginkgo/shared/api/client.ts";
import { useQueryClient } from "@tanstack/react-query";
import { Alert, App, Button } from "antd";
import { useState } from "react";
import { keyOf, useChange } from "../../ui/api/hooks.ts";
import { ActionModal } from "../../ui/form/ActionModal.tsx";

/** Steps of the workflow that are this person's, for whichever party they speak. */
export const AgreementActions = ({ view, onDone }: { view: AgreementView; onDone: (after: AgreementView) => void }) => {
  const queries = useQueryClient();
  const { message } = App.useApp();
  const [chosen, setChosen] = useState<{ action: CaseAction; version: number }>();
  const act = useChange(agreementsApi.act, (after) => {
    onDone(after);
    void message.success(`“${chosen?.action.label ?? "操作"}”已完成`);
    setChosen(undefined);
  });
  const stale = act.error instanceof ProblemError && act.error.problem.status === 409;
  const { id, version, actions } = view.matter;
  return (
    <>
      {actions.map((action) => (
        <Button
          key={action.action}
          type={action.tone === "primary" ? "primary" : "default"}
          danger={action.tone === "danger"}
          onClick={() => {
            act.reset();
            setChosen({ action, version });
          }}
        >
          {action.label}
        </Button>
      ))}
      {chosen ? (
        <ActionModal
          key={chosen.action.action}
          action={chosen.action}
          pending={act.isPending}
          error={act.error}
          blocked={!actions.some(({ action }) => action === chosen.action.action)}
          notice={
            stale ? (
              <Alert className="gap-below" type="warning" showIcon title="填写期间有更新，请看过最新情况再提交。" />
            ) : null
          }
          onSubmit={(data) =>
            act.mutate(
              { agreementId: id, action: chosen.action.action, version: stale ? version : chosen.version, data },
              { onError: () => void queries.invalidateQueries({ queryKey: keyOf(agreementsApi.view) }) },
            )
          }
          onClose={() => setChosen(undefined)}
        />
      ) : null}
    </>
  );
};
