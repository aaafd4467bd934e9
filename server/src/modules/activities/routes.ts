import type { activitiesApi } from "@ginkgo/shared/api/activities.ts";
import type { Handlers } from "@ginkgo/shared/api/contract.ts";
import type { Call } from "../../platform/http/call.ts";
import type { Actor } from "../authority/index.ts";
import type { Activities } from "./service.ts";

export const activityHandlers = (activities: Activities) =>
  ({
    list: ({ actor }, input) => activities.list(actor, input),
    view: ({ actor }, { activityId }) => activities.reading.view(actor, activityId),
    byCode: ({ actor }, { code }) => activities.reading.byCode(actor, code),
    create: (call, draft) => activities.create(call, draft),
    edit: ({ actor }, input) => activities.edit(actor, input),
    signUp: (call, input) => activities.signUp(call, input),
    withdraw: (call, input) => activities.withdraw(call, input),
    code: ({ actor }, { shiftId, way }) => activities.code(actor, shiftId, way),
    check: (call, input) => activities.check(call, input),
    people: ({ actor }, { activityId }) => activities.reading.people(actor, activityId),
    notice: ({ actor }, { activityId }) => activities.reading.notice(actor, activityId),
    attend: (call, input) => activities.attend(call, input),
    refuse: (call, input) => activities.refuse(call, input),
    grant: (call, input) => activities.grant(call, input),
    evaluate: (call, input) => activities.evaluate(call, input),
    note: (call, input) => activities.note(call, input),
    askCorrection: (call, input) => activities.askCorrection(call, input),
    corrections: ({ actor }, input) => activities.corrections(actor, input),
    decideCorrection: (call, input) => activities.decideCorrection(call, input),
    calendar: ({ actor }, input) => activities.own.calendar(actor, input),
    hours: ({ actor }, input) => activities.own.hours(actor, input),
    feed: ({ actor }) => activities.feed.own(actor),
    renewFeed: ({ actor }) => activities.feed.renew(actor),
    dropFeed: ({ actor }) => activities.feed.drop(actor),
    certificates: ({ actor }, input) => activities.certificates.list(actor, input),
    certificate: ({ actor }, { code }) => activities.certificates.own(actor, code),
    issue: (call, input) => activities.certificates.issue(call, input),
    verify: (_call, { code }) => activities.certificates.verify(code),
    publicList: (_call, { tenant, ...query }) => activities.open.list(tenant, query),
    publicView: (_call, { tenant, code }) => activities.open.view(tenant, code),
  }) satisfies Handlers<Call<Actor>, typeof activitiesApi>;
