/** Organising an activity and changing it: what it says, its shifts, and what a change means for those who signed up. */
import type { ActivityDraft, ActivityEdit, ShiftDraft } from "@ginkgo/shared/api/activities.ts";
import type { ActivityKind } from "@ginkgo/shared/pack/activities.ts";
import type { Pack } from "@ginkgo/shared/pack/schema.ts";
import { leavesOf, workflowOf } from "@ginkgo/shared/pack/states.ts";
import type { Tx } from "../../platform/db/database.ts";
import type { Call } from "../../platform/http/call.ts";
import { forbidden, invalid, notFound, Refusal, stale } from "../../platform/problem.ts";
import { type Actor, may } from "../authority/index.ts";
import { findMatter, lockMatter } from "../matters/index.ts";
import type { Tree } from "../org/index.ts";
import { changeShifts, insertShifts, type ShiftTimes, tellChanged } from "./changing.ts";
import type { ActivitiesDeps } from "./deps.ts";
import { type Ground, what } from "./ground.ts";
import { isFinished, kindOf } from "./model.ts";
import { lockShiftsOf } from "./repo.ts";
import { findActivity } from "./rows.ts";

type Words = Omit<ActivityEdit, "version" | "shifts">;

const longestDays = 7;

const timesOf = (drafts: readonly ShiftDraft[]): ShiftTimes[] =>
  drafts.map(({ id, startsAt, endsAt, place, capacity }, i) => {
    const times = { id, startsAt: new Date(startsAt), endsAt: new Date(endsAt), place: place.trim(), capacity };
    if (times.endsAt <= times.startsAt)
      throw invalid(`shifts[${i}].endsAt`, `第 ${i + 1} 个场次的结束时间要晚于开始时间。`);
    if (times.endsAt.getTime() - times.startsAt.getTime() > longestDays * 24 * 3_600_000)
      throw invalid(`shifts[${i}].endsAt`, `第 ${i + 1} 个场次超过 ${longestDays} 天，请拆成几个场次。`);
    return times;
  });

const checkWords = (kind: ActivityKind, pack: Pack, given: Words): void => {
  if (kind.risky && given.insurance.trim() === "")
    throw invalid("insurance", `“${kind.label}”有风险，请写明保险：谁投保、保什么、怎么理赔。`);
  if (!kind.limits && (given.minAge !== undefined || given.maxAge !== undefined || given.health.trim() !== ""))
    throw invalid("minAge", `“${kind.label}”不限年龄和健康条件，请去掉。`);
  if (given.minAge !== undefined && given.maxAge !== undefined && given.minAge > given.maxAge)
    throw invalid("maxAge", "最大年龄不能小于最小年龄。");
  if (!kind.skills && given.skills.length > 0) throw invalid("skills", `“${kind.label}”不要求技能，请去掉。`);
  const unknown = given.skills.find((skill) => !pack.skills.some(({ id }) => id === skill));
  if (unknown !== undefined) throw invalid("skills", "有技能不在清单内，请重新选择。");
};

const wordColumns = (given: Words) => ({
  words: given.words,
  venue: given.venue,
  lng: given.pin?.[0] ?? null,
  lat: given.pin?.[1] ?? null,
  facility_id: given.facility ?? null,
  min_age: given.minAge ?? null,
  max_age: given.maxAge ?? null,
  skills: [...new Set(given.skills)],
  health: given.health.trim(),
  conditions: given.conditions.trim(),
  insurance: given.insurance.trim(),
  contact: given.contact.trim(),
});

const spanOf = (shifts: readonly { readonly startsAt: Date; readonly endsAt: Date }[]) => ({
  starts_at: new Date(Math.min(...shifts.map(({ startsAt }) => startsAt.getTime()))),
  ends_at: new Date(Math.max(...shifts.map(({ endsAt }) => endsAt.getTime()))),
});

export const createOrganising = (deps: ActivitiesDeps, ground: Ground) => {
  const { db, clock, packs, forest, matters } = deps;

  const bodyOf = (actor: Actor, tree: Tree, bodyId: string | undefined) => {
    if (bodyId === undefined) return undefined;
    const body = tree.get(bodyId);
    if (body?.status !== "active" || tree.as(body) !== "body") throw invalid("body", "没有这个组织，请重新选择。");
    const speaks = actor.grants.some(({ nodeId, rights }) => nodeId === bodyId && rights.has("case.lead"));
    if (!speaks && !may(actor, { right: "activity.edit" }, { nodeId: bodyId }, tree))
      throw forbidden(`代表“${body.name}”组织活动`);
    return body;
  };

  const checkFacility = async (tx: Tx, actor: Actor, id: string | undefined): Promise<void> => {
    if (id === undefined) return;
    const facility = await findMatter(tx, id);
    if (facility?.type !== "claimable") throw invalid("facility", "没有这个设施，请重新选择。");
    await matters.see(actor, facility, "这个设施");
  };

  const seriesOf = async (tx: Tx, actor: Actor, id: string | undefined): Promise<string | undefined> => {
    if (id === undefined) return undefined;
    const { activity } = await ground.organising(actor, await findActivity(tx, id));
    return activity.seriesId;
  };

  return {
    create: async (call: Call<Actor>, draft: ActivityDraft): Promise<{ id: string }> => {
      const { actor } = call;
      const { pack } = await packs.current(actor.tenant);
      const tree = await forest.tree(actor.tenant);
      const kind = kindOf(pack, draft.kind);
      if (!kind) throw invalid("kind", "没有这类活动，请重新选择。");
      const node = tree.get(draft.node);
      if (node?.status !== "active" || node.tree !== "area") throw invalid("node", "没有这个地方，请重新选择。");
      checkWords(kind, pack, draft);
      const now = clock.now();
      const times = timesOf(draft.shifts);
      if (times.some(({ endsAt }) => endsAt <= now))
        throw invalid("shifts", "有场次的时间已经过去，请改成以后的时间。");
      const body = bodyOf(actor, tree, draft.body);
      const begun = leavesOf(workflowOf(pack, kind.workflow), workflowOf(pack, kind.workflow).initial);
      return db.once(actor.tenant, call.request, async (tx) => {
        await checkFacility(tx, actor, draft.facility);
        const series = await seriesOf(tx, actor, draft.seriesOf);
        const matter = await matters.moving.begin(tx, actor, {
          type: "activity",
          kind: draft.kind,
          workflow: kind.workflow,
          title: draft.title,
          nodeId: node.id,
          // Until it opens it is nobody's to see but those who prepare it.
          visibility: begun.some((path) => kind.open.includes(path)) ? kind.visibility : "parties",
          owner: { id: actor.accountId, name: actor.name, bodyId: body?.id ?? null },
          data: draft.data,
          facts: { places: times.reduce((sum, { capacity }) => sum + capacity, 0) },
        });
        await tx.sql
          .insertInto("activities")
          .values({
            tenant_id: tx.tenant,
            matter_id: matter.id,
            ...wordColumns(draft),
            organiser: body?.name ?? node.name,
            series_id: series ?? matter.id,
            ...spanOf(times),
          })
          .execute();
        await insertShifts(tx, matter.id, times, now);
        return { id: matter.id };
      });
    },

    edit: (actor: Actor, input: ActivityEdit & { readonly activityId: string }): Promise<void> =>
      db.inTenant(actor.tenant, async (tx) => {
        const matter = await lockMatter(tx, input.activityId);
        if (!matter) throw notFound(what);
        const { activity, kind } = await ground.organising(actor, await findActivity(tx, matter.id));
        if (input.version !== matter.version) throw stale();
        if (matter.ended || isFinished(matter, kind))
          throw new Refusal("not-allowed-now", "活动已经结束，不能再改；要补充情况请写在成果里。");
        const pack = await packs.at(tx.tenant, matter.packVersion);
        checkWords(kind, pack, input);
        await checkFacility(tx, actor, input.facility);
        const times = timesOf(input.shifts);
        const at = clock.now();
        if (times.some(({ id, endsAt }) => id === undefined && endsAt <= at))
          throw invalid("shifts", "新加的场次时间已经过去，请改成以后的时间。");
        const shifts = await lockShiftsOf(tx, matter.id);
        const told = await changeShifts(tx, activity, shifts, times, at);
        await insertShifts(
          tx,
          matter.id,
          times.filter(({ id }) => id === undefined),
          at,
        );
        await tx.sql
          .updateTable("activities")
          .set({ ...wordColumns(input), ...spanOf(times) })
          .where("tenant_id", "=", tx.tenant)
          .where("matter_id", "=", matter.id)
          .execute();
        if (input.title !== matter.title)
          await tx.sql
            .updateTable("matters")
            .set({ title: input.title })
            .where("tenant_id", "=", tx.tenant)
            .where("id", "=", matter.id)
            .execute();
        const places = times.reduce((sum, { capacity }) => sum + capacity, 0);
        await matters.moving.keepFacts(
          tx,
          { ...matter, title: input.title },
          { places },
          { action: "edit", label: "修改活动", actor },
        );
        await tellChanged(tx, activity, told, at);
      }),
  };
};
export type Organising = ReturnType<typeof createOrganising>;
