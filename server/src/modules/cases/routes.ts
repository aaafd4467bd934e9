import type { casesApi } from "@ginkgo/shared/api/cases.ts";
import type { Handlers } from "@ginkgo/shared/api/contract.ts";
import type { Call } from "../../platform/http/call.ts";
import type { Actor } from "../authority/index.ts";
import type { Cases } from "./service.ts";

export const caseHandlers = ({ submit, act, bulk, reading, outcomes, filters }: Cases) =>
  ({
    submit: async (call, draft) => {
      const { id, fresh } = await submit(call, draft);
      return fresh ? reading.viewFresh(call.actor, fresh) : reading.view(call.actor, id);
    },
    list: ({ actor }, query) => reading.list(actor, query),
    counts: ({ actor }) => reading.counts(actor),
    view: ({ actor }, { caseId }) => reading.view(actor, caseId),
    act: async (call, input) => {
      const { id, sight } = await act.act(call, input);
      return reading.view(call.actor, id, sight);
    },
    actOnMany: (call, input) => bulk(call, input),
    bulkAction: ({ actor }, { action }) => reading.bulkAction(actor, action),
    candidates: async ({ actor }, query) => ({ items: await reading.candidates(actor, query) }),
    revealContact: (call, { caseId, reason }) => reading.revealContact(call, caseId, reason),
    outcomes: ({ actor }, query) => outcomes(actor, query),
    savedFilters: async ({ actor }) => ({ items: await filters.list(actor) }),
    saveFilter: ({ actor }, { name, filter }) => filters.save(actor, name, filter),
    deleteFilter: async ({ actor }, { filterId }) => {
      await filters.remove(actor, filterId);
      return { done: true };
    },
  }) satisfies Handlers<Call<Actor>, typeof casesApi>;
