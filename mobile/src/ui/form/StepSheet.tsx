/** One step of a workflow: asks what the pack's form asks, sends it once, and keeps what was typed when it is refused. */
import type { CaseAction } from "@ginkgo/shared/api/cases.ts";
import { useMutation } from "@tanstack/react-query";
import Button from "antd-mobile/es/components/button";
import { useState } from "react";
import { confirm, toast } from "../feedback.ts";
import { problemOf } from "../net/client.ts";
import { useStableKey } from "../net/stable-key.ts";
import { Sheet } from "../Sheet.tsx";
import { Refusal } from "../states.tsx";
import { FormFields } from "./FormFields.tsx";
import { answersOf, problemsIn, type Values } from "./values.ts";

interface StepSheetProps<T> {
  /** Fields that choose among cases leave this one out. */
  readonly caseId?: string;
  readonly version: number;
  readonly action: CaseAction;
  readonly send: (data: Record<string, unknown>, idempotencyKey: string) => Promise<T>;
  readonly onDone: (after: T) => void;
  /** Someone else was faster: fetch what is true now. The typed answers stay in this sheet. */
  readonly onOvertaken: () => void;
  readonly onClose: () => void;
}

export const StepSheet = <T,>({
  caseId = "",
  version,
  action,
  send: request,
  onDone,
  onOvertaken,
  onClose,
}: StepSheetProps<T>) => {
  const keyFor = useStableKey();
  const [values, setValues] = useState<Values>({});
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({});
  const act = useMutation({
    mutationFn: (data: Record<string, unknown>) => request(data, keyFor({ version, data })),
    onSuccess: (after) => {
      void toast(`“${action.label}”已完成`, "success");
      onDone(after);
      onClose();
    },
    onError: (error) => {
      const problem = problemOf(error);
      const byField = (problem.errors ?? []).map(
        ({ path, message }) => [path.replace(/^data\./, ""), message] as const,
      );
      setProblems(Object.fromEntries(byField));
      if (problem.status === 409) onOvertaken();
    },
  });

  const send = async () => {
    const found = problemsIn(action.form, values);
    setProblems(found);
    if (Object.keys(found).length > 0) return;
    if (action.confirm && action.form.length > 0 && !(await confirm(action.label, action.confirm))) return;
    act.mutate(answersOf(action.form, values));
  };

  return (
    <Sheet
      open
      title={action.label}
      onClose={onClose}
      footer={
        <Button
          block
          size="large"
          color={action.tone === "danger" ? "danger" : "primary"}
          loading={act.isPending}
          loadingText="正在提交…"
          onClick={() => void send()}
        >
          {act.isError ? "再试一次" : `确定${action.label}`}
        </Button>
      }
    >
      {action.form.length === 0 && (
        <p style={{ padding: "1rem 0" }}>{action.confirm ?? `确定要“${action.label}”吗？`}</p>
      )}
      <FormFields form={action.form} values={values} problems={problems} caseId={caseId} onChange={setValues} />
      <Refusal error={act.error} />
    </Sheet>
  );
};
