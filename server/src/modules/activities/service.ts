/** The module put together: organising, signing up, coming and going, hours, calendars, certificates. */
import type { ActivityView, Participant } from "@ginkgo/shared/api/activities.ts";
import type { Call } from "../../platform/http/call.ts";
import { Refusal } from "../../platform/problem.ts";
import type { Actor } from "../authority/index.ts";
import { createCertificates } from "./certificates.ts";
import type { ActivitiesDeps } from "./deps.ts";
import { createFeed } from "./feed.ts";
import { createGround } from "./ground.ts";
import { createHours } from "./hours.ts";
import { createList } from "./list.ts";
import { createMoved } from "./moved.ts";
import { createOrganising } from "./organising.ts";
import { createOwn } from "./own.ts";
import { createPresence } from "./presence.ts";
import { createPublic } from "./public.ts";
import { createRating } from "./rating.ts";
import { createReading } from "./reading.ts";
import { createSettling } from "./settling.ts";
import { createSigning } from "./signing.ts";
import { createDelivery } from "./telling.ts";

export const createActivities = (deps: ActivitiesDeps) => {
  const ground = createGround(deps);
  const settling = createSettling(deps);
  const signing = createSigning(deps, ground);
  const presence = createPresence(deps, ground, signing, settling);
  const hours = createHours(deps, ground, signing, settling);
  const reading = createReading(deps, ground);
  const moved = createMoved(deps, settling);
  deps.matters.moving.listen(moved.listen);

  const { db } = deps;

  /** A place is one's own, or the organiser's to give and take: to all others it is not there. */
  const withdraw = async (
    call: Call<Actor>,
    input: { readonly signUpId: string; readonly version: number },
  ): Promise<string> => {
    const { actor } = call;
    const { id } = await db.once(actor.tenant, call.request, async (tx) => {
      const { activity, shift, one, checkVersion } = await signing.lockBoth(tx, input.signUpId, {
        version: input.version,
      });
      if (one.accountId !== actor.accountId) throw new Refusal("not-found", "没有找到这条报名，请刷新后再看。");
      checkVersion();
      await signing.leave(tx, activity, shift, one, "withdrawn", { actor, reason: null });
      return { id: one.activityId };
    });
    return id;
  };

  const refuse = async (
    call: Call<Actor>,
    input: { readonly signUpId: string; readonly version: number; readonly reason: string },
  ): Promise<string> => {
    const { actor } = call;
    const { id } = await db.once(actor.tenant, call.request, async (tx) => {
      const { activity, shift, one, checkVersion } = await signing.lockBoth(tx, input.signUpId, {
        version: input.version,
      });
      await ground.organising(actor, activity);
      checkVersion();
      await signing.leave(tx, activity, shift, one, "refused", { actor, reason: input.reason });
      return { id: one.id };
    });
    return id;
  };

  const viewAfter =
    <I>(work: (call: Call<Actor>, input: I) => Promise<string>) =>
    async (call: Call<Actor>, input: I): Promise<ActivityView> =>
      reading.view(call.actor, await work(call, input));
  const participantAfter =
    <I>(work: (call: Call<Actor>, input: I) => Promise<string>) =>
    async (call: Call<Actor>, input: I): Promise<Participant> =>
      reading.participant(call.actor, await work(call, input));

  const rating = createRating(deps, ground, signing);
  const organising = createOrganising(deps, ground);

  return {
    list: createList(deps),
    reading,
    create: organising.create,
    edit: async (actor: Actor, input: Parameters<typeof organising.edit>[1]): Promise<ActivityView> => {
      await organising.edit(actor, input);
      return reading.view(actor, input.activityId);
    },
    signUp: viewAfter(signing.signUp),
    withdraw: viewAfter(withdraw),
    refuse: participantAfter(refuse),
    code: presence.code,
    check: viewAfter(presence.check),
    attend: participantAfter(presence.attend),
    grant: participantAfter(hours.grant),
    evaluate: viewAfter(rating.evaluate),
    note: participantAfter(rating.note),
    askCorrection: viewAfter(hours.askCorrection),
    corrections: hours.corrections,
    decideCorrection: hours.decide,
    own: createOwn(deps),
    feed: createFeed(deps),
    certificates: createCertificates(deps),
    open: createPublic(deps),
    tick: moved.tick,
    deliver: createDelivery(deps.notify),
  };
};
export type Activities = ReturnType<typeof createActivities>;
