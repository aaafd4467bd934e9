import type { careApi } from "@ginkgo/shared/api/care.ts";
import type { Handlers } from "@ginkgo/shared/api/contract.ts";
import type { Call } from "../../platform/http/call.ts";
import type { Actor } from "../authority/index.ts";
import type { Care } from "./service.ts";

export const careHandlers = ({ reading, plans, visits }: Care) =>
  ({
    plans: ({ actor }, query) => reading.list(actor, query),
    counts: ({ actor }, query) => reading.counts(actor, query),
    today: async ({ actor }) => ({ items: await reading.today(actor) }),
    plan: ({ actor }, { planId, cursor }) => reading.one(actor, planId, cursor),
    addPlan: (call, draft) => plans.add(call, draft),
    changePlan: (call, { planId, ...draft }) => plans.change(call, planId, draft),
    reveal: (call, { planId, reason }) => reading.reveal(call, planId, reason),
    visit: (call, { planId, ...given }) => visits.visit(call, planId, given),
    note: (call, { planId, ...given }) => visits.note(call, planId, given),
    pause: (call, { planId, ...given }) => plans.pause(call, planId, given),
    resume: (call, { planId, version }) => plans.resume(call, planId, version),
    end: (call, { planId, ...given }) => plans.end(call, planId, given),
  }) satisfies Handlers<Call<Actor>, typeof careApi>;
