/** Lists and counts: one filter for list, counts and Excel, always within what the actor may see. */
import type { RegistrationFilter } from "@ginkgo/shared/api/registrations.ts";
import { instantOf } from "@ginkgo/shared/day.ts";
import { type RawBuilder, sql } from "kysely";
import type { Sealer } from "../../platform/crypto.ts";
import type { Tx } from "../../platform/db/database.ts";
import type { Cursor } from "../../platform/paging.ts";
import { forbidden, invalid } from "../../platform/problem.ts";
import { type Actor, scopeOf } from "../authority/index.ts";
import { deskCondition, either, mattersUnder, unitCondition } from "../matters/index.ts";
import type { Tree } from "../org/index.ts";
import { bodiesOf, keepRight } from "./model.ts";
import { type RegistrationRow, selectRegistrations } from "./repo.ts";

export interface Ground {
  readonly actor: Actor;
  readonly tree: Tree;
  readonly sealer: Sealer;
}

type Condition = RawBuilder<boolean>;
const anyOf = (ids: readonly string[]) => sql`any(${[...ids]}::uuid[])`;
const dayMinutes = 24 * 60;

const boxCondition = ({ actor, tree }: Ground, box: RegistrationFilter["box"]): Condition => {
  switch (box) {
    case "mine": {
      const bodies = bodiesOf(actor);
      const own = sql<boolean>`r.account_id = ${actor.accountId}`;
      return bodies.length === 0 ? own : sql<boolean>`(${own} or r.body_id = ${anyOf(bodies)})`;
    }
    case "unit":
      return unitCondition(actor);
    case "desk":
      if (scopeOf(actor, "registration.read").length === 0) throw forbidden("查看报到名册");
      return deskCondition(actor, tree, "registration");
  }
};

const standings: { readonly [S in RegistrationFilter["standing"]]: Condition } = {
  all: sql<boolean>`true`,
  open: sql<boolean>`not r.ended`,
  waiting: sql<boolean>`(not r.ended and m.tone = 'waiting')`,
  active: sql<boolean>`r.active`,
  ended: sql<boolean>`r.ended`,
};

const likeText = (text: string): string => `%${text.replace(/[\\%_]/g, "\\$&")}%`;
const mostNamed = 50;

/** By a unit's name for everybody; by a person's name or telephone number only for whoever may know them anyway. */
const searchCondition = ({ actor, tree, sealer }: Ground, filter: RegistrationFilter, words: string): Condition => {
  const named = tree.search(words, mostNamed, (node) => tree.as(node) === "body").map(({ id }) => id);
  const found: Condition[] = [];
  if (named.length > 0) found.push(sql<boolean>`(r.body_id = ${anyOf(named)} or m.unit_id = ${anyOf(named)})`);
  const kept = scopeOf(actor, keepRight).map((id) => mattersUnder(tree, id));
  const known = filter.box === "desk" ? either(kept) : sql<boolean>`true`;
  found.push(
    /^1\d{10}$/.test(words)
      ? sql<boolean>`(${known} and p.phone_index = ${sealer.index(words)})`
      : sql<boolean>`(${known} and r.account_id is not null and m.owner_name ilike ${likeText(words)})`,
  );
  return either(found);
};

const startOf = (day: string): Date => instantOf(day, 0);
const endOf = (day: string): Date => instantOf(day, dayMinutes);

export const conditionsOf = (ground: Ground, filter: RegistrationFilter): Condition[] => {
  const { tree } = ground;
  const conditions = [boxCondition(ground, filter.box), standings[filter.standing]];
  if (filter.under) {
    if (!tree.get(filter.under)) throw invalid("under", "没有这个地方，请重新选择。");
    conditions.push(mattersUnder(tree, filter.under));
  }
  if (filter.kind) conditions.push(sql<boolean>`r.kind = ${filter.kind}`);
  if (filter.state) conditions.push(sql<boolean>`m.active @> array[${filter.state}]::text[]`);
  if (filter.unit) conditions.push(sql<boolean>`m.unit_id = ${filter.unit}`);
  if (filter.body) conditions.push(sql<boolean>`r.body_id = ${filter.body}`);
  if (filter.skill) conditions.push(sql<boolean>`r.skills @> array[${filter.skill}]::text[]`);
  if (filter.from) conditions.push(sql<boolean>`r.registered_at >= ${startOf(filter.from)}`);
  if (filter.to) conditions.push(sql<boolean>`r.registered_at < ${endOf(filter.to)}`);
  if (filter.asOf) {
    const at = endOf(filter.asOf);
    conditions.push(sql<boolean>`(r.registered_at < ${at} and (r.ended_at is null or r.ended_at >= ${at}))`);
  }
  const words = filter.q?.trim();
  if (words) conditions.push(searchCondition(ground, filter, words));
  return conditions;
};

export const listRows = async (
  tx: Tx,
  ground: Ground,
  filter: RegistrationFilter,
  page: { readonly after: Cursor | undefined; readonly limit: number },
): Promise<RegistrationRow[]> => {
  let select = selectRegistrations(tx);
  for (const condition of conditionsOf(ground, filter)) select = select.where(condition);
  if (page.after)
    select = select.where(sql<boolean>`(m.created_at, m.id) < (${page.after[0]}::timestamptz, ${page.after[1]}::uuid)`);
  return (await select
    .orderBy("m.created_at", "desc")
    .orderBy("m.id", "desc")
    .limit(page.limit)
    .execute()) as RegistrationRow[];
};

export const countStandings = async (tx: Tx, ground: Ground, filter: RegistrationFilter) => {
  const conditions = conditionsOf(ground, { ...filter, standing: "all" });
  const { rows } = await sql<{ waiting: number; active: number; ended: number }>`
    select count(*) filter (where ${standings.waiting}) as waiting,
      count(*) filter (where ${standings.active}) as active,
      count(*) filter (where ${standings.ended}) as ended
    from registrations r join matters m on m.tenant_id = r.tenant_id and m.id = r.id
    where r.tenant_id = ${tx.tenant} and ${sql.join(conditions, sql` and `)}`.execute(tx.sql);
  return rows[0] ?? { waiting: 0, active: 0, ended: 0 };
};
