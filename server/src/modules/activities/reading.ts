/** One activity as its page shows it, and who takes part for those who organise it. */
import type { ActivityView, Participant } from "@ginkgo/shared/api/activities.ts";
import type { Pack } from "@ginkgo/shared/pack/schema.ts";
import { allSteps, workflowOf } from "@ginkgo/shared/pack/states.ts";
import { sql } from "kysely";
import { maskName } from "../../platform/crypto.ts";
import type { Tx } from "../../platform/db/database.ts";
import { notFound } from "../../platform/problem.ts";
import type { Actor } from "../authority/index.ts";
import { findByCode, findMatter } from "../matters/index.ts";
import { conditionWords } from "./conditions.ts";
import type { ActivitiesDeps } from "./deps.ts";
import { type Ground, type Seen, what } from "./ground.ts";
import { attended, isRunning } from "./model.ts";
import { mineIn, overlapsOf, queueOf, shiftsOf, signUpsOf } from "./repo.ts";
import { type Activity, findActivity } from "./rows.ts";
import { type CorrectionRow, mySignUpOf, participantOf, shiftViewOf, viewOf } from "./views.ts";

/** The latest for each sign-up. */
const correctionsOf = async (tx: Tx, signUpIds: readonly string[]): Promise<Map<string, CorrectionRow>> => {
  if (signUpIds.length === 0) return new Map();
  const { rows } = await sql<CorrectionRow>`
    select distinct on (sign_up_id) id, sign_up_id, status, minutes, reason, answer, asked_at from hour_corrections
    where tenant_id = ${tx.tenant} and sign_up_id = any(${[...signUpIds]}::uuid[])
    order by sign_up_id, asked_at desc, id desc`.execute(tx.sql);
  return new Map(rows.map((row) => [row.sign_up_id, row]));
};

export const createReading = (deps: ActivitiesDeps, ground: Ground) => {
  const { db, clock, files, matters, packs } = deps;

  /** What the step that reports results said; photos of people are open to everyone only where they agreed. */
  const resultsOf = async (tx: Tx, { activity, kind, sight }: Seen, pack: Pack): Promise<ActivityView["results"]> => {
    if (kind.results === undefined || !activity.finishedAt) return null;
    const { id, subject } = activity.matter;
    const row = await tx.sql
      .selectFrom("events")
      .select(["at", "data"])
      .where("tenant_id", "=", tx.tenant)
      .where("subject_type", "=", "matter")
      .where("subject_id", "=", id)
      .where("type", "=", kind.results)
      .orderBy("seq", "desc")
      .executeTakeFirst();
    if (!row) return null;
    const data = row.data as { details?: { label: string; text: string }[]; photos?: string[] };
    const asides = new Set(
      allSteps(workflowOf(pack, subject.workflow))
        .flatMap(({ name, step }) => (name === kind.results ? step.form : []))
        .flatMap((field) => (field.kind === "yes-no" ? [field.label] : [])),
    );
    const open = sight !== "passer-by" || subject.facts.photosPublic === true;
    const stored = open ? ((await files.ofSubjects(tx, [id])).get(id) ?? []) : [];
    return {
      at: row.at.toISOString(),
      // What only says how to deal with it is no result.
      details: (data.details ?? []).filter(({ label }) => !asides.has(label)),
      photos: stored.filter((file) => data.photos?.includes(file.id)),
    };
  };

  const seriesOf = async (tx: Tx, actor: Actor, { matter, seriesId }: Activity): Promise<ActivityView["series"]> => {
    const rows = await tx.sql
      .selectFrom("activities as a")
      .innerJoin("matters as m", (join) =>
        join.onRef("m.tenant_id", "=", "a.tenant_id").onRef("m.id", "=", "a.matter_id"),
      )
      .select(["m.id", "m.title", "a.starts_at"])
      .where("a.tenant_id", "=", tx.tenant)
      .where("a.series_id", "=", seriesId)
      .where("a.matter_id", "<>", matter.id)
      .where(({ or, eb }) => or([eb("m.visibility", "<>", "parties"), eb("m.owner_id", "=", actor.accountId)]))
      .orderBy("a.starts_at")
      .limit(50)
      .execute();
    return rows.map(({ id, title, starts_at }) => ({ id, title, startsAt: starts_at.toISOString() }));
  };

  const starsOf = async (tx: Tx, activityId: string): Promise<number | null> => {
    const { rows } = await sql<{ stars: number | null }>`
      select round(avg(stars), 1)::float8 as stars from sign_ups
      where tenant_id = ${tx.tenant} and activity_id = ${activityId}`.execute(tx.sql);
    return rows[0]?.stars ?? null;
  };

  const facilityOf = async (tx: Tx, id: string | null): Promise<ActivityView["facility"]> => {
    const facility = id ? await findMatter(tx, id) : undefined;
    return facility ? { id: facility.id, title: facility.title } : null;
  };

  const viewIn = async (tx: Tx, actor: Actor, id: string): Promise<ActivityView> => {
    const activity = await findActivity(tx, id);
    const mine = await mineIn(tx, [id], actor.accountId);
    const seen = await ground.see(actor, activity, mine.length > 0);
    const { matter } = seen.activity;
    const now = clock.now();
    const pack = await packs.at(tx.tenant, matter.packVersion);
    const skillLabels = new Map(pack.skills.map((skill) => [skill.id, skill.label]));
    const shifts = (await shiftsOf(tx, [id])).get(id) ?? [];
    const queues = await queueOf(
      tx,
      mine.map((one) => one.id),
    );
    const corrections = await correctionsOf(
      tx,
      mine.map((one) => one.id),
    );
    const running = seen.kind.checkIn === "voluntary" && isRunning(matter, seen.kind);
    const coming = shifts.filter(({ cancelled, endsAt }) => !cancelled && endsAt > now);
    const overlapping = Map.groupBy(await overlapsOf(tx, actor.accountId, coming), ({ shiftId }) => shiftId);
    return viewOf({
      activity: seen.activity,
      kind: seen.kind,
      shifts,
      mine,
      skillLabels,
      now,
      matter: await matters.viewIn(tx, actor, matter, seen.sight),
      shiftViews: shifts.map((shift) => {
        const one = mine.find(({ shiftId }) => shiftId === shift.id);
        const others = (overlapping.get(shift.id) ?? []).map(({ activityId, title, startsAt, endsAt }) => ({
          activityId,
          title,
          startsAt: startsAt.toISOString(),
          endsAt: endsAt.toISOString(),
        }));
        const my = one && mySignUpOf(one, queues.get(one.id), corrections.get(one.id));
        return shiftViewOf(shift, my, others, running, now);
      }),
      facility: await facilityOf(tx, seen.activity.facilityId),
      series: await seriesOf(tx, actor, seen.activity),
      results: await resultsOf(tx, seen, pack),
      stars: await starsOf(tx, id),
      conditionWords: conditionWords(seen.activity, skillLabels, seen.kind.signUp === "registered"),
      organises: seen.organises,
      desk: seen.desk,
    });
  };

  const peopleIn = async (tx: Tx, actor: Actor, id: string): Promise<{ seen: Seen; items: Participant[] }> => {
    const seen = await ground.organising(actor, await findActivity(tx, id));
    const order = new Map(((await shiftsOf(tx, [id])).get(id) ?? []).map((shift, i) => [shift.id, i]));
    const all = (await signUpsOf(tx, id)).toSorted((a, b) => (order.get(a.shiftId) ?? 0) - (order.get(b.shiftId) ?? 0));
    const waiting = all.filter(({ status }) => status === "waiting").map((one) => one.id);
    const queues = await queueOf(tx, waiting);
    const corrections = await correctionsOf(
      tx,
      all.map((one) => one.id),
    );
    const items = all.map((one) =>
      participantOf(
        one,
        seen.tree,
        queues.get(one.id),
        (corrections.get(one.id)?.status as Participant["correction"] | undefined) ?? "none",
      ),
    );
    return { seen, items };
  };

  return {
    view: (actor: Actor, id: string): Promise<ActivityView> => db.inTenant(actor.tenant, (tx) => viewIn(tx, actor, id)),

    byCode: (actor: Actor, code: string): Promise<ActivityView> =>
      db.inTenant(actor.tenant, async (tx) => {
        const matter = await findByCode(tx, code);
        if (matter?.type !== "activity") throw notFound(what);
        return viewIn(tx, actor, matter.id);
      }),

    people: (actor: Actor, id: string) =>
      db.inTenant(actor.tenant, async (tx) => ({ items: (await peopleIn(tx, actor, id)).items })),

    /** For the Excel sheet: the same people, with the shifts they signed up for. */
    roll: (actor: Actor, id: string) =>
      db.inTenant(actor.tenant, async (tx) => {
        const { seen, items } = await peopleIn(tx, actor, id);
        return { activity: seen.activity, items, shifts: (await shiftsOf(tx, [id])).get(id) ?? [] };
      }),

    participant: (actor: Actor, signUpId: string): Promise<Participant> =>
      db.inTenant(actor.tenant, async (tx) => {
        const row = await tx.sql
          .selectFrom("sign_ups")
          .select("activity_id")
          .where("tenant_id", "=", tx.tenant)
          .where("id", "=", signUpId)
          .executeTakeFirst();
        if (!row) throw notFound("这条报名");
        const found = (await peopleIn(tx, actor, row.activity_id)).items.find(({ id }) => id === signUpId);
        if (!found) throw notFound("这条报名");
        return found;
      }),

    /** The hours of all who were there lie open to them, and to nobody else; names masked but one's own. */
    notice: (actor: Actor, id: string) =>
      db.inTenant(actor.tenant, async (tx) => {
        const activity = await findActivity(tx, id);
        const all = (await signUpsOf(tx, id)).filter(({ status }) => attended.includes(status));
        const took = all.some(({ accountId }) => accountId === actor.accountId);
        const seen = await ground.see(actor, activity, took);
        if (!took && !seen.organises) throw notFound(what);
        return {
          finalAt: seen.activity.finalAt?.toISOString() ?? null,
          items: all.flatMap(({ name, minutes, minutesBy, accountId }) =>
            minutes === null || minutesBy === null
              ? []
              : [
                  {
                    name: seen.organises || accountId === actor.accountId ? name : maskName(name),
                    minutes,
                    minutesBy,
                    mine: accountId === actor.accountId,
                  },
                ],
          ),
        };
      }),
  };
};
export type Reading = ReturnType<typeof createReading>;
