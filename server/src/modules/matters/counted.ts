/** The matters behind a figure, newest first: those of its condition that the actor may read as staff. */
import type { MatterSummary } from "@ginkgo/shared/api/matters.ts";
import { matterTypes } from "@ginkgo/shared/pack/participation.ts";
import { type RawBuilder, sql } from "kysely";
import { pageFrom, readCursor } from "../../platform/paging.ts";
import type { Actor } from "../authority/index.ts";
import type { MattersDeps } from "./deps.ts";
import type { Matter } from "./model.ts";
import { findMatters } from "./repo.ts";
import { deskCondition, either } from "./scope.ts";

export interface CountedMattersQuery {
  /** On `c`, which has the columns that figures know. */
  readonly where: RawBuilder<boolean>;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** What a desk reads, type by type: each has a right of its own. */
const readable = (actor: Actor, tree: Parameters<typeof deskCondition>[1]) =>
  either(
    matterTypes.map((type) => {
      const inScope = deskCondition(actor, tree, type);
      return sql<boolean>`(m.type = ${type} and ${inScope})`;
    }),
  );

export const createCountedMatters =
  (
    { db, forest }: Pick<MattersDeps, "db" | "forest">,
    summaries: (actor: Actor, all: readonly Matter[]) => Promise<MatterSummary[]>,
    /** `matters` under the names figures know, with `c` as its alias. */
    asCases: (tenant: string) => RawBuilder<unknown>,
  ) =>
  async (actor: Actor, { where, cursor: mark, limit }: CountedMattersQuery) => {
    const tree = await forest.tree(actor.tenant);
    const cursor = readCursor(mark, "time");
    const before = cursor ? sql`and (c.submitted_at, c.id) < (${cursor[0]}::timestamptz, ${cursor[1]}::uuid)` : sql``;
    const found = await db.inTenant(actor.tenant, async (tx) => {
      const { rows } = await sql<{ id: string; at: Date }>`
        select c.id, c.submitted_at as at from ${asCases(tx.tenant)}
        join matters m on m.tenant_id = ${tx.tenant} and m.id = c.id
        where ${where} and ${readable(actor, tree)} ${before}
        order by c.submitted_at desc, c.id desc limit ${limit + 1}`.execute(tx.sql);
      const matters = new Map(
        (
          await findMatters(
            tx,
            rows.map(({ id }) => id),
          )
        ).map((one) => [one.id, one]),
      );
      return { rows, matters };
    });
    const { page, nextCursor } = pageFrom(found.rows, limit, ({ id, at }) => [at.toISOString(), id]);
    return {
      items: await summaries(
        actor,
        page.flatMap(({ id }) => found.matters.get(id) ?? []),
      ),
      nextCursor,
    };
  };
