/** Sending what no screen would send, and looking whether anything was left behind. */
import { Problem } from "@ginkgo/shared/api/problem.ts";
import { expect } from "vitest";
import type { World } from "./app.ts";

export interface Sent {
  readonly method?: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  readonly url: string;
  readonly payload?: unknown;
  readonly key?: string;
}

export const nobody = "01a1ffe6-3a0f-7012-a11f-4fbfb461a717";

export const hostileIn = (world: World) => {
  const send = async (who: string, { method = "POST", url, payload, key }: Sent) => {
    const { token } = await world.as(who);
    const response = await world.app.http.inject({
      method,
      url: `/api/v1${url}`,
      headers: {
        authorization: `Bearer ${token}`,
        ...(payload === undefined ? {} : { "content-type": "application/json" }),
        ...(key ? { "idempotency-key": key } : {}),
      },
      ...(payload === undefined ? {} : { payload: typeof payload === "string" ? payload : JSON.stringify(payload) }),
    });
    const type = String(response.headers["content-type"]);
    return { status: response.statusCode, type, body: type.includes("json") ? response.json() : undefined };
  };

  /** Done, or refused with a detail someone can act on. */
  const answered = async (who: string, sent: Sent) => {
    const answer = await send(who, sent);
    const about = `${sent.method ?? "POST"} ${sent.url} ${JSON.stringify(sent.payload)?.slice(0, 200)} → ${JSON.stringify(answer.body)?.slice(0, 300)}`;
    expect(answer.status, about).toBeLessThan(500);
    if (answer.status >= 400) expect(Problem.parse(answer.body).detail, about).toMatch(/[一-龥]{2}/);
    return answer;
  };

  const refused = async (who: string, sent: Sent, path?: string) => {
    const answer = await answered(who, sent);
    const about = `${sent.url} ${JSON.stringify(sent.payload)?.slice(0, 200)} → ${JSON.stringify(answer.body)?.slice(0, 200)}`;
    expect(answer.status, about).toBeGreaterThanOrEqual(400);
    if (path !== undefined)
      expect(
        answer.body.errors?.map((one: { path: string }) => one.path),
        about,
      ).toContain(path);
    return answer;
  };

  /** Rows of everything a request could leave behind. */
  const rows = async (): Promise<Record<string, number>> => {
    const tables = ["cases", "case_workers", "events", "timers", "disclosures", "saved_filters", "pack_drafts"];
    const counts = tables.map((table) => `(select count(*)::int from ${table}) as ${table}`);
    const [found] = await world.query<Record<string, number>>(`select ${counts.join(", ")}`);
    // An empty answer would agree with everything.
    expect(found?.events).toBeGreaterThan(0);
    return found ?? {};
  };
  const leavesNothing = async (work: () => Promise<void>) => {
    const before = await rows();
    await work();
    expect(await rows()).toEqual(before);
  };

  const draft = async (more: object = {}) => ({
    category: "road",
    words: "路上有个坑",
    node: await world.node("east-1"),
    ...more,
  });
  const begun = async (
    who: string,
    more: object = {},
  ): Promise<{ id: string; version: number; children: { id: string }[] }> => {
    const { status, body } = await send(who, { url: "/cases", payload: await draft(more) });
    expect(status, JSON.stringify(body)).toBe(200);
    return body;
  };

  return { send, answered, refused, leavesNothing, draft, begun };
};
