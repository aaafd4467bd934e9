import type { CaseAction } from "@ginkgo/shared/api/cases.ts";
import { ProblemError } from "@ginkgo/shared/api/client.ts";
import { type MatterView, mattersApi } from "@ginkgo/shared/api/matters.ts";
import { useQueryClient } from "@tanstack/react-query";
import { Alert, App, Button } from "antd";
import { useState } from "react";
import { keyOf, useChange } from "../api/hooks.ts";
import { ActionModal } from "../form/ActionModal.tsx";

interface MatterActionsProps {
  readonly view: Pick<MatterView, "id" | "version" | "actions">;
  /** Said when nothing is this person's to do; nothing at all where it would only be in the way. */
  readonly idle?: string | null;
}

/** The buttons this person has on a registration, claim, activity …, as the server gave them. */
export const MatterActions = ({ view, idle = "您现在没有需要做的操作" }: MatterActionsProps) => {
  const queries = useQueryClient();
  const { message } = App.useApp();
  const [chosen, setChosen] = useState<{ action: CaseAction; version: number }>();
  const act = useChange(mattersApi.act, (after) => {
    queries.setQueryData(keyOf(mattersApi.view, { matterId: view.id }), after);
    // Lists, counts and whatever else shows it.
    void queries.invalidateQueries();
    void message.success(`“${chosen?.action.label ?? "操作"}”已完成`);
    setChosen(undefined);
  });
  const stale = act.error instanceof ProblemError && act.error.problem.status === 409;
  const gone = chosen !== undefined && !view.actions.some(({ action }) => action === chosen.action.action);
  const open = (action: CaseAction) => {
    act.reset();
    setChosen({ action, version: view.version });
  };

  return (
    <div className="actions no-print">
      {view.actions.map((action) => (
        <Button
          key={action.action}
          type={action.tone === "primary" ? "primary" : "default"}
          danger={action.tone === "danger"}
          onClick={() => open(action)}
        >
          {action.label}
        </Button>
      ))}
      {view.actions.length === 0 && idle ? <span className="muted">{idle}</span> : null}
      {chosen ? (
        <ActionModal
          key={chosen.action.action}
          action={chosen.action}
          pending={act.isPending}
          error={act.error}
          blocked={gone}
          notice={
            gone || stale ? (
              <Alert
                className="gap-below"
                type="warning"
                showIcon
                title={
                  gone
                    ? "刚刚有了变化，现在不能再做这一步。已填写的内容可以先复制下来。"
                    : "填写期间有更新，请看过最新情况再提交。"
                }
              />
            ) : null
          }
          onSubmit={(data) =>
            act.mutate(
              // What was refused as overtaken is sent again for what stands now.
              { matterId: view.id, action: chosen.action.action, version: stale ? view.version : chosen.version, data },
              { onError: () => void queries.invalidateQueries({ queryKey: keyOf(mattersApi.view) }) },
            )
          }
          onClose={() => setChosen(undefined)}
        />
      ) : null}
    </div>
  );
};
