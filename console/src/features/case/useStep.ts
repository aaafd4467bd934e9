import { type CaseAction, type CaseView, casesApi } from "@ginkgo/shared/api/cases.ts";
import { useQueryClient } from "@tanstack/react-query";
import { App } from "antd";
import { useState } from "react";
import { call, codeOf } from "../../ui/api/client.ts";
import { keyOf, useChange } from "../../ui/api/hooks.ts";
import type { FieldValues } from "../../ui/form/FormFields.tsx";

const meansChanged = ["stale", "not-allowed-now", "already-taken"];

/**
 * One step of the workflow: opening its form, sending it, and what happens when someone else was faster. The version
 * sent is the one the person saw when they opened the form, so that nobody decides on something they have not read.
 */
export const useStep = (view: CaseView) => {
  const queries = useQueryClient();
  const { message } = App.useApp();
  const [step, setStep] = useState<{ action: CaseAction; version: number } | null>(null);
  const viewKey = keyOf(casesApi.view, { caseId: view.id });

  const act = useChange(casesApi.act, (next) => {
    queries.setQueryData(viewKey, next);
    void queries.invalidateQueries({ queryKey: keyOf(casesApi.list) });
    void queries.invalidateQueries({ queryKey: keyOf(casesApi.counts) });
    void message.success(`${step?.action.label ?? "操作"}：已完成`);
    setStep(null);
  });

  const readAgain = async () => {
    const next = await queries.fetchQuery({
      queryKey: viewKey,
      queryFn: () => call(casesApi.view, { caseId: view.id }),
      staleTime: 0,
    });
    setStep((open) => (open ? { ...open, version: next.version } : open));
  };

  const submit = (data: FieldValues) => {
    if (!step) return;
    act.mutate(
      { caseId: view.id, action: step.action.action, version: step.version, data },
      {
        onError: (error) => {
          if (meansChanged.includes(codeOf(error) ?? "")) void readAgain().catch(() => undefined);
        },
      },
    );
  };

  return {
    step,
    /** Someone else's step has taken this one away meanwhile. */
    gone: step !== null && !view.actions.some((action) => action.action === step.action.action),
    /** The case has changed since the form was opened; sending will be refused once, and then shows what is new. */
    changed: step !== null && step.version !== view.version,
    pending: act.isPending,
    error: act.error,
    submit,
    open: (action: CaseAction) => {
      act.reset();
      setStep({ action, version: view.version });
    },
    close: () => setStep(null),
  };
};
