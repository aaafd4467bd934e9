/** Which cases an actor's lists may contain, as SQL conditions; the same rule as `sightOf`, for many rows at once. */

import type { Pack } from "@ginkgo/shared/pack/schema.ts";
import { type RawBuilder, sql } from "kysely";
import { type Actor, scopeOf } from "../authority/index.ts";
import type { Tree } from "../org/index.ts";

type Condition = RawBuilder<boolean>;

const never: Condition = sql<boolean>`false`;
const always: Condition = sql<boolean>`true`;

const anyOf = (ids: readonly string[]) => sql`any(${[...ids]}::uuid[])`;

/** Cases at or below a node. Areas of communities and above are a column of their own; below, the exact place counts. */
export const underNode = (tree: Tree, nodeId: string): Condition => {
  if (nodeId === tree.root.id) return always;
  const inside = tree.subtree(nodeId);
  const wide = inside
    .filter((node) => tree.as(node) === "community" || !tree.enclosing(node.id, "community"))
    .map(({ id }) => id);
  if (wide.length > 0) return sql<boolean>`c.area_id = ${anyOf(wide)}`;
  const community = tree.enclosing(nodeId, "community")?.id ?? nodeId;
  return sql<boolean>`(c.area_id = ${community} and c.place_id = ${anyOf(inside.map(({ id }) => id))})`;
};

export const either = (conditions: readonly Condition[]): Condition => {
  const real = conditions.filter((one) => one !== never);
  return real.length === 0 ? never : sql<boolean>`(${sql.join(real, sql` or `)})`;
};

const inScope = (actor: Actor, tree: Tree, right: string): Condition =>
  either(scopeOf(actor, right).map((nodeId) => underNode(tree, nodeId)));

/** Everything the actor may read as staff; confidential cases need their own right. */
export const deskCondition = (actor: Actor, tree: Tree): Condition => {
  const open = inScope(actor, tree, "case.read");
  const closed = inScope(actor, tree, "case.readConfidential");
  return either([
    open === never ? never : sql<boolean>`(c.visibility <> 'confidential' and ${open})`,
    closed === never ? never : sql<boolean>`(c.visibility = 'confidential' and ${closed})`,
  ]);
};

const worksOn = (actor: Actor, who: readonly string[]): Condition =>
  sql<boolean>`exists (select 1 from case_workers w where w.tenant_id = ${actor.tenant} and w.case_id = c.id and w.who_id = ${anyOf(who)})`;

const bodiesOf = (actor: Actor, right: string): string[] =>
  actor.grants.filter(({ rights }) => rights.has(right)).map(({ nodeId }) => nodeId);

/** Waiting for the actor by a right of theirs: the states that wait for it, in the nodes they hold it on. */
const waitsForRights = (actor: Actor, tree: Tree, pack: Pack): Condition =>
  either(
    Object.entries(pack.workflow.states).flatMap(([state, { waitsFor }]) =>
      waitsFor.flatMap((by) => {
        if (!("right" in by)) return [];
        const where = inScope(actor, tree, by.right);
        return where === never ? [] : [sql<boolean>`(c.state = ${state} and ${where})`];
      }),
    ),
  );

/** Handled by the actor, offered to them in person, or waiting for a right they hold. */
export const mineCondition = (actor: Actor, tree: Tree, pack: Pack): Condition =>
  sql<boolean>`(not c.ended and ${either([worksOn(actor, [actor.accountId]), waitsForRights(actor, tree, pack)])})`;

/** Offered to or held by a body of the actor's, or open to all around it. */
export const teamCondition = (actor: Actor, tree: Tree): Condition => {
  const bodies = bodiesOf(actor, "case.take");
  if (bodies.length === 0) return never;
  const communities = [...new Set(bodies.flatMap((id) => tree.enclosing(id, "community")?.id ?? []))];
  const held = sql<boolean>`exists (select 1 from case_workers w where w.tenant_id = ${actor.tenant} and w.case_id = c.id and (w.who_id = ${anyOf(bodies)} or w.body_id = ${anyOf(bodies)}))`;
  const open =
    communities.length > 0
      ? sql<boolean>`(c.mode = 'open' and c.area_id = ${anyOf(communities)} and c.visibility <> 'confidential')`
      : never;
  return sql<boolean>`(not c.ended and ${either([held, open])})`;
};

export const concernCondition = (actor: Actor, tree: Tree, pack: Pack): Condition =>
  either([deskCondition(actor, tree), mineCondition(actor, tree, pack), teamCondition(actor, tree)]);
