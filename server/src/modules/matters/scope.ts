/** Which matters an actor's lists may contain, as SQL conditions on `matters m`; the same rule as `sightOf`, for many rows. */
import type { MatterType } from "@ginkgo/shared/pack/participation.ts";
import { type RawBuilder, sql } from "kysely";
import { type Actor, scopeOf } from "../authority/index.ts";
import type { Tree } from "../org/index.ts";
import { readRight } from "./model.ts";

type Condition = RawBuilder<boolean>;

const never: Condition = sql<boolean>`false`;
const always: Condition = sql<boolean>`true`;
const anyOf = (ids: readonly string[]) => sql`any(${[...ids]}::uuid[])`;

/** Matters that lie at a node or below it, zones followed. */
export const mattersUnder = (tree: Tree, nodeId: string): Condition => {
  if (nodeId === tree.root.id) return always;
  const inside = tree.subtree(nodeId).map(({ id }) => id);
  const areas = [...new Set(inside.map((id) => tree.enclosing(id, "community")?.id ?? id))];
  return sql<boolean>`(m.area_id = ${anyOf(areas)} and m.place_id = ${anyOf(inside)})`;
};

/** What a desk reads of a type. */
export const deskCondition = (actor: Actor, tree: Tree, type: MatterType): Condition => {
  const nodes = scopeOf(actor, readRight[type]);
  if (nodes.length === 0) return never;
  return sql<boolean>`(${sql.join(
    nodes.map((id) => mattersUnder(tree, id)),
    sql` or `,
  )})`;
};

const bodiesOf = (actor: Actor): string[] =>
  actor.grants.filter(({ rights }) => rights.has("case.lead")).map(({ nodeId }) => nodeId);

/** What is the actor's own, or that of a body they speak for. */
export const ownCondition = (actor: Actor): Condition => {
  const bodies = bodiesOf(actor);
  const own = sql<boolean>`m.owner_id = ${actor.accountId} or m.holder_id = ${actor.accountId}`;
  if (bodies.length === 0) return sql<boolean>`(${own})`;
  return sql<boolean>`(${own} or m.owner_body_id = ${anyOf(bodies)} or m.body_id = ${anyOf(bodies)})`;
};

/** Records of a unit's people who agreed to it. */
export const unitCondition = (actor: Actor): Condition => {
  const bodies = bodiesOf(actor);
  return bodies.length === 0 ? never : sql<boolean>`(m.unit_sees and m.unit_id = ${anyOf(bodies)})`;
};

export const either = (conditions: readonly Condition[]): Condition => {
  const real = conditions.filter((one) => one !== never);
  return real.length === 0 ? never : sql<boolean>`(${sql.join(real, sql` or `)})`;
};
