/** The cases behind a figure, newest first: those of its condition that the actor may read as staff. */
import { type RawBuilder, sql } from "kysely";
import { pageFrom, readCursor } from "../../platform/paging.ts";
import type { Actor } from "../authority/index.ts";
import type { CasesDeps } from "./deps.ts";
import { type CaseRow, caseOf, selectCases } from "./rows.ts";
import { deskCondition } from "./scope.ts";
import { summaryOf } from "./view.ts";

export interface CountedQuery {
  /** On `cases c`. */
  readonly where: RawBuilder<boolean>;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

type Deps = Pick<CasesDeps, "db" | "clock" | "packs"> & { readonly forest: Pick<CasesDeps["forest"], "tree"> };

export const createCountedList =
  ({ db, clock, packs, forest }: Deps) =>
  async (actor: Actor, { where, cursor: mark, limit }: CountedQuery) => {
    const tree = await forest.tree(actor.tenant);
    const cursor = readCursor(mark, "time");
    const rows = await db.inTenant(actor.tenant, (tx) => {
      const counted = selectCases(tx)
        .where(where)
        .where(deskCondition(actor, tree))
        .orderBy("c.submitted_at", "desc")
        .orderBy("c.id", "desc")
        .limit(limit + 1);
      if (!cursor) return counted.execute();
      const before = sql<boolean>`(c.submitted_at, c.id) < (${cursor[0]}::timestamptz, ${cursor[1]}::uuid)`;
      return counted.where(before).execute();
    });
    const { page, nextCursor } = pageFrom(rows, limit, (row) => [row.submitted_at.toISOString(), row.id]);
    const items = await Promise.all(
      page.map(async (row) => {
        const one = caseOf(row as CaseRow);
        const pack = await packs.at(actor.tenant, one.packVersion);
        return summaryOf({ actor, tree, pack, now: clock.now() }, one, "desk", null);
      }),
    );
    return { items, nextCursor };
  };
