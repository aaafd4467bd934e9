/** The same step on many cases: each in its own transaction, each succeeds or fails by itself. */
import type { Call } from "../../platform/http/call.ts";
import { Refusal } from "../../platform/problem.ts";
import type { Actor } from "../authority/index.ts";
import type { Act } from "./act.ts";
import type { CasesDeps } from "./deps.ts";
import { findCases } from "./repo.ts";

interface Input {
  readonly action: string;
  readonly cases: readonly { readonly id: string; readonly version: number }[];
  readonly data: Readonly<Record<string, unknown>>;
}

export const createBulk =
  ({ db }: CasesDeps, act: Act) =>
  async (call: Call<Actor>, { action, cases, data }: Input) => {
    const done: string[] = [];
    const failed: { id: string; detail: string }[] = [];
    for (const { id, version } of cases) {
      // Each case is a request of its own under the caller's key, so that repeating the whole does none of them twice.
      const request = call.request && {
        ...call.request,
        key: `${call.request.key}/${id}`,
        fingerprint: JSON.stringify({ action, id, version, data }),
      };
      try {
        await act.act({ ...call, request }, { caseId: id, action, version, data });
        done.push(id);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        failed.push({ id, detail: error.message });
      }
    }
    const named = await db.inTenant(call.actor.tenant, (tx) =>
      findCases(
        tx,
        failed.map(({ id }) => id),
      ),
    );
    return {
      done,
      failed: failed.map(({ id, detail }) => ({ id, no: named.find((one) => one.id === id)?.no ?? "", detail })),
    };
  };
