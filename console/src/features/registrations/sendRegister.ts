/** Sends a sheet and hears how far it has come: one JSON document a line, the last with the report or the problem. */
import { ProblemError } from "@ginkgo/shared/api/client.ts";
import { Problem } from "@ginkgo/shared/api/problem.ts";
import { ImportProgress, RegistrationImport } from "@ginkgo/shared/api/registrations.ts";

const broken = (status: number): Problem => ({
  type: "about:blank",
  title: "服务异常",
  status,
  code: status === 0 ? "unavailable" : "internal",
  detail:
    status === 0 ? "连接断了，请检查网络后再导入一次；已导入的不会重复。" : "服务器暂时没有正常应答，请稍后重试。",
});

async function* linesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<unknown> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = "";
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    rest += decoder.decode(part.value, { stream: true });
    const lines = rest.split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) if (line) yield JSON.parse(line);
  }
  if (rest) yield JSON.parse(rest);
}

export interface Sending {
  readonly kind: string;
  readonly file: File;
  readonly dryRun: boolean;
  readonly rows: "all" | "good";
  readonly key: string;
  readonly onProgress: (progress: ImportProgress) => void;
}

export const sendRegister = async (one: Sending): Promise<RegistrationImport> => {
  const body = new FormData();
  body.append("file", one.file, one.file.name);
  const query = new URLSearchParams({ kind: one.kind, dryRun: one.dryRun ? "yes" : "no", rows: one.rows });
  const response = await fetch(`/api/v1/registrations/import?${query}`, {
    method: "POST",
    headers: { "x-ginkgo-app": "console", "idempotency-key": one.key },
    credentials: "same-origin",
    body,
  }).catch(() => {
    throw new ProblemError(broken(0));
  });
  if (!response.ok || !response.body) {
    const answer: unknown = await response.json().catch(() => undefined);
    throw new ProblemError(Problem.safeParse(answer).data ?? broken(response.status));
  }
  try {
    for await (const line of linesOf(response.body)) {
      const { report, problem } = line as { report?: unknown; problem?: unknown };
      if (report) return RegistrationImport.parse(report);
      if (problem) throw new ProblemError(Problem.parse(problem));
      const progress = ImportProgress.safeParse(line).data;
      if (progress) one.onProgress(progress);
    }
  } catch (error) {
    if (error instanceof ProblemError) throw error;
  }
  throw new ProblemError(broken(0));
};
