/** Who is visited: lists with masked names, and the person behind the mask for a reason that is kept. */
import type { CareFilter, CarePerson, CareSummary, CareView } from "@ginkgo/shared/api/care.ts";
import { addDays, dayOf, instantOf } from "@ginkgo/shared/day.ts";
import { type RawBuilder, sql } from "kysely";
import type { z } from "zod";
import type { Call } from "../../platform/http/call.ts";
import { newId } from "../../platform/ids.ts";
import { pageFrom, readCursor } from "../../platform/paging.ts";
import { type Actor, scopeOf } from "../authority/index.ts";
import { within } from "../org/index.ts";
import type { CareDeps } from "./deps.ts";
import { createGround, fullView, planIn } from "./ground.ts";
import { nameIndex, openPerson } from "./model.ts";
import { cursorOf, listPlans, ownPlans } from "./repo.ts";
import { summaryOf, type Viewing } from "./view.ts";

export type Filter = z.output<typeof CareFilter>;

export const createReading = (deps: CareDeps) => {
  const { db, files, sealer } = deps;
  const ground = createGround(deps);

  const own = ({ actor }: Viewing) =>
    ownPlans(
      actor.accountId,
      actor.grants.map(({ nodeId }) => nodeId),
    );
  const desk = ({ actor, tree }: Viewing) =>
    within(tree, [...scopeOf(actor, "care.read"), ...scopeOf(actor, "care.edit")], "c.node_id");
  const whose = (viewing: Viewing, one: "mine" | "desk") => (one === "mine" ? own(viewing) : desk(viewing));

  /** Days before the due day from which a visit is soon, by kind. */
  const soonUntil = ({ pack, now }: Viewing): RawBuilder<boolean> => {
    const today = dayOf(now);
    const kinds = Object.entries(pack.cares);
    if (kinds.length === 0) return sql<boolean>`c.next_on <= ${addDays(today, 1)}`;
    return sql<boolean>`c.next_on <= case c.kind ${sql.join(
      kinds.map(([id, kind]) => sql`when ${id} then ${addDays(today, kind.warnDays)}::date`),
      sql` `,
    )} else ${addDays(today, 1)}::date end`;
  };

  const inBox = (viewing: Viewing, box: Filter["box"]): RawBuilder<boolean> => {
    const today = dayOf(viewing.now);
    switch (box) {
      case "late":
        return sql<boolean>`c.status = 'active' and c.next_on < ${today}`;
      case "soon":
        return sql<boolean>`c.status = 'active' and c.next_on >= ${today} and ${soonUntil(viewing)}`;
      case "active":
      case "paused":
      case "ended":
        return sql<boolean>`c.status = ${box}`;
    }
  };

  const conditions = (viewing: Viewing, filter: Filter): RawBuilder<boolean>[] => {
    const { tree } = viewing;
    return [
      whose(viewing, filter.whose),
      inBox(viewing, filter.box),
      ...(filter.kind ? [sql<boolean>`c.kind = ${filter.kind}`] : []),
      ...(filter.name?.trim() ? [sql<boolean>`c.name_index = ${nameIndex(sealer, filter.name)}`] : []),
      ...(filter.under ? [within(tree, tree.get(filter.under) ? [filter.under] : [], "c.node_id")] : []),
    ];
  };

  return {
    list: async (actor: Actor, query: Filter & { cursor?: string | undefined; limit: number }) => {
      const viewing = await ground(actor);
      return db.inTenant(actor.tenant, async (tx) => {
        const rows = await listPlans(tx, conditions(viewing, query), {
          after: readCursor(query.cursor),
          limit: query.limit + 1,
        });
        const { page, nextCursor } = pageFrom(rows, query.limit, cursorOf);
        return { items: page.map((plan) => summaryOf(viewing, plan)), nextCursor };
      });
    },

    counts: async (actor: Actor, query: { whose: "mine" | "desk"; under?: string }) => {
      const viewing = await ground(actor);
      const { tree, now } = viewing;
      const month = instantOf(`${dayOf(now).slice(0, 7)}-01`, 0);
      const inside = query.under
        ? within(tree, tree.get(query.under) ? [query.under] : [], "c.node_id")
        : sql<boolean>`true`;
      return db.inTenant(actor.tenant, async (tx) => {
        const { rows } = await sql<{
          late: number;
          soon: number;
          active: number;
          paused: number;
          visits: number;
          people: number;
        }>`
          with mine as (select c.* from care_plans c
            where c.tenant_id = ${tx.tenant} and ${whose(viewing, query.whose)} and ${inside}),
          visited as (select e.plan_id from care_entries e join mine c on c.id = e.plan_id
            where e.tenant_id = ${tx.tenant} and e.type = 'visit' and e.at >= ${month})
          select count(*) filter (where ${inBox(viewing, "late")}) as late,
            count(*) filter (where ${inBox(viewing, "soon")}) as soon,
            count(*) filter (where c.status = 'active') as active,
            count(*) filter (where c.status = 'paused') as paused,
            (select count(*) from visited) as visits,
            (select count(distinct plan_id) from visited) as people
          from mine c`.execute(tx.sql);
        const one = rows[0] ?? { late: 0, soon: 0, active: 0, paused: 0, visits: 0, people: 0 };
        const { visits, people, ...plans } = one;
        return { ...plans, visitsThisMonth: visits, peopleVisitedThisMonth: people };
      });
    },

    /** In the order of their places, so that one does not walk back and forth. */
    today: async (actor: Actor): Promise<CareSummary[]> => {
      const viewing = await ground(actor);
      const { tree, now } = viewing;
      const way = (id: string) =>
        tree
          .path(id)
          .toReversed()
          .map(({ name }) => name)
          .join("/");
      return db.inTenant(actor.tenant, async (tx) => {
        const due = sql<boolean>`c.status = 'active' and c.next_on <= ${dayOf(now)}`;
        const rows = await listPlans(tx, [own(viewing), due], { after: undefined, limit: 100 });
        return rows
          .toSorted((a, b) => way(a.nodeId).localeCompare(way(b.nodeId), "zh-CN", { numeric: true }))
          .map((plan) => summaryOf(viewing, plan));
      });
    },

    one: async (actor: Actor, id: string, cursor: string | undefined): Promise<CareView> => {
      const viewing = await ground(actor);
      return db.inTenant(actor.tenant, (tx) => fullView(tx, viewing, files, id, cursor));
    },

    /** Who looked and why is written down before anything is shown. */
    reveal: async ({ actor }: Call<Actor>, id: string, reason: string): Promise<CarePerson> => {
      const viewing = await ground(actor);
      return db.inTenant(actor.tenant, async (tx) => {
        const { plan } = await planIn(tx, viewing, id);
        await tx.sql
          .insertInto("disclosures")
          .values({
            tenant_id: tx.tenant,
            id: newId(),
            at: viewing.now,
            account_id: actor.accountId,
            account_name: actor.name,
            subject_type: "care",
            subject_id: id,
            what: "person",
            reason: reason.trim(),
          })
          .execute();
        return openPerson(sealer, plan.personSealed);
      });
    },
  };
};
export type Reading = ReturnType<typeof createReading>;
