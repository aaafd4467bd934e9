/** Sending a sheet is multipart and therefore no `endpoint` of the contracts; whoever sends it knows the answer's shape. */
import { ProblemError } from "@ginkgo/shared/api/client.ts";
import { Problem } from "@ginkgo/shared/api/problem.ts";

const unreadable = (status: number): Problem => ({
  type: "about:blank",
  title: "服务异常",
  status,
  code: status === 0 ? "unavailable" : "internal",
  detail: status === 0 ? "连不上服务器，请检查网络后重试。" : "服务器暂时没有正常应答，请稍后重试。",
});

/** `path` below `/api/v1`; the same file sent again under the same key is done once. */
export const sendSheet = async (path: string, file: File, key: string): Promise<unknown> => {
  const body = new FormData();
  body.append("file", file, file.name);
  const response = await fetch(`/api/v1${path}`, {
    method: "POST",
    headers: { "x-ginkgo-app": "console", "idempotency-key": key },
    credentials: "same-origin",
    body,
  }).catch(() => {
    throw new ProblemError(unreadable(0));
  });
  const answer: unknown = await response.json().catch(() => undefined);
  if (response.ok) return answer;
  throw new ProblemError(Problem.safeParse(answer).data ?? unreadable(response.status));
};
