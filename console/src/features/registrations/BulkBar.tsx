/** The same step on many registrations: one after the other, each succeeds or fails by itself. */
import { newKey, ProblemError } from "@ginkgo/shared/api/client.ts";
import { mattersApi } from "@ginkgo/shared/api/matters.ts";
import type { RegistrationSummary } from "@ginkgo/shared/api/registrations.ts";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { App, Button, Progress } from "antd";
import { useState } from "react";
import { call } from "../../ui/api/client.ts";

interface BulkBarProps {
  readonly chosen: readonly RegistrationSummary[];
  readonly onDone: () => void;
}

export const BulkBar = ({ chosen, onDone }: BulkBarProps) => {
  const { message, modal } = App.useApp();
  const queries = useQueryClient();
  const [done, setDone] = useState(0);
  const run = useMutation({
    mutationFn: async ({ action }: { action: string; label: string }) => {
      const failed: string[] = [];
      const able = chosen.filter(({ bulk }) => bulk.some((one) => one.action === action));
      for (const [i, one] of able.entries()) {
        setDone(Math.round(((i + 1) / able.length) * 100));
        try {
          await call(
            mattersApi.act,
            { matterId: one.id, action, version: one.version, data: {} },
            { idempotencyKey: newKey() },
          );
        } catch (error) {
          if (!(error instanceof ProblemError)) throw error;
          failed.push(`${one.name}：${error.problem.detail}`);
        }
      }
      return { done: able.length - failed.length, failed };
    },
    onSuccess: (result, { label }) => {
      void queries.invalidateQueries();
      if (result.failed.length === 0) void message.success(`“${label}”已完成 ${result.done} 条`);
      else
        modal.warning({
          title: `“${label}”完成 ${result.done} 条，${result.failed.length} 条没有成功`,
          content: (
            <ul>
              {result.failed.map((text) => (
                <li key={text}>{text}</li>
              ))}
            </ul>
          ),
        });
      onDone();
    },
  });
  if (chosen.length === 0) return null;
  const steps = new Map(chosen.flatMap(({ bulk }) => bulk.map(({ action, label }) => [action, label] as const)));
  const ask = (action: string, label: string) => {
    const count = chosen.filter(({ bulk }) => bulk.some((one) => one.action === action)).length;
    modal.confirm({
      title: `${label} ${count} 条？`,
      okText: label,
      cancelText: "取消",
      onOk: () => run.mutate({ action, label }),
    });
  };
  return (
    <section className="register-bulk no-print" aria-label="成批办理">
      <span>已选 {chosen.length} 条</span>
      {[...steps].map(([action, label]) => (
        <Button key={action} type="primary" loading={run.isPending} onClick={() => ask(action, label)}>
          {label}
        </Button>
      ))}
      {run.isPending ? <Progress percent={done} size="small" className="grow" /> : null}
      <Button type="text" onClick={onDone}>
        取消选择
      </Button>
    </section>
  );
};
