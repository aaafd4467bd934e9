/** What everyone may read of a place's activities without signing in: no names, no history. */
import type { PublicActivity } from "@ginkgo/shared/api/activities.ts";
import { standingOf, workflowOf } from "@ginkgo/shared/pack/states.ts";
import { sql } from "kysely";
import type { Tx } from "../../platform/db/database.ts";
import { pageFrom, readCursor } from "../../platform/paging.ts";
import { notFound } from "../../platform/problem.ts";
import { mattersUnder } from "../matters/index.ts";
import { conditionWords } from "./conditions.ts";
import type { ActivitiesDeps } from "./deps.ts";
import { what } from "./ground.ts";
import { openCondition } from "./list.ts";
import { isOpen, kindOf, opennessOf, type Shift } from "./model.ts";
import { shiftsOf } from "./repo.ts";
import { type Activity, type ActivityRow, activityOf, selectActivities } from "./rows.ts";

export const createPublic = ({ db, clock, packs, forest }: ActivitiesDeps) => {
  const placeThere = async (tenant: string): Promise<void> => {
    if (!(await packs.tenants()).some((one) => one.tenant === tenant)) throw notFound("这个地方");
  };

  const viewOf = async (tx: Tx, activity: Activity, shifts: readonly Shift[]): Promise<PublicActivity[]> => {
    const { matter } = activity;
    const pack = await packs.at(tx.tenant, matter.packVersion);
    const kind = kindOf(pack, matter.kind);
    if (!kind) return [];
    const tree = await forest.tree(tx.tenant);
    const held = shifts.filter(({ cancelled }) => !cancelled);
    return [
      {
        code: matter.code,
        title: matter.title,
        kindLabel: kind.label,
        form: kind.form,
        stateLabel: standingOf(workflowOf(pack, matter.subject.workflow), matter.subject.leaves).label,
        words: activity.words,
        venue: activity.venue,
        at: activity.at ? [activity.at[0], activity.at[1]] : null,
        place: tree.trail(matter.subject.placeId),
        organiser: activity.organiser,
        startsAt: activity.startsAt.toISOString(),
        endsAt: activity.endsAt.toISOString(),
        places: held.reduce((sum, { capacity }) => sum + capacity, 0),
        taken: held.reduce((sum, { taken }) => sum + taken, 0),
        signUp: opennessOf(isOpen(matter, kind), shifts, clock.now()),
        shifts: shifts.map(({ startsAt, endsAt, place, capacity, taken, cancelled }) => ({
          startsAt: startsAt.toISOString(),
          endsAt: endsAt.toISOString(),
          place,
          capacity,
          taken,
          cancelled,
        })),
        conditions: conditionWords(
          activity,
          new Map(pack.skills.map(({ id, label }) => [id, label])),
          kind.signUp === "registered",
        ),
      },
    ];
  };

  return {
    list: async (
      tenant: string,
      query: { readonly under?: string | undefined; readonly cursor?: string | undefined; readonly limit: number },
    ) => {
      await placeThere(tenant);
      const { pack } = await packs.current(tenant);
      const tree = await forest.tree(tenant);
      if (query.under && !tree.get(query.under)) throw notFound("这个地方");
      const cursor = readCursor(query.cursor, "time");
      return db.inTenant(tenant, async (tx) => {
        let select = selectActivities(tx).where("m.visibility", "=", "public").where(openCondition(pack, clock.now()));
        if (query.under) select = select.where(mattersUnder(tree, query.under));
        if (cursor)
          select = select.where(sql<boolean>`(a.starts_at, m.id) > (${cursor[0]}::timestamptz, ${cursor[1]}::uuid)`);
        const rows = await select
          .orderBy("a.starts_at")
          .orderBy("m.id")
          .limit(query.limit + 1)
          .execute();
        const { page, nextCursor } = pageFrom(
          rows.map((row) => activityOf(row as ActivityRow)),
          query.limit,
          ({ startsAt, matter }) => [startsAt.toISOString(), matter.id],
        );
        const shifts = await shiftsOf(
          tx,
          page.map(({ matter }) => matter.id),
        );
        const items: PublicActivity[] = [];
        for (const one of page) items.push(...(await viewOf(tx, one, shifts.get(one.matter.id) ?? [])));
        return { items, nextCursor };
      });
    },

    view: async (tenant: string, code: string): Promise<PublicActivity> => {
      await placeThere(tenant);
      return db.inTenant(tenant, async (tx) => {
        const row = await selectActivities(tx)
          .where("m.code", "=", code)
          .where("m.visibility", "=", "public")
          .executeTakeFirst();
        if (!row) throw notFound(what);
        const activity = activityOf(row as ActivityRow);
        const { id } = activity.matter;
        const [view] = await viewOf(tx, activity, (await shiftsOf(tx, [id])).get(id) ?? []);
        if (!view) throw notFound(what);
        return view;
      });
    },
  };
};
