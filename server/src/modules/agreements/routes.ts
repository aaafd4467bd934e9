import type { agreedItemsApi } from "@ginkgo/shared/api/agreed-items.ts";
import type { agreementsApi } from "@ginkgo/shared/api/agreements.ts";
import type { Handlers } from "@ginkgo/shared/api/contract.ts";
import type { meetingsApi } from "@ginkgo/shared/api/meetings.ts";
import type { Call } from "../../platform/http/call.ts";
import type { Actor } from "../authority/index.ts";
import type { Agreements } from "./service.ts";

export const agreementHandlers = ({ drafting, agreeing, reading, standing }: Agreements) =>
  ({
    standing: ({ actor }) => standing(actor),
    list: ({ actor }, query) => reading.list(actor, query),
    view: ({ actor }, { agreementId }) => reading.view(actor, agreementId),
    draft: async (call, input) => reading.viewAfter(call.actor, await drafting.draft(call, input)),
    edit: async (call, input) => {
      await drafting.edit(call, input);
      return reading.viewAfter(call.actor, input.agreementId);
    },
    act: async (call, input) => {
      await agreeing.act(call, input);
      return reading.viewAfter(call.actor, input.agreementId);
    },
    agree: async (call, input) => {
      await agreeing.agree(call, input);
      return reading.viewAfter(call.actor, input.agreementId);
    },
    sign: async (call, input) => {
      await agreeing.sign(call, input);
      return reading.viewAfter(call.actor, input.agreementId);
    },
    unsign: async (call, input) => {
      await agreeing.unsign(call, input);
      return reading.viewAfter(call.actor, input.agreementId);
    },
    renew: async (call, input) => reading.viewAfter(call.actor, await drafting.renew(call, input)),
  }) satisfies Handlers<Call<Actor>, typeof agreementsApi>;

export const agreedItemHandlers = ({ items }: Agreements) =>
  ({
    list: ({ actor }, query) => items.list(actor, query),
    view: ({ actor }, { itemId }) => items.view(actor, itemId),
    report: (call, input) => items.report(call, input),
    change: (call, input) => items.change(call, input),
    end: (call, input) => items.end(call, input),
  }) satisfies Handlers<Call<Actor>, typeof agreedItemsApi>;

export const meetingHandlers = ({ meetings }: Agreements) =>
  ({
    list: ({ actor }, query) => meetings.list(actor, query),
    view: ({ actor }, { meetingId }) => meetings.view(actor, meetingId),
    plan: async (call, input) => meetings.view(call.actor, await meetings.plan(call, input)),
    change: async (call, input) => {
      await meetings.change(call, input);
      return meetings.view(call.actor, input.meetingId);
    },
    cancel: async (call, input) => {
      await meetings.cancel(call, input);
      return meetings.view(call.actor, input.meetingId);
    },
    answer: async (call, input) => {
      await meetings.answer(call, input);
      return meetings.view(call.actor, input.meetingId);
    },
    record: async (call, input) => {
      await meetings.record(call, input);
      return meetings.view(call.actor, input.meetingId);
    },
    next: async (call, input) => meetings.view(call.actor, await meetings.next(call, input)),
  }) satisfies Handlers<Call<Actor>, typeof meetingsApi>;
