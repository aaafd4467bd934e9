/** Who an actor is in a case: by which body they act, and how others see them. */
import type { Pack } from "@ginkgo/shared/pack/schema.ts";
import type { Actor } from "../authority/index.ts";
import type { Tree } from "../org/index.ts";
import type { Subject, Worker } from "../workflow/index.ts";
import type { Case } from "./model.ts";

/** The body through which someone takes a case: the one it was offered to, else their own one nearest to the place. */
export const asWorker = (actor: Actor, one: Pick<Subject, "placeId" | "offered" | "handlers">, tree: Tree): Worker => {
  const bodies = actor.grants.filter(({ rights }) => rights.has("case.take")).map(({ nodeId }) => nodeId);
  const idsOf = (invited: boolean) =>
    one.offered.filter(({ part }) => (part === "assist") === invited).map(({ id }) => id);
  // Who stands for several of the bodies takes the lead while nobody has it, and then answers what they are invited for.
  const led = one.handlers.some(({ part }) => part !== "assist");
  const offered = led ? [idsOf(true), idsOf(false)] : [idsOf(false), idsOf(true)];
  const community = tree.enclosing(one.placeId, "community")?.id;
  const body =
    offered.flatMap((ids) => bodies.find((id) => ids.includes(id)) ?? [])[0] ??
    bodies.find((id) => community !== undefined && tree.isUnder(id, community)) ??
    bodies[0];
  return { id: actor.accountId, name: actor.name, ...(body ? { bodyId: body } : {}) };
};

/** "东街社区 · 受理员": what residents see of staff. The post nearest to the case's place speaks. */
export const titleOf = (
  actor: Actor,
  one: Pick<Case, "subject" | "reporterId" | "parentId">,
  tree: Tree,
  pack: Pack,
): string => {
  const depth = (nodeId: string) => tree.path(nodeId).length;
  const concerned = actor.grants.filter(
    ({ nodeId, rights }) => tree.isUnder(one.subject.placeId, nodeId) || rights.has("case.take"),
  );
  const post = concerned.sort((a, b) => depth(b.nodeId) - depth(a.nodeId))[0];
  const node = post ? tree.get(post.nodeId) : undefined;
  // A part is opened by staff, who speak as staff in it.
  const asResident = one.reporterId === actor.accountId && one.parentId === null;
  if (post && node && !asResident) return `${node.name} · ${pack.roles[post.role]?.label ?? post.role}`;
  return "居民";
};
