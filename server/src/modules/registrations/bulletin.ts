/** 日通报: who registered and did what on a day. Sums are for everyone signed in; rows for who may read them. */
import type { Bulletin, BulletinSums } from "@ginkgo/shared/api/bulletin.ts";
import { dayOf, instantOf } from "@ginkgo/shared/day.ts";
import { sql } from "kysely";
import { type SheetColumn, writeBook } from "../../platform/excel.ts";
import { pageFrom, readCursor } from "../../platform/paging.ts";
import { forbidden, invalid, notFound } from "../../platform/problem.ts";
import { type Actor, may, scopeOf } from "../authority/index.ts";
import { deskCondition, either, type MatterRow, matterOf, mattersUnder, selectMatters } from "../matters/index.ts";
import type { Tree, TreeNode } from "../org/index.ts";
import { countsByNode, type DeedCount, deedsByArea, type NodeCount } from "./bulletin-repo.ts";
import type { RegistrationsDeps, Span } from "./deps.ts";
import { refTo } from "./view.ts";

export interface Asked {
  readonly day?: string | undefined;
  readonly under?: string | undefined;
}

const dayMinutes = 24 * 60;

export const spanOf = (day: string): Span => ({ from: instantOf(day, 0), to: instantOf(day, dayMinutes) });

export const noSums: BulletinSums = {
  newPeople: 0,
  newUnits: 0,
  people: 0,
  units: 0,
  compounds: 0,
  leftPeople: 0,
  claims: 0,
  activities: 0,
};

const isNothing = (sums: BulletinSums): boolean => Object.values(sums).every((n) => n === 0);

/** Everything that was counted, by the community it belongs to. */
export const sumsByCommunity = (
  tree: Tree,
  counts: readonly NodeCount[],
  deeds: readonly DeedCount[],
): Map<string, BulletinSums> => {
  const sums = new Map<string, BulletinSums>();
  const reached = new Map<string, Set<string>>();
  const add = (id: string, more: Partial<BulletinSums>) => {
    const before = sums.get(id) ?? noSums;
    sums.set(id, {
      ...before,
      ...Object.fromEntries(
        Object.entries(more).map(([name, n]) => [name, before[name as keyof BulletinSums] + (n ?? 0)]),
      ),
    });
  };
  for (const row of counts) {
    const community = tree.enclosing(row.node_id, "community")?.id ?? row.node_id;
    add(community, {
      newPeople: row.new_people,
      newUnits: row.new_units,
      people: row.people,
      units: row.units,
      leftPeople: row.left_people,
    });
    const compound = row.people > 0 ? tree.enclosing(row.node_id, "compound")?.id : undefined;
    if (compound) reached.set(community, (reached.get(community) ?? new Set()).add(compound));
  }
  for (const [community, compounds] of reached) add(community, { compounds: compounds.size });
  for (const { area_id, type, count } of deeds)
    add(area_id, type === "claim" ? { claims: count } : { activities: count });
  return sums;
};

export const total = (all: Iterable<BulletinSums>): BulletinSums => {
  const sum: Record<keyof BulletinSums, number> = { ...noSums };
  for (const one of all) for (const name of Object.keys(noSums) as (keyof BulletinSums)[]) sum[name] += one[name];
  return sum;
};

const columns: readonly { readonly name: keyof BulletinSums; readonly column: SheetColumn }[] = [
  { name: "newPeople", column: { header: "当日新报到党员", width: 16 } },
  { name: "newUnits", column: { header: "当日新报到单位", width: 16 } },
  { name: "people", column: { header: "在册党员", width: 12 } },
  { name: "units", column: { header: "在册单位", width: 12 } },
  { name: "compounds", column: { header: "覆盖小区", width: 12 } },
  { name: "leftPeople", column: { header: "当日退出", width: 12 } },
  { name: "claims", column: { header: "当日完成认领", width: 14 } },
  { name: "activities", column: { header: "当日开展活动", width: 14 } },
];

export const createBulletin = ({ db, clock, forest, matters }: RegistrationsDeps) => {
  const groundOf = async (actor: Actor, asked: Asked) => {
    const tree = await forest.tree(actor.tenant);
    const today = dayOf(clock.now());
    const day = asked.day ?? today;
    if (day > today) throw invalid("day", "还没有到这一天，请选择今天或以前的日子。");
    const node = asked.under ? tree.get(asked.under) : tree.root;
    if (!node) throw notFound("这个地方");
    return { tree, day, node };
  };

  /** Sums of each community at or below a node. */
  const sumsUnder = (tree: Tree, node: TreeNode, all: ReadonlyMap<string, BulletinSums>) => {
    const within = new Set(tree.subtree(node.id).map(({ id }) => tree.enclosing(id, "community")?.id ?? id));
    return [...all].filter(([id]) => within.has(id));
  };

  const bulletin = async (actor: Actor, asked: Asked): Promise<Bulletin> => {
    const { tree, day, node } = await groundOf(actor, asked);
    const span = spanOf(day);
    const all = await db.inTenant(actor.tenant, async (tx) =>
      sumsByCommunity(tree, await countsByNode(tx, span), await deedsByArea(tx, span)),
    );
    const found = sumsUnder(tree, node, all);
    const reads = (nodeId: string) => may(actor, { right: "registration.read" }, { nodeId }, tree);
    const lines = found
      .filter(([, sums]) => !isNothing(sums))
      .map(([id, sums]) => {
        const parent = tree.path(id)[1];
        return { node: refTo(tree, id), parent: parent?.name ?? "", sums, mayOpen: reads(id) };
      })
      .sort((a, b) => b.sums.people - a.sums.people || a.node.name.localeCompare(b.node.name, "zh"));
    return {
      day,
      node: refTo(tree, node.id),
      sums: total(found.map(([, sums]) => sums)),
      lines,
      may: { rows: reads(node.id) },
    };
  };

  return {
    bulletin,

    deeds: async (
      actor: Actor,
      query: Asked & {
        readonly type: "claim" | "activity";
        readonly cursor?: string | undefined;
        readonly limit: number;
      },
    ) => {
      const { tree, day, node } = await groundOf(actor, query);
      const { from, to } = spanOf(day);
      const after = readCursor(query.cursor, "time");
      const rows = await db.inTenant(actor.tenant, async (tx) => {
        let select = selectMatters(tx)
          .where("m.type", "=", query.type)
          .where("m.tone", "=", "done")
          .where("m.ended", "=", true)
          .where("m.ended_at", ">=", from)
          .where("m.ended_at", "<", to)
          .where(mattersUnder(tree, node.id))
          .where(either([deskCondition(actor, tree, query.type), sql<boolean>`m.visibility != 'parties'`]));
        if (after)
          select = select.where(sql<boolean>`(m.ended_at, m.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`);
        return (await select
          .orderBy("m.ended_at", "desc")
          .orderBy("m.id", "desc")
          .limit(query.limit + 1)
          .execute()) as MatterRow[];
      });
      const { page, nextCursor } = pageFrom(rows, query.limit, ({ ended_at, id }) => [
        ended_at?.toISOString() ?? "",
        id,
      ]);
      return { items: await matters.summaries(actor, page.map(matterOf)), nextCursor };
    },

    compounds: async (actor: Actor, asked: Asked) => {
      const { tree, day, node } = await groundOf(actor, asked);
      const counts = await db.inTenant(actor.tenant, (tx) => countsByNode(tx, spanOf(day)));
      const people = new Map<string, number>();
      for (const row of counts) {
        const compound = tree.enclosing(row.node_id, "compound")?.id;
        if (!compound || row.people === 0 || !tree.isUnder(compound, node.id)) continue;
        people.set(compound, (people.get(compound) ?? 0) + row.people);
      }
      const items = [...people].map(([id, count]) => ({
        node: refTo(tree, id),
        community: tree.enclosing(id, "community")?.name ?? "",
        people: count,
      }));
      return { items: items.sort((a, b) => b.people - a.people || a.node.name.localeCompare(b.node.name, "zh")) };
    },

    sheet: async (actor: Actor, asked: Asked): Promise<{ readonly file: Buffer; readonly day: string }> => {
      if (scopeOf(actor, "registration.read").length === 0) throw forbidden("导出通报");
      const { day, node, sums, lines } = await bulletin(actor, asked);
      const cells = (one: BulletinSums) => columns.map(({ name }) => one[name]);
      const file = await writeBook([
        {
          name: "双报到日通报",
          above: [`${node.name}双报到日通报（${day}）`],
          columns: [
            { header: "镇街", width: 16 },
            { header: "社区", width: 20 },
            ...columns.map(({ column }) => column),
          ],
          rows: [
            ["合计", node.name, ...cells(sums)],
            ...lines.map((line) => [line.parent, line.node.name, ...cells(line.sums)]),
          ],
        },
      ]);
      return { file, day };
    },
  };
};
