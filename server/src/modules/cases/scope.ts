/** Which cases an actor's lists may contain, as SQL conditions; the same rule as `sightOf`, for many rows at once. */

import { type RawBuilder, sql } from "kysely";
import { type Actor, scopeOf } from "../authority/index.ts";
import type { Tree, TreeNode } from "../org/index.ts";
import type { Awaited } from "./awaited.ts";

type Condition = RawBuilder<boolean>;

const never: Condition = sql<boolean>`false`;
const always: Condition = sql<boolean>`true`;

const anyOf = (ids: readonly string[]) => sql`any(${[...ids]}::uuid[])`;

export const either = (conditions: readonly Condition[]): Condition => {
  const real = conditions.filter((one) => one !== never);
  return real.length === 0 ? never : sql<boolean>`(${sql.join(real, sql` or `)})`;
};

/** Where the cases of a node are kept: its community, or the node itself where there is none above it. */
const areaOf = (tree: Tree, { id }: TreeNode): string => tree.enclosing(id, "community")?.id ?? id;

/**
 * Cases under a node. Areas of communities and above are a column of their own; below, the exact place counts. A zone may cover
 * whole towns and single grids of other communities at once, so that both may apply.
 */
export const underNode = (tree: Tree, nodeId: string): Condition => {
  if (nodeId === tree.root.id) return always;
  const inside = tree.subtree(nodeId);
  const kept = inside.map((node) => ({ id: node.id, area: areaOf(tree, node) }));
  const whole = new Set(kept.filter(({ id, area }) => id === area).map(({ id }) => id));
  const parts = kept.filter(({ area }) => !whole.has(area));
  return either([
    whole.size > 0 ? sql<boolean>`c.area_id = ${anyOf([...whole])}` : never,
    parts.length > 0
      ? sql<boolean>`(c.area_id = ${anyOf([...new Set(parts.map(({ area }) => area))])} and c.place_id = ${anyOf(parts.map(({ id }) => id))})`
      : never,
  ]);
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

/** Whether it is the actor who is meant: by a right on the nodes they hold it on, or as the person an earlier step kept. */
const isMeant = (actor: Actor, tree: Tree, by: Awaited["by"]): Condition =>
  "right" in by
    ? inScope(actor, tree, by.right)
    : sql<boolean>`c.facts -> ${by.fact}::text ->> 'id' = ${actor.accountId}`;

/** Waiting for the actor: the states that do, of the pack versions in which they do. */
const waitsForActor = (actor: Actor, tree: Tree, awaited: readonly Awaited[]): Condition =>
  either(
    awaited.map(({ by, states, versions }) => {
      const meant = isMeant(actor, tree, by);
      if (meant === never) return never;
      const begun = versions ? sql<boolean>`c.pack_version = any(${[...versions]}::int[])` : always;
      return sql<boolean>`(c.active && ${[...states]}::text[] and ${begun} and ${meant})`;
    }),
  );

/** Handled by the actor, offered to them in person, or waiting for a right they hold. */
export const mineCondition = (actor: Actor, tree: Tree, awaited: readonly Awaited[]): Condition =>
  sql<boolean>`(not c.ended and ${either([worksOn(actor, [actor.accountId]), waitsForActor(actor, tree, awaited)])})`;

/** Open to all, at or above one of these bodies or below it: those whom `may` lets take it. */
const openAround = (tree: Tree, bodies: readonly string[]): Condition => {
  if (bodies.includes(tree.root.id)) return always;
  const around = bodies.flatMap((id) => [...tree.upward(id), ...tree.subtree(id)]);
  const areas = new Set(around.filter((node) => areaOf(tree, node) === node.id).map(({ id }) => id));
  return areas.size > 0 ? sql<boolean>`c.area_id = ${anyOf([...areas])}` : never;
};

/** Offered to a body the actor takes cases for, held by one they lead, or open to all around. */
export const teamCondition = (actor: Actor, tree: Tree): Condition => {
  const takes = bodiesOf(actor, "case.take");
  const leads = bodiesOf(actor, "case.lead");
  if (takes.length === 0 && leads.length === 0) return never;
  const held = sql<boolean>`exists (select 1 from case_workers w where w.tenant_id = ${actor.tenant} and w.case_id = c.id and (w.who_id = ${anyOf(takes)} or (w.relation in ('lead', 'assist') and w.body_id = ${anyOf(leads)})))`;
  const around = takes.length > 0 ? openAround(tree, takes) : never;
  const open =
    around === never ? never : sql<boolean>`(c.mode = 'open' and ${around} and c.visibility <> 'confidential')`;
  return sql<boolean>`(not c.ended and ${either([held, open])})`;
};

export const concernCondition = (actor: Actor, tree: Tree, awaited: readonly Awaited[]): Condition =>
  either([deskCondition(actor, tree), mineCondition(actor, tree, awaited), teamCondition(actor, tree)]);
