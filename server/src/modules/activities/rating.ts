/** Both sides say how it was: who took part rates the activity, who organises writes of the work, and the person reads it. */
import type { Call } from "../../platform/http/call.ts";
import { notFound, Refusal } from "../../platform/problem.ts";
import type { Actor } from "../authority/index.ts";
import type { ActivitiesDeps } from "./deps.ts";
import type { Ground } from "./ground.ts";
import { saveSignUp } from "./repo.ts";
import type { Signing } from "./signing.ts";
import { tellLater } from "./telling.ts";

export const createRating = ({ db, clock }: ActivitiesDeps, ground: Ground, signing: Signing) => ({
  evaluate: async (
    call: Call<Actor>,
    input: { readonly signUpId: string; readonly version: number; readonly stars: number; readonly words: string },
  ): Promise<string> => {
    const { actor } = call;
    const { id } = await db.once(actor.tenant, call.request, async (tx) => {
      const { activity, one, checkVersion } = await signing.lockBoth(tx, input.signUpId, { version: input.version });
      if (one.accountId !== actor.accountId) throw notFound("这条报名");
      const { kind } = await ground.see(actor, activity, true);
      checkVersion();
      if (!kind.evaluation) throw new Refusal("not-allowed-now", "这个活动不评价。");
      if (one.status !== "done") throw new Refusal("not-allowed-now", "参加完才能评价。");
      await saveSignUp(
        tx,
        one,
        { stars: input.stars, words: input.words || null },
        { type: "evaluate", actor: { accountId: actor.accountId, name: actor.name }, at: clock.now() },
      );
      return { id: one.activityId };
    });
    return id;
  },

  note: async (
    call: Call<Actor>,
    input: { readonly signUpId: string; readonly version: number; readonly note: string },
  ): Promise<string> => {
    const { actor } = call;
    const { id } = await db.once(actor.tenant, call.request, async (tx) => {
      const { activity, one, checkVersion } = await signing.lockBoth(tx, input.signUpId, { version: input.version });
      const { kind } = await ground.organising(actor, activity);
      checkVersion();
      if (!kind.evaluation) throw new Refusal("not-allowed-now", "这个活动不评价。");
      if (one.status !== "done" && one.status !== "present")
        throw new Refusal("not-allowed-now", "参加过的人才能写评语。");
      if (one.accountId === actor.accountId) throw new Refusal("forbidden", "不能给自己写评语。");
      const at = clock.now();
      const saved = await saveSignUp(
        tx,
        one,
        { note: input.note },
        { type: "note", actor: { accountId: actor.accountId, name: actor.name }, at, data: { note: input.note } },
      );
      tellLater(tx, {
        accountIds: [one.accountId],
        title: `收到评语：${activity.matter.title}`,
        text: input.note,
        activityId: activity.matter.id,
        at,
        sourceKey: `${one.id}/${saved.version}`,
      });
      return { id: one.id };
    });
    return id;
  },
});
