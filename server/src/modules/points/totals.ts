/** What is recognised at communities and units, and the ranking of those who want one. */
import { fewestPeople, type Ranking, type Recognised } from "@ginkgo/shared/api/points.ts";
import { notFound, Refusal } from "../../platform/problem.ts";
import { type Actor, may, scopeOf } from "../authority/index.ts";
import type { Tree, TreeNode } from "../org/index.ts";
import type { PointsDeps } from "./deps.ts";
import { createGround, refOf } from "./ground.ts";
import { namedPeriod, yearName } from "./period.ts";
import { findMember } from "./repo/members.ts";
import { type NodeSum, rankedPeople, type Sum, sumByNode, sumBySide, sumGiven, sumOnce } from "./repo/recognised.ts";
import { nodesUnder } from "./scope.ts";

const rankedAtMost = 100;

type Side = NodeSum["side"];

/** Nothing at all says nothing of anyone; a little would. */
const totalOf = ({ points, deeds, people }: Sum) => (people === 0 || people >= fewestPeople ? { points, deeds } : null);
const nothing: Sum = { points: 0, deeds: 0, people: 0 };

/**
 * Which rows of one side are shown. If too few people stand behind all that is hidden, the smallest shown is hidden with them:
 * else what is hidden would be the sum less what is shown.
 */
export const shownOf = (rows: readonly NodeSum[]): ReadonlySet<NodeSum> => {
  const shown = rows.filter(({ people }) => people >= fewestPeople).sort((a, b) => a.people - b.people);
  const hidden = rows.filter(({ people }) => people < fewestPeople).reduce((sum, { people }) => sum + people, 0);
  return new Set(hidden > 0 && hidden < fewestPeople ? shown.slice(1) : shown);
};

/** Who leads a place or reads its figures, works for that unit, or lives in that community. */
const mayRead = (actor: Actor, node: TreeNode, tree: Tree): boolean =>
  may(actor, [{ right: "figures.read" }, { right: "points.adjust" }], { nodeId: node.id }, tree) ||
  // A unit's Party organisation is laid over the unit.
  actor.grants.some(({ nodeId }) => nodeId === node.id || tree.get(nodeId)?.seatId === node.id) ||
  (actor.homeId !== null && node.id !== tree.root.id && tree.isUnder(actor.homeId, node.id));

/** Absent: the topmost node whose sums one may read by right, else one's own community, else where one works. */
const nodeAsked = (actor: Actor, tree: Tree, asked: string | undefined): TreeNode => {
  const own = actor.homeId ? tree.enclosing(actor.homeId, "community") : undefined;
  const areas = (ids: readonly string[]) =>
    ids.flatMap((id) => tree.get(id) ?? []).filter((node) => node.tree === "area");
  const [work] = areas(actor.grants.map(({ nodeId }) => nodeId));
  const held = areas([...scopeOf(actor, "figures.read"), ...scopeOf(actor, "points.adjust")]).sort(
    (a, b) => tree.path(a.id).length - tree.path(b.id).length,
  );
  const node = asked === undefined ? (held[0] ?? own ?? work) : tree.get(asked);
  if (node?.tree !== "area" || !mayRead(actor, node, tree)) throw notFound("这个地方的认可情况");
  return node;
};

export const createTotals = (deps: PointsDeps) => {
  const { db, clock } = deps;
  const groundOf = createGround(deps);

  return {
    recognised: async (
      actor: Actor,
      asked: { node?: string | undefined; period?: string | undefined },
    ): Promise<Recognised> => {
      const { tree } = await groundOf(actor.tenant);
      const node = nodeAsked(actor, tree, asked.node);
      const name = asked.period ?? yearName(clock.now());
      const period = namedPeriod(name);
      const under = nodesUnder(tree, node.id);
      const { sides, nodes, together } = await db.inTenant(actor.tenant, async (tx) => ({
        sides: await sumBySide(tx, under, period),
        nodes: await sumByNode(tx, under, period),
        together: under ? await sumOnce(tx, under, period) : await sumGiven(tx, period),
      }));
      const whole = (side: Side) => totalOf(sides.find((one) => one.side === side) ?? nothing);
      const rowsOf = (side: Side) => {
        const all = nodes.filter((one) => one.side === side);
        const shown = shownOf(all);
        const byNode = new Map(all.map((sum) => [sum.nodeId, sum]));
        return (id: string) => {
          const sum = byNode.get(id);
          return sum && !shown.has(sum) ? null : totalOf(sum ?? nothing);
        };
      };
      const [home, unit] = [rowsOf("home"), rowsOf("unit")];
      const known = new Set(nodes.map(({ nodeId }) => nodeId));
      return {
        node: refOf(node),
        period: name,
        home: whole("home"),
        unit: whole("unit"),
        together: totalOf(together),
        rows: [...tree.all()]
          .filter(({ id }) => known.has(id))
          .map((one) => ({ node: refOf(one), home: home(one.id), unit: unit(one.id) })),
      };
    },

    ranking: async (actor: Actor): Promise<Ranking> => {
      const { pack, rules } = await groundOf(actor.tenant);
      if (pack.participation.ranking !== "opt-in") throw new Refusal("not-found", "本地没有积分榜。");
      const year = yearName(clock.now());
      const { member, people } = await db.inTenant(actor.tenant, async (tx) => ({
        member: await findMember(tx, actor.accountId),
        people: await rankedPeople(tx, namedPeriod(year), rankedAtMost),
      }));
      if (!member || member.leftAt) throw new Refusal("not-found", `加入${rules.label}以后才能看积分榜。`);
      return {
        year: Number(year),
        // Equal points share a place.
        rows: people.map(({ accountId, name, points }) => ({
          rank: people.findIndex((one) => one.points === points) + 1,
          name,
          points,
          me: accountId === actor.accountId,
        })),
      };
    },
  };
};
