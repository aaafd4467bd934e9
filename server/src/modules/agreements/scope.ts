/** Which agreements, meetings and items an actor's lists may contain, as SQL conditions. */
import { type RawBuilder, sql } from "kysely";
import { type Actor, scopeOf } from "../authority/index.ts";
import { deskCondition, either, ownCondition } from "../matters/index.ts";
import type { Tree } from "../org/index.ts";
import { areaOf, bodiesOf, edit, read } from "./model.ts";

type Condition = RawBuilder<boolean>;

export const anyOf = (ids: readonly string[]) => sql`any(${[...ids]}::uuid[])`;
export const likeText = (text: string): string => `%${text.trim().replace(/[\\%_]/g, "\\$&")}%`;

const bodyOfParties = (bodies: readonly string[]): Condition =>
  sql<boolean>`exists (select 1 from agreement_parties p where p.tenant_id = a.tenant_id and p.agreement_id = a.id
    and p.node_id = ${anyOf(bodies)})`;

/** Agreements (`a`, with their matter `m`) of bodies one speaks for: laid before them, or drawn up by them. */
export const concernsMe = (actor: Actor): Condition => {
  const bodies = bodiesOf(actor);
  const own = ownCondition(actor);
  return bodies.length === 0 ? own : sql<boolean>`(${own} or (a.sent_at is not null and ${bodyOfParties(bodies)}))`;
};

export const seesAgreements = (actor: Actor, tree: Tree): Condition =>
  either([deskCondition(actor, tree, "agreement"), concernsMe(actor)]);

export const ofBody = (body: string): Condition => bodyOfParties([body]);

/** Rows with `node_id` and `area_id` that lie at a node or below it. */
const placed = (alias: "i" | "j", tree: Tree, nodeId: string): Condition => {
  if (nodeId === tree.root.id) return sql<boolean>`true`;
  const inside = tree.subtree(nodeId).map(({ id }) => id);
  const areas = [...new Set(inside.map((id) => areaOf(tree, id)))];
  const [node, area] = [sql.ref(`${alias}.node_id`), sql.ref(`${alias}.area_id`)];
  return sql<boolean>`(${area} = ${anyOf(areas)} and ${node} = ${anyOf(inside)})`;
};

export const itemsUnder = (tree: Tree, nodeId: string): Condition => placed("i", tree, nodeId);
export const meetingsUnder = (tree: Tree, nodeId: string): Condition => placed("j", tree, nodeId);

const ofDesk = (actor: Actor, tree: Tree, alias: "i" | "j"): Condition => {
  const nodes = scopeOf(actor, read);
  return nodes.length === 0 ? sql<boolean>`false` : either(nodes.map((id) => placed(alias, tree, id)));
};

/** What I owe, a body I speak for, or a place I draw agreements up for. */
export const owesIt = (actor: Actor): Condition => {
  const nodes = [...new Set([...bodiesOf(actor), ...scopeOf(actor, edit)])];
  const mine = sql<boolean>`i.owner_id = ${actor.accountId}`;
  return nodes.length === 0 ? mine : sql<boolean>`(${mine} or i.owner_node_id = ${anyOf(nodes)})`;
};

export const deskItems = (actor: Actor, tree: Tree): Condition => ofDesk(actor, tree, "i");

export const attends = (actor: Actor): Condition => {
  const bodies = bodiesOf(actor);
  const meant = bodies.length === 0 ? sql`` : sql` or t.body_id = ${anyOf(bodies)}`;
  return sql<boolean>`exists (select 1 from joint_meeting_attendees t where t.tenant_id = j.tenant_id and t.meeting_id = j.id
    and (t.account_id = ${actor.accountId}${meant}))`;
};

export const seesMeetings = (actor: Actor, tree: Tree): Condition => either([ofDesk(actor, tree, "j"), attends(actor)]);
