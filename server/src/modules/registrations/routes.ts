import type { Handlers } from "@ginkgo/shared/api/contract.ts";
import type { registrationsApi } from "@ginkgo/shared/api/registrations.ts";
import type { Call } from "../../platform/http/call.ts";
import type { Actor } from "../authority/index.ts";
import type { Registrations } from "./service.ts";

export const registrationHandlers = (registrations: Registrations) =>
  ({
    list: ({ actor }, query) => registrations.list(actor, query),
    counts: ({ actor }, query) => registrations.counts(actor, query),
    register: (call, draft) => registrations.register(call, draft),
    view: ({ actor }, { registrationId }) => registrations.view(actor, registrationId),
    edit: (call, input) => registrations.edit(call, input),
    consent: (call, { registrationId, agreed }) => registrations.consent(call, registrationId, agreed),
    contact: (call, { registrationId, reason }) => registrations.contact(call, registrationId, reason),
  }) satisfies Handlers<Call<Actor>, typeof registrationsApi>;
