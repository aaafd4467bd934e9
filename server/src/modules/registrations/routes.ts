import type { bulletinApi, feedbackApi } from "@ginkgo/shared/api/bulletin.ts";
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

export const bulletinHandlers = ({ bulletin, pages }: Registrations) =>
  ({
    bulletin: ({ actor }, query) => bulletin.bulletin(actor, query),
    deeds: ({ actor }, query) => bulletin.deeds(actor, query),
    compounds: ({ actor }, query) => bulletin.compounds(actor, query),
    unitPage: ({ actor }, { nodeId }) => pages.unit(actor, nodeId),
    communityPage: ({ actor }, { nodeId }) => pages.community(actor, nodeId),
  }) satisfies Handlers<Call<Actor>, typeof bulletinApi>;

export const feedbackHandlers = ({ feedback }: Registrations) =>
  ({
    list: ({ actor }, query) => feedback.list(actor, query),
    view: ({ actor }, { feedbackId }) => feedback.view(actor, feedbackId),
    say: (call, { feedbackId, registrationId, words }) => feedback.say(call, feedbackId, registrationId, words),
    confirm: (call, { feedbackId, community }) => feedback.confirm(call, feedbackId, community),
  }) satisfies Handlers<Call<Actor>, typeof feedbackApi>;
