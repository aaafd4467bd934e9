/** Whom a case can be handed to. */
import type { Candidate } from "@ginkgo/shared/api/cases.ts";
import { sql } from "kysely";
import type { Tx } from "../../platform/db/database.ts";
import { Refusal } from "../../platform/problem.ts";
import { scopeOf } from "../authority/index.ts";
import { metersBetween, type Tree, type TreeNode } from "../org/index.ts";
import type { Ground } from "./list.ts";
import type { Case } from "./model.ts";

/** Bodies of the wanted tiers: in the case's community, or standing directly under one of its ancestors. */
const eligible = ({ actor, tree }: Ground, one: Case | undefined, tiers: ReadonlySet<string>): TreeNode[] => {
  const fits = (node: TreeNode) => node.status === "active" && tiers.has(node.tier);
  if (!one) {
    const scope = scopeOf(actor, "case.read");
    if (scope.length === 0) throw new Refusal("forbidden", "您没有派单权限。");
    // Below one's own nodes, and the bodies that stand beside them further up: a subdistrict calls the county's departments.
    const beside = scope.flatMap((id) => tree.upward(id).slice(1)).flatMap(({ id }) => tree.children(id));
    return [...scope.flatMap((id) => tree.subtree(id)), ...beside].filter(fits);
  }
  const community = tree.enclosing(one.subject.placeId, "community")?.id ?? one.subject.placeId;
  const above = tree
    .upward(community)
    .slice(1)
    .flatMap(({ id }) => tree.children(id));
  return [...tree.subtree(community), ...above].filter(fits);
};

const pointOf = (node: TreeNode, tree: Tree) => node.at ?? tree.path(node.id).find(({ at }) => at)?.at ?? null;

const shownOfTier = 10;

/** Before anything is typed, no tier may crowd out the others: dozens of grids would hide the five teams. */
const firstOfEach = <T>(sorted: readonly T[], tierOf: (one: T) => string): T[] => {
  const shown = new Map<string, number>();
  return sorted.filter((one) => {
    const before = shown.get(tierOf(one)) ?? 0;
    shown.set(tierOf(one), before + 1);
    return before < shownOfTier;
  });
};

export const findCandidates = async (
  tx: Tx,
  base: Ground,
  one: Case | undefined,
  query: { q?: string; tiers: string; limit: number },
): Promise<Candidate[]> => {
  const { tree, pack } = base;
  const words = query.q?.trim().toLowerCase();
  const target = one?.pin ?? (one ? pointOf(tree.get(one.subject.placeId) ?? tree.root, tree) : null);
  const nodes = [
    ...new Map(eligible(base, one, new Set(query.tiers.split(","))).map((node) => [node.id, node])).values(),
  ].filter(
    (node) => !words || node.name.toLowerCase().includes(words) || tree.trail(node.id).toLowerCase().includes(words),
  );
  const tiers = query.tiers.split(",");
  const ranked = nodes
    .map((node) => {
      const at = pointOf(node, tree);
      // The grid a case lies in comes first, whatever the distances.
      const own = one !== undefined && tree.isUnder(one.subject.placeId, node.id);
      return { node, meters: target && at ? Math.round(metersBetween([target[0], target[1]], at)) : null, own };
    })
    .sort(
      (a, b) =>
        Number(b.own) - Number(a.own) ||
        tiers.indexOf(a.node.tier) - tiers.indexOf(b.node.tier) ||
        (a.meters ?? 1e9) - (b.meters ?? 1e9) ||
        a.node.name.localeCompare(b.node.name, "zh"),
    );
  const measured = (words ? ranked : firstOfEach(ranked, ({ node }) => node.tier)).slice(0, query.limit);
  const ids = measured.map(({ node }) => node.id);
  const people = await peopleOn(
    tx,
    ids,
    Object.entries(pack.roles)
      .filter(([, { rights }]) => rights.includes("case.take"))
      .map(([name]) => name),
  );
  const load = await openCasesOf(tx, ids);
  return measured.map(({ node, meters }) => ({
    id: node.id,
    name: node.name,
    tier: node.tier,
    tierLabel:
      (node.kind ? pack.tiers[node.tier]?.kinds?.[node.kind] : undefined) ?? pack.tiers[node.tier]?.label ?? node.tier,
    place: tree.get(node.parentId ?? "")?.name ?? "",
    people: people.get(node.id) ?? [],
    openCases: load.get(node.id) ?? 0,
    meters,
  }));
};

const shownPeople = 3;

const peopleOn = async (
  tx: Tx,
  nodeIds: readonly string[],
  roles: readonly string[],
): Promise<Map<string, string[]>> => {
  const rows = await tx.sql
    .selectFrom("role_grants as g")
    .innerJoin("accounts as a", (join) =>
      join.onRef("a.tenant_id", "=", "g.tenant_id").onRef("a.id", "=", "g.account_id"),
    )
    .innerJoin("persons as p", (join) =>
      join.onRef("p.tenant_id", "=", "a.tenant_id").onRef("p.id", "=", "a.person_id"),
    )
    .select(["g.node_id", "p.name"])
    .where("g.tenant_id", "=", tx.tenant)
    .where("g.until", "is", null)
    .where("g.node_id", "=", sql<string>`any(${[...nodeIds]}::uuid[])`)
    .where("g.role", "=", sql<string>`any(${[...roles]}::text[])`)
    .orderBy("g.id")
    .execute();
  const byNode = Map.groupBy(rows, ({ node_id }) => node_id);
  return new Map([...byNode].map(([id, people]) => [id, people.slice(0, shownPeople).map(({ name }) => name)]));
};

const openCasesOf = async (tx: Tx, nodeIds: readonly string[]): Promise<Map<string, number>> => {
  const { rows } = await sql<{ id: string; count: number }>`
    select b.id, count(*) as count from unnest(${[...nodeIds]}::uuid[]) b(id)
    join case_workers w on w.tenant_id = ${tx.tenant} and (w.who_id = b.id or w.body_id = b.id)
    join cases c on c.tenant_id = w.tenant_id and c.id = w.case_id and not c.ended
    group by b.id`.execute(tx.sql);
  return new Map(rows.map(({ id, count }) => [id, count]));
};
