/** Lists of activities, in boxes and filtered; the same for screens and for what everyone reads without signing in. */
import type { ActivityFilter, ActivitySummary } from "@ginkgo/shared/api/activities.ts";
import type { Pack } from "@ginkgo/shared/pack/schema.ts";
import { type RawBuilder, sql } from "kysely";
import type { Tx } from "../../platform/db/database.ts";
import { pageFrom, readCursor } from "../../platform/paging.ts";
import { invalid } from "../../platform/problem.ts";
import type { Actor } from "../authority/index.ts";
import { deskCondition, mattersUnder } from "../matters/index.ts";
import type { Tree } from "../org/index.ts";
import type { ActivitiesDeps } from "./deps.ts";
import { kindOf } from "./model.ts";
import { mineIn, shiftsOf } from "./repo.ts";
import { type Activity, type ActivityRow, activityOf, selectActivities } from "./rows.ts";
import { summaryOf } from "./views.ts";

type Condition = RawBuilder<boolean>;

export interface ListQuery extends ActivityFilter {
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** The states, with their workflows, in which one may sign up for something. */
export const openStates = ({ activities }: Pack): string[] =>
  Object.values(activities).flatMap(({ workflow, open }) => open.map((state) => `${workflow}:${state}`));

export const openCondition = (pack: Pack, now: Date): Condition =>
  sql<boolean>`(m.active && ${openStates(pack)}::text[] and not m.ended and a.ends_at > ${now})`;

const likeText = (text: string): string => `%${text.replace(/[\\%_]/g, "\\$&")}%`;

const searchCondition = (q: string): Condition => {
  const words = q.split(/\s+/).filter(Boolean);
  const found = words.map(
    (word) =>
      sql<boolean>`(m.title ilike ${likeText(word)} or a.venue ilike ${likeText(word)} or a.words ilike ${likeText(word)} or a.organiser ilike ${likeText(word)})`,
  );
  return found.length > 0 ? sql<boolean>`(${sql.join(found, sql` and `)})` : sql<boolean>`true`;
};

const kindsOfForm = ({ activities }: Pack, form: string): string[] =>
  Object.keys(activities).filter((id) => activities[id]?.form === form);

const boxCondition = (actor: Actor, tree: Tree, pack: Pack, now: Date, box: ActivityFilter["box"]): Condition => {
  const bodies = actor.grants.filter(({ rights }) => rights.has("case.lead")).map(({ nodeId }) => nodeId);
  switch (box) {
    case "open":
      return sql<boolean>`(m.visibility in ('public', 'place') and ${openCondition(pack, now)})`;
    case "mine":
      return sql<boolean>`exists (select 1 from sign_ups u where u.tenant_id = a.tenant_id and u.activity_id = a.matter_id
        and u.account_id = ${actor.accountId} and u.status <> 'withdrawn')`;
    case "organised":
      return sql<boolean>`(m.owner_id = ${actor.accountId} or m.owner_body_id = any(${bodies}::uuid[]))`;
    case "desk":
      return deskCondition(actor, tree, "activity");
  }
};

const conditionsOf = (actor: Actor, tree: Tree, pack: Pack, now: Date, query: ListQuery): Condition[] => {
  if (query.under && !tree.get(query.under)) throw invalid("under", "没有这个地方，请重新选择。");
  const conditions = [boxCondition(actor, tree, pack, now, query.box)];
  if (query.q) conditions.push(searchCondition(query.q));
  if (query.kind) conditions.push(sql<boolean>`m.kind = ${query.kind}`);
  if (query.form) conditions.push(sql<boolean>`m.kind = any(${kindsOfForm(pack, query.form)}::text[])`);
  if (query.state) conditions.push(sql<boolean>`m.active @> array[${query.state}]::text[]`);
  if (query.tone) conditions.push(sql<boolean>`m.tone = ${query.tone}`);
  if (query.under) conditions.push(mattersUnder(tree, query.under));
  if (query.from) conditions.push(sql<boolean>`a.ends_at >= ${new Date(query.from)}`);
  if (query.to) conditions.push(sql<boolean>`a.starts_at < ${new Date(query.to)}`);
  if (query.skill) conditions.push(sql<boolean>`a.skills @> array[${query.skill}]::text[]`);
  if (query.free === "yes")
    conditions.push(sql<boolean>`exists (select 1 from activity_shifts s where s.tenant_id = a.tenant_id
      and s.activity_id = a.matter_id and not s.cancelled and s.ends_at > ${now} and s.taken < s.capacity)`);
  return conditions;
};

export const createList = (deps: ActivitiesDeps) => {
  const { db, clock, packs, forest, matters } = deps;

  const summaries = async (tx: Tx, actor: Actor, all: readonly Activity[]): Promise<ActivitySummary[]> => {
    const ids = all.map(({ matter }) => matter.id);
    const shifts = await shiftsOf(tx, ids);
    const mine = Map.groupBy(await mineIn(tx, ids, actor.accountId), ({ activityId }) => activityId);
    const lines = new Map(
      (
        await matters.summaries(
          actor,
          all.map(({ matter }) => matter),
        )
      ).map((line) => [line.id, line]),
    );
    const found: ActivitySummary[] = [];
    for (const activity of all) {
      const { matter } = activity;
      const line = lines.get(matter.id);
      const pack = await packs.at(tx.tenant, matter.packVersion);
      const kind = kindOf(pack, matter.kind);
      if (!line || !kind) continue;
      found.push(
        summaryOf(line, {
          activity,
          kind,
          shifts: shifts.get(matter.id) ?? [],
          mine: mine.get(matter.id) ?? [],
          skillLabels: new Map(pack.skills.map(({ id, label }) => [id, label])),
          now: clock.now(),
        }),
      );
    }
    return found;
  };

  return async (actor: Actor, query: ListQuery) => {
    const tree = await forest.tree(actor.tenant);
    const { pack } = await packs.current(actor.tenant);
    const cursor = readCursor(query.cursor, "time");
    return db.inTenant(actor.tenant, async (tx) => {
      let select = selectActivities(tx);
      for (const condition of conditionsOf(actor, tree, pack, clock.now(), query)) select = select.where(condition);
      // What one may still join is read in the order it comes; what one looks back on, the latest first.
      const upcoming = query.box === "open";
      const byTime = query.box === "open" || query.box === "mine";
      const at = byTime ? sql<Date>`a.starts_at` : sql<Date>`m.created_at`;
      if (cursor)
        select = upcoming
          ? select.where(sql<boolean>`(${at}, m.id) > (${cursor[0]}::timestamptz, ${cursor[1]}::uuid)`)
          : select.where(sql<boolean>`(${at}, m.id) < (${cursor[0]}::timestamptz, ${cursor[1]}::uuid)`);
      const direction = upcoming ? "asc" : "desc";
      const rows = await select
        .orderBy(at, direction)
        .orderBy("m.id", direction)
        .limit(query.limit + 1)
        .execute();
      const { page, nextCursor } = pageFrom(
        rows.map((row) => activityOf(row as ActivityRow)),
        query.limit,
        ({ matter, startsAt }) => [(byTime ? startsAt : matter.createdAt).toISOString(), matter.id],
      );
      return { items: await summaries(tx, actor, page), nextCursor };
    });
  };
};
