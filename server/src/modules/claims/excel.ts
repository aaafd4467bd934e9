/** Import and export of claimables as Excel sheets. A sheet with any mistake is refused whole, with all its mistakes. */
import type { ClaimableFilter, ClaimableImport, ClaimableSummary } from "@ginkgo/shared/api/claims.ts";
import type { FieldProblem } from "@ginkgo/shared/api/problem.ts";
import type { RequestKey } from "../../platform/db/database.ts";
import { readSheetRows, writeSheet } from "../../platform/excel.ts";
import { forbidden, Refusal } from "../../platform/problem.ts";
import { type Actor, scopeOf } from "../authority/index.ts";
import { datedText } from "../matters/index.ts";
import type { ClaimsDeps } from "./deps.ts";
import { type PuttingUp, type Ready, readyFrom } from "./putting-up.ts";
import type { Reading } from "./reading.ts";
import { columnNames, columns, draftOf, namesOf, problemAt, rowsOf } from "./sheet.ts";

export const maxRows = 5000;
const pageSize = 200;

/** Columns that stand in an export to be read; an import passes them over. */
const readOnly = ["状态", "已认领", "已完成", "编号"];

export const createExcel = ({ db, clock, packs, forest }: ClaimsDeps, reading: Reading, puttingUp: PuttingUp) => {
  const mustKeep = (actor: Actor, what: string): void => {
    if (scopeOf(actor, "claim.edit").length === 0 && scopeOf(actor, "claim.read").length === 0) throw forbidden(what);
  };

  const collect = async (actor: Actor, filter: ClaimableFilter): Promise<ClaimableSummary[]> => {
    const all: ClaimableSummary[] = [];
    let cursor: string | undefined;
    do {
      const page = await reading.list(actor, { ...filter, sort: "newest", cursor, limit: pageSize });
      all.push(...page.items);
      if (all.length > maxRows) throw new Refusal("too-large", `符合条件的超过 ${maxRows} 项，请缩小范围后再导出。`);
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    return all;
  };

  return {
    exportAll: async (actor: Actor, filter: ClaimableFilter): Promise<Buffer> => {
      mustKeep(actor, "导出清单");
      const { pack } = await packs.current(actor.tenant);
      const label = (id: string) => pack.skills.find((skill) => skill.id === id)?.label ?? id;
      const when = (at: string | null) => (at ? datedText(new Date(at)) : "");
      const rows = (await collect(actor, filter)).map((one) => [
        one.kindLabel,
        one.title,
        one.words,
        one.place,
        one.owner?.body?.name ?? "",
        one.places,
        one.skills.map(label).join("、"),
        when(one.startsAt),
        when(one.endsAt),
        one.until ?? "",
        one.address ?? "",
        one.lng,
        one.lat,
        one.minAge,
        one.maxAge,
        one.health ?? "",
        one.stateLabel,
        one.taken,
        one.carriedThrough,
        one.code,
      ]);
      const head = [...columnNames.map((name) => columns[name]), ...readOnly.map((header) => ({ header, width: 12 }))];
      return writeSheet("清单", head, rows);
    },

    template: async (actor: Actor): Promise<Buffer> => {
      mustKeep(actor, "导入清单");
      return writeSheet(
        "清单",
        columnNames.map((name) => columns[name]),
        [],
      );
    },

    importAll: async (
      { actor, request }: { readonly actor: Actor; readonly request: RequestKey | undefined },
      { file, dryRun }: { readonly file: Buffer; readonly dryRun: boolean },
    ): Promise<ClaimableImport> => {
      if (scopeOf(actor, "claim.edit").length === 0) throw forbidden("导入清单");
      const { rows, problems: unreadable } = rowsOf(await readSheetRows(file), readOnly);
      if (rows.length > maxRows)
        throw new Refusal("too-large", `一次最多导入 ${maxRows} 行，这个表有 ${rows.length} 行，请分成几个文件。`);
      const { pack } = await packs.current(actor.tenant);
      const tree = await forest.tree(actor.tenant);
      const ground = { pack, tree, now: clock.now() };
      const reader = { pack, tree, byName: namesOf(tree) };
      const problems: FieldProblem[] = [...unreadable];
      const ready: Ready[] = [];
      for (const row of rows) {
        const draft = draftOf(reader, row);
        if (Array.isArray(draft)) {
          problems.push(...draft);
          continue;
        }
        try {
          const one = readyFrom(actor, ground, draft);
          puttingUp.mustStart(actor, ground, one);
          ready.push(one);
        } catch (error) {
          if (!(error instanceof Refusal)) throw error;
          const found = error.errors ?? [{ path: "nodeId", message: error.message }];
          problems.push(...found.map(({ path, message }) => problemAt(row.line, path, message)));
        }
      }
      const report = (created: number): ClaimableImport => ({ dryRun, rows: rows.length, created, problems });
      if (problems.length > 0) return report(0);
      if (dryRun) return report(ready.length);
      return db.once(actor.tenant, request, async (tx) => report((await puttingUp.putUpIn(tx, actor, ready)).length));
    },
  };
};
