/** What was done: a visit, someone who was not met, a note between visits. Written once, never changed. */
import type { CareEntry, CareView } from "@ginkgo/shared/api/care.ts";
import { dayOf } from "@ginkgo/shared/day.ts";
import type { Tx } from "../../platform/db/database.ts";
import { attachFiles } from "../../platform/files/attach.ts";
import type { Call } from "../../platform/http/call.ts";
import { newId } from "../../platform/ids.ts";
import { invalid, notFound, Refusal } from "../../platform/problem.ts";
import type { Actor } from "../authority/index.ts";
import { accountsNamed } from "../identity/index.ts";
import { readPlainAnswers } from "../matters/index.ts";
import type { CareDeps } from "./deps.ts";
import { createGround, fullView, lockedPlan, notePlan } from "./ground.ts";
import { careKind, type EntryContent, nextAfter } from "./model.ts";
import { changePlan, insertEntry, type PlanRow } from "./repo.ts";
import type { Viewing } from "./view.ts";

export const createVisits = (deps: CareDeps) => {
  const { db, files, sealer, points, caseSeen } = deps;
  const ground = createGround(deps);

  const write = async (
    tx: Tx,
    { actor, now }: Viewing,
    plan: PlanRow,
    type: CareEntry["type"],
    details: EntryContent["details"],
    more: { readonly photos?: readonly string[]; readonly caseId?: string | null } = {},
  ): Promise<string> => {
    const id = newId();
    const content: EntryContent = { details };
    await insertEntry(tx, plan, {
      id,
      type,
      at: now,
      account: { id: actor.accountId, name: actor.name },
      contentSealed: sealer.seal(JSON.stringify(content)),
      caseId: more.caseId ?? null,
    });
    const photos = more.photos ?? [];
    if ((await attachFiles(tx, { type: "care", id }, actor.accountId, photos)) < photos.length)
      throw invalid("data.photos", "有照片没有上传成功或已被使用，请重新上传。");
    return id;
  };

  const credit = async (tx: Tx, viewing: Viewing, plan: PlanRow): Promise<void> => {
    const { actor, now } = viewing;
    const me = (await accountsNamed(tx, [actor.accountId])).get(actor.accountId);
    await points.credit(tx, {
      type: "visit",
      kind: plan.kind,
      step: "done",
      subjectId: plan.id,
      // One visit to one person earns once a day, however often it is written down.
      sourceKey: `visit/${plan.id}/${actor.accountId}/${dayOf(now)}`,
      accountId: actor.accountId,
      unitId: null,
      homeId: me?.homeId ?? null,
      nodeId: plan.nodeId,
      minutes: null,
      at: now,
      words: `走访：${careKind(viewing.pack, plan.kind)?.label ?? "定期走访"}`,
      actor,
    });
  };

  return {
    visit: async (
      call: Call<Actor>,
      id: string,
      given: { met: boolean; data: Readonly<Record<string, unknown>> },
    ): Promise<CareView> => {
      const { actor } = call;
      const viewing = await ground(actor);
      return db.once(actor.tenant, call.request, async (tx) => {
        const { plan, part } = await lockedPlan(tx, viewing, id);
        if (!part.visits && !part.edits) throw notFound("这个走访对象");
        if (plan.status === "ended") throw new Refusal("not-allowed-now", "这个对象已经结束走访。");
        const form = careKind(viewing.pack, plan.kind)?.visit ?? [];
        // Who was not met cannot be asked: only what is given then is kept.
        const asked = given.met ? form : form.map((field) => ({ ...field, required: false }));
        const { details, photos } = await readPlainAnswers(viewing, asked, given.data);
        await write(tx, viewing, plan, given.met ? "visit" : "not-met", details, { photos });
        const { now } = viewing;
        const seen = { last_visit_at: now, status: "active" as const, paused_until: null };
        await changePlan(tx, plan, given.met ? { ...seen, next_on: nextAfter(dayOf(now), plan.everyDays) } : {});
        await notePlan(tx, plan, plan.version + 1, given.met ? "visited" : "not-met", actor, now);
        if (given.met && part.visits) await credit(tx, viewing, plan);
        return fullView(tx, viewing, files, id);
      });
    },

    note: async (call: Call<Actor>, id: string, given: { words: string; caseNo?: string }): Promise<CareView> => {
      const { actor } = call;
      const viewing = await ground(actor);
      const no = given.caseNo?.trim();
      const caseId = no ? await caseSeen(actor, no) : undefined;
      return db.once(actor.tenant, call.request, async (tx) => {
        const { plan } = await lockedPlan(tx, viewing, id);
        if (no && !caseId) throw invalid("caseNo", "没有找到这个编号的诉求，请核对编号。");
        await write(tx, viewing, plan, "note", [{ label: "记录", text: given.words.trim() }], {
          caseId: caseId ?? null,
        });
        await changePlan(tx, plan, {});
        await notePlan(tx, plan, plan.version + 1, "noted", actor, viewing.now);
        return fullView(tx, viewing, files, id);
      });
    },
  };
};
export type Visits = ReturnType<typeof createVisits>;
