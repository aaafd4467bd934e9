/** Outcomes made public: only what the pack lays open of a case, to everyone of the place. */
import type { Outcome } from "@ginkgo/shared/api/cases.ts";
import { workflowOf } from "@ginkgo/shared/pack/states.ts";
import { sql } from "kysely";
import { pageFrom, readCursor } from "../../platform/paging.ts";
import { invalid } from "../../platform/problem.ts";
import type { Actor } from "../authority/index.ts";
import type { CasesDeps } from "./deps.ts";
import type { Case } from "./model.ts";
import { confidentialPhotos } from "./repo.ts";
import { type CaseRow, caseOf, selectCases } from "./rows.ts";
import { underNode } from "./scope.ts";

export interface OutcomeQuery {
  readonly under?: string | undefined;
  readonly category?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

const personal = new Set(["reporter", "address", "photos"]);

export const createOutcomes = ({ db, packs, forest, files }: CasesDeps) => {
  const outcomeOf = async (tenant: string, one: Case, photos: Outcome["photos"]): Promise<Outcome> => {
    const pack = await packs.at(tenant, one.packVersion);
    const tree = await forest.tree(tenant);
    const { publication } = workflowOf(pack, one.subject.workflow);
    const { facts, category, publishedAt } = one.subject;
    const agreed = publication?.consent !== undefined && facts[publication.consent] === true;
    const shows = (field: NonNullable<typeof publication>["fields"][number]): boolean => {
      if (!publication?.fields.includes(field)) return false;
      // The resident's own words are theirs: shown if they were public from the start, or the person agreed.
      if (field === "words") return one.visibility === "public" || agreed;
      return !personal.has(field) || agreed;
    };
    return {
      id: one.id,
      no: one.no,
      publishedAt: (publishedAt ?? one.submittedAt).toISOString(),
      submittedAt: one.submittedAt.toISOString(),
      category: shows("category") ? (pack.categories.find(({ id }) => id === category)?.label ?? null) : null,
      community: shows("community") && one.communityId ? (tree.get(one.communityId)?.name ?? null) : null,
      words: shows("words") ? one.words : null,
      outcome: publication && shows("outcome") ? String(facts[publication.outcome] ?? "") : "",
      stars: shows("stars") ? one.stars : null,
      reporter: shows("reporter") ? one.reporterName : null,
      address: shows("address") ? one.address : null,
      photos: shows("photos") ? photos : [],
    };
  };

  return async (actor: Actor, query: OutcomeQuery) => {
    const tree = await forest.tree(actor.tenant);
    if (query.under && !tree.get(query.under)) throw invalid("under", "没有这个地方，请重新选择。");
    const cursor = readCursor(query.cursor, "time");
    return db.inTenant(actor.tenant, async (tx) => {
      let select = selectCases(tx).where("c.published_at", "is not", null);
      if (query.under) select = select.where(underNode(tree, query.under));
      if (query.category) select = select.where("c.category", "=", query.category);
      if (cursor)
        select = select.where(sql<boolean>`(c.published_at, c.id) < (${cursor[0]}::timestamptz, ${cursor[1]}::uuid)`);
      const rows = await select
        .orderBy("c.published_at", "desc")
        .orderBy("c.id", "desc")
        .limit(query.limit + 1)
        .execute();
      const { page, nextCursor } = pageFrom(rows, query.limit, (row) => [
        row.published_at?.toISOString() ?? "",
        row.id,
      ]);
      const cases = page.map((row) => caseOf(row as CaseRow));
      const ids = cases.map(({ id }) => id);
      const stored = await files.ofSubjects(tx, ids);
      const kept = await confidentialPhotos(tx, ids);
      const photosOf = ({ id }: Case) => (stored.get(id) ?? []).filter((photo) => !kept.has(photo.id));
      return {
        items: await Promise.all(cases.map((one) => outcomeOf(actor.tenant, one, photosOf(one)))),
        nextCursor,
      };
    });
  };
};
