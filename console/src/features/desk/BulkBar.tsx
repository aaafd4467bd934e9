import { type CaseAction, type CaseSummary, casesApi } from "@ginkgo/shared/api/cases.ts";
import type { Output } from "@ginkgo/shared/api/contract.ts";
import { useQueries, useQueryClient } from "@tanstack/react-query";
import { Alert, App, Button, Modal } from "antd";
import { lazy, Suspense, useState } from "react";
import { call } from "../../ui/api/client.ts";
import { keyOf, useChange } from "../../ui/api/hooks.ts";

const ActionModal = lazy(async () => ({ default: (await import("../../ui/form/ActionModal.tsx")).ActionModal }));

type BulkResult = Output<typeof casesApi.actOnMany>;

interface BulkBarProps {
  readonly chosen: readonly CaseSummary[];
  readonly onSelect: (items: readonly CaseSummary[]) => void;
}

const most = 200;

/** Steps that every one of the chosen cases allows. */
const commonActions = (chosen: readonly CaseSummary[]): string[] =>
  (chosen[0]?.bulkActions ?? []).filter((action) => chosen.every((item) => item.bulkActions.includes(action)));

const Result = ({ result, label, onClose }: { result: BulkResult; label: string; onClose: () => void }) => (
  <Modal
    open
    title={`${label}：结果`}
    footer={
      <Button type="primary" onClick={onClose}>
        知道了
      </Button>
    }
    onCancel={onClose}
  >
    <p>
      成功 {result.done.length} 件，没有成功 {result.failed.length} 件。没有成功的仍然选中，可以看过原因再试。
    </p>
    <ul className="plain-list lined failures">
      {result.failed.map((failure) => (
        <li key={failure.id}>
          <strong>{failure.no}</strong>：{failure.detail}
        </li>
      ))}
    </ul>
  </Modal>
);

/** One step for many cases; each succeeds or fails by itself. */
export const BulkBar = ({ chosen, onSelect }: BulkBarProps) => {
  const queries = useQueryClient();
  const { message } = App.useApp();
  const [open, setOpen] = useState<CaseAction | null>(null);
  const [result, setResult] = useState<{ label: string; answer: BulkResult } | null>(null);
  const forms = useQueries({
    queries: commonActions(chosen).map((action) => ({
      queryKey: keyOf(casesApi.bulkAction, { action }),
      queryFn: () => call(casesApi.bulkAction, { action }),
      staleTime: 600_000,
    })),
  });
  const actions = forms.flatMap((form) => (form.data ? [form.data] : []));

  const act = useChange(casesApi.actOnMany, (answer) => {
    const failed = new Set(answer.failed.map((failure) => failure.id));
    onSelect(chosen.filter((item) => failed.has(item.id)));
    const label = open?.label ?? "批量操作";
    if (failed.size > 0) setResult({ label, answer });
    else void message.success(`${label}：${answer.done.length} 件都已完成`);
    setOpen(null);
    void queries.invalidateQueries({ queryKey: keyOf(casesApi.list) });
    void queries.invalidateQueries({ queryKey: keyOf(casesApi.counts) });
  });

  return (
    <>
      {chosen.length > 0 ? (
        <div className="bulk no-print" role="toolbar" aria-label="批量操作">
          <strong>已选 {chosen.length} 件</strong>
          {actions.map((action) => (
            <Button
              key={action.action}
              type={action.tone === "primary" ? "primary" : "default"}
              danger={action.tone === "danger"}
              disabled={chosen.length > most}
              onClick={() => {
                act.reset();
                setOpen(action);
              }}
            >
              {action.label}
            </Button>
          ))}
          {chosen.length > most ? <span className="danger">一次最多 {most} 件</span> : null}
          {actions.length === 0 && forms.every((form) => !form.isLoading) ? (
            <span className="muted">选中的诉求没有共同的批量操作</span>
          ) : null}
          <span className="grow" />
          <Button type="text" onClick={() => onSelect([])}>
            取消选择
          </Button>
        </div>
      ) : null}
      {open ? (
        <Suspense>
          <ActionModal
            action={open}
            pending={act.isPending}
            error={act.error}
            notice={
              <Alert
                className="gap-below"
                type="info"
                showIcon
                title={`将对选中的 ${chosen.length} 件诉求做同一操作。`}
              />
            }
            onSubmit={(data) =>
              act.mutate({ action: open.action, cases: chosen.map(({ id, version }) => ({ id, version })), data })
            }
            onClose={() => setOpen(null)}
          />
        </Suspense>
      ) : null}
      {result ? <Result result={result.answer} label={result.label} onClose={() => setResult(null)} /> : null}
    </>
  );
};
