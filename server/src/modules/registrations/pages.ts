/** A unit's page and a community's page. A unit sees of its people what the place allows, and records by consent alone. */
import type { CommunityPage, UnitPage } from "@ginkgo/shared/api/bulletin.ts";
import { dayOf } from "@ginkgo/shared/day.ts";
import type { Pack } from "@ginkgo/shared/pack/schema.ts";
import { notFound } from "../../platform/problem.ts";
import { type Actor, may, scopeOf } from "../authority/index.ts";
import type { Tree } from "../org/index.ts";
import { noSums, spanOf, sumsByCommunity } from "./bulletin.ts";
import * as repo from "./bulletin-repo.ts";
import type { RegistrationsDeps } from "./deps.ts";
import { bodiesOf } from "./model.ts";
import type { createReading } from "./reading.ts";
import { type RegistrationRow, selectRegistrations } from "./repo.ts";
import { refOf, refTo } from "./view.ts";

const kindSums = (pack: Pack, counts: readonly repo.KindCount[]): CommunityPage["kinds"] =>
  Object.entries(pack.registrations).flatMap(([kind, { label, who }]) => {
    const own = counts.filter((one) => one.kind === kind);
    return own.length === 0
      ? []
      : [
          {
            kind,
            label,
            who,
            active: own.reduce((sum, { active }) => sum + active, 0),
            waiting: own.reduce((sum, { waiting }) => sum + waiting, 0),
          },
        ];
  });

/** Names from the root down. */
const wayTo = (tree: Tree, id: string): string[] =>
  tree
    .path(id)
    .map(({ name }) => name)
    .reverse();

const byCommunity = (tree: Tree, counts: readonly repo.KindCount[]) => {
  const sums = new Map<string, number>();
  for (const { node_id, active } of counts) {
    const id = tree.enclosing(node_id, "community")?.id ?? node_id;
    sums.set(id, (sums.get(id) ?? 0) + active);
  }
  return [...sums]
    .filter(([, active]) => active > 0)
    .map(([id, active]) => ({ node: refTo(tree, id), active }))
    .sort((a, b) => b.active - a.active);
};

export const createPages = (deps: RegistrationsDeps, reading: ReturnType<typeof createReading>) => {
  const { db, clock, packs, forest } = deps;
  const mayRead = (actor: Actor, tree: Tree, nodeId: string) =>
    may(actor, { right: "registration.read" }, { nodeId }, tree);

  return {
    unit: async (actor: Actor, nodeId: string): Promise<UnitPage> => {
      const tree = await forest.tree(actor.tenant);
      const { pack } = await packs.current(actor.tenant);
      const node = tree.get(nodeId);
      const speak = bodiesOf(actor).includes(nodeId);
      if (!node || tree.as(node) !== "body" || (!speak && scopeOf(actor, "registration.read").length === 0))
        throw notFound("这个单位");
      const { rows, counts, claims } = await db.inTenant(actor.tenant, async (tx) => ({
        rows: (await selectRegistrations(tx)
          .where("r.body_id", "=", nodeId)
          .orderBy("m.created_at", "desc")
          .limit(50)
          .execute()) as RegistrationRow[],
        counts: await repo.kindsOfUnit(tx, nodeId),
        claims: await repo.claimsOfUnit(tx, nodeId),
      }));
      // A community reads what lies in its own register; the unit what the place's rules say.
      const own = rows.filter(({ node_id }) => speak || mayRead(actor, tree, node_id));
      const shown = counts.filter(({ kind, node_id }) =>
        speak ? (pack.registrations[kind]?.unitSees ?? "nothing") !== "nothing" : mayRead(actor, tree, node_id),
      );
      const keep = mayRead(actor, tree, nodeId) || own.length > 0 || (!speak && shown.length > 0);
      if (!speak && !keep) throw notFound("这个单位");
      const person = Object.values(pack.registrations).filter(({ who }) => who === "person");
      const allowed = !speak || person.some(({ unitSees }) => unitSees !== "nothing");
      return {
        node: refTo(tree, nodeId),
        place: wayTo(tree, nodeId).slice(0, -1).join(" · "),
        registrations: await reading.summaries(actor, own),
        people: allowed
          ? {
              kinds: kindSums(pack, shown),
              communities: byCommunity(tree, shown),
              agreed: shown.reduce((sum, { agreed }) => sum + agreed, 0),
              records: person.some(({ unitSees }) => unitSees === "records"),
            }
          : null,
        claims: { open: claims.open, done: claims.done, peopleDone: allowed ? claims.people_done : 0 },
        may: { speak, keep },
      };
    },

    community: async (actor: Actor, nodeId: string): Promise<CommunityPage> => {
      const tree = await forest.tree(actor.tenant);
      const { pack } = await packs.current(actor.tenant);
      const community = tree.enclosing(nodeId, "community");
      if (!community) throw notFound("这个社区");
      const span = spanOf(dayOf(clock.now()));
      const found = await db.inTenant(actor.tenant, async (tx) => ({
        counts: await repo.kindsAt(tx, community.id),
        units: await repo.unitsAt(tx, community.id),
        nodes: await repo.countsByNode(tx, span),
        deeds: await repo.deedsByArea(tx, span),
        openNeeds: await repo.openNeedsAt(tx, community.id),
      }));
      const people = new Map<string, number>();
      for (const { kind, node_id, active } of found.counts) {
        const compound = tree.enclosing(node_id, "compound")?.id;
        if (compound && active > 0 && pack.registrations[kind]?.who === "person")
          people.set(compound, (people.get(compound) ?? 0) + active);
      }
      return {
        node: refTo(tree, community.id),
        place: wayTo(tree, community.id).slice(0, -1).join(" · "),
        kinds: kindSums(pack, found.counts),
        compounds: [...people]
          .map(([id, count]) => ({ node: refTo(tree, id), people: count }))
          .sort((a, b) => b.people - a.people || a.node.name.localeCompare(b.node.name, "zh")),
        units: found.units.flatMap((id) => refOf(tree, id) ?? []).sort((a, b) => a.name.localeCompare(b.name, "zh")),
        today: sumsByCommunity(tree, found.nodes, found.deeds).get(community.id) ?? noSums,
        openNeeds: found.openNeeds,
        may: { rows: mayRead(actor, tree, community.id) },
      };
    },
  };
};
