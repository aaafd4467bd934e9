/** Export and import of the tree as an Excel sheet: all rows or none. */
import type { ImportReport } from "@ginkgo/shared/api/org.ts";
import type { Clock } from "../../platform/clock.ts";
import type { Database, RequestKey, Tx } from "../../platform/db/database.ts";
import { appendEvents } from "../../platform/events.ts";
import { readSheetRows } from "../../platform/excel.ts";
import { forbidden, Refusal, stale } from "../../platform/problem.ts";
import { type Actor, scopeOf } from "../authority/index.ts";
import type { PackRegistry } from "../packs/index.ts";
import { rowsOf } from "./cells.ts";
import type { Ground } from "./changes.ts";
import type { Forest } from "./forest.ts";
import { eventOf, isCoverChange } from "./history.ts";
import { type ImportPlan, planImport } from "./import.ts";
import { find, groundOf } from "./reading.ts";
import { insertNodes, labelOf, type PathedNode, pathsOf, saveCovers, updateNodes } from "./repo.ts";
import { exportSheet } from "./sheet.ts";
import { buildTree } from "./tree.ts";
import { mayEdit } from "./views.ts";

export interface ExcelOptions {
  readonly db: Database;
  readonly clock: Clock;
  readonly packs: PackRegistry;
  readonly forest: Forest;
}

export interface ImportInput {
  readonly file: Buffer;
  readonly dryRun: boolean;
}

export const maxRows = 50_000;
const eventsAtOnce = 500;

export const createExcel = ({ db, clock, packs, forest }: ExcelOptions) => {
  const pathed = async (tx: Tx, plan: ImportPlan): Promise<PathedNode[]> => {
    const above = plan.created.flatMap(({ after }) => after.parentId ?? []);
    const paths = await pathsOf(tx, [...new Set(above)]);
    return plan.created.map(({ after: node }) => {
      const parent = node.parentId === null ? undefined : paths.get(node.parentId);
      const path = parent ? `${parent}.${labelOf(node.id)}` : labelOf(node.id);
      paths.set(node.id, path);
      return { node, path };
    });
  };

  const write = async (tx: Tx, { pack, tree }: Ground, plan: ImportPlan, actor: Actor) => {
    const now = clock.now();
    await insertNodes(tx, now, await pathed(tx, plan));
    const written = await updateNodes(
      tx,
      plan.updated.map(({ after }) => after),
    );
    if (written !== plan.updated.length) throw stale();
    const changes = [...plan.created, ...plan.updated];
    await saveCovers(
      tx,
      changes.filter(isCoverChange).map(({ after }) => after),
    );
    const nodes = new Map([...tree.all()].map((node) => [node.id, node]));
    for (const { after } of changes) nodes.set(after.id, after);
    const after = buildTree(tree.version + 1, [...nodes.values()], pack.tiers);
    const events = changes.map((change) => eventOf(change, after, actor, now));
    for (let i = 0; i < events.length; i += eventsAtOnce) await appendEvents(tx, events.slice(i, i + eventsAtOnce));
  };

  return {
    exportTree: async (actor: Actor, under: string | undefined): Promise<Buffer> => {
      if (actor.grants.length === 0) throw forbidden("导出组织树");
      const { pack, tree } = await groundOf({ packs, forest }, actor);
      return exportSheet(pack, tree, under ? find(tree, under) : tree.root);
    },

    importTree: async (
      { actor, request }: { readonly actor: Actor; readonly request: RequestKey | undefined },
      { file, dryRun }: ImportInput,
    ): Promise<ImportReport> => {
      // Reading a large sheet is work; it is not done for just anyone.
      if (scopeOf(actor, "org.edit").length === 0) throw forbidden("导入组织树");
      const { rows, problems: unreadable } = rowsOf(await readSheetRows(file));
      if (rows.length > maxRows)
        throw new Refusal("too-large", `一次最多导入 ${maxRows} 行，这个表有 ${rows.length} 行，请分成几个文件。`);

      const planOn = (ground: Ground) => planImport(ground, rows, (node) => mayEdit(actor, node, ground.tree));
      const report = (plan: ImportPlan, isWritten: boolean): ImportReport => {
        const problems = [...unreadable, ...plan.problems].sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
        return {
          dryRun,
          rows: rows.length,
          created: isWritten || dryRun ? plan.created.length : 0,
          updated: isWritten || dryRun ? plan.updated.length : 0,
          unchanged: plan.unchanged,
          problems,
        };
      };

      const known = await groundOf({ packs, forest }, actor);
      if (dryRun) return report(planOn(known), false);

      const done = await db.once(actor.tenant, request, async (tx) => {
        const tried = planOn(known);
        const isSound = unreadable.length + tried.problems.length === 0;
        // Only a sheet that changes something takes the lock that keeps other changes waiting.
        if (!isSound || tried.created.length + tried.updated.length === 0) return report(tried, false);
        const ground = { pack: known.pack, tree: await forest.toChange(tx) };
        const plan = ground.tree === known.tree ? tried : planOn(ground);
        if (plan.problems.length > 0) return report(plan, false);
        await write(tx, ground, plan, actor);
        return report(plan, true);
      });
      await forest.announce(actor.tenant);
      return done;
    },
  };
};
