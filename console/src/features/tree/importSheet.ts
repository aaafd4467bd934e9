/** Sending a sheet is multipart and therefore no `endpoint` of the contracts; the answer is their `ImportReport`. */
import { ProblemError } from "@ginkgo/shared/api/client.ts";
import { ImportReport } from "@ginkgo/shared/api/org.ts";
import { Problem } from "@ginkgo/shared/api/problem.ts";

const unreadable = (status: number): Problem => ({
  type: "about:blank",
  title: "服务异常",
  status,
  code: status === 0 ? "unavailable" : "internal",
  detail: status === 0 ? "连不上服务器，请检查网络后重试。" : "服务器暂时没有正常应答，请稍后重试。",
});

export const importSheet = async (file: File, dryRun: boolean, key: string): Promise<ImportReport> => {
  const body = new FormData();
  body.append("file", file, file.name);
  const response = await fetch(`/api/v1/nodes/import?dryRun=${dryRun ? "yes" : "no"}`, {
    method: "POST",
    headers: { "x-ginkgo-app": "console", "idempotency-key": key },
    credentials: "same-origin",
    body,
  }).catch(() => {
    throw new ProblemError(unreadable(0));
  });
  const answer: unknown = await response.json().catch(() => undefined);
  if (response.ok) return ImportReport.parse(answer);
  throw new ProblemError(Problem.safeParse(answer).data ?? unreadable(response.status));
};
