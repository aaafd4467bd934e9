/** Lists of items: what I owe, what is owed at one's places, what is late. */
import type { AgreedItemFilter } from "@ginkgo/shared/api/agreed-items.ts";
import { dayOf } from "@ginkgo/shared/day.ts";
import { type RawBuilder, sql } from "kysely";
import type { Tx } from "../../platform/db/database.ts";
import { pageFrom, readCursor } from "../../platform/paging.ts";
import { invalid } from "../../platform/problem.ts";
import { type Item, itemOf, selectItems } from "./items-repo.ts";
import { deskItems, itemsUnder, likeText, owesIt } from "./scope.ts";
import type { Viewing } from "./sight.ts";

export interface ItemQuery extends AgreedItemFilter {
  readonly cursor?: string | undefined;
  readonly limit: number;
}

const conditions = (viewing: Viewing, query: AgreedItemFilter): RawBuilder<boolean>[] => {
  const { actor, tree, now } = viewing;
  const found: RawBuilder<boolean>[] = [query.box === "mine" ? owesIt(actor) : deskItems(actor, tree)];
  if (query.box === "late") found.push(sql<boolean>`i.state = 'open' and i.due_on < ${dayOf(now)}::date`);
  // What is only drafted stands with its draft.
  if (query.state === undefined) found.push(sql<boolean>`i.state <> 'planned'`);
  else found.push(sql<boolean>`i.state = ${query.state}`);
  if (query.box === "mine" && query.state === "planned") found.push(deskItems(actor, tree));
  if (query.under !== undefined) {
    if (!tree.get(query.under)) throw invalid("under", "没有这个地方，请重新选择。");
    found.push(itemsUnder(tree, query.under));
  }
  if (query.owner !== undefined)
    found.push(sql<boolean>`(i.owner_node_id = ${query.owner}::uuid or i.owner_id = ${query.owner}::uuid)`);
  if (query.source !== undefined) found.push(sql<boolean>`i.source_type = ${query.source}`);
  if (query.q?.trim()) {
    const like = likeText(query.q);
    found.push(sql<boolean>`(i.what ilike ${like} or i.owner_name ilike ${like})`);
  }
  return found;
};

/** What is open comes first, by its day; then what has come to an end. */
const order = sql<string>`(case when i.state = 'open' then '0' else '1' end || i.due_on::text)`;

export const listItems = async (
  tx: Tx,
  viewing: Viewing,
  query: ItemQuery,
): Promise<{ page: Item[]; nextCursor: string | null }> => {
  const cursor = readCursor(query.cursor, "any");
  let select = selectItems(tx).select(order.as("key"));
  for (const condition of conditions(viewing, query)) select = select.where(condition);
  if (cursor) select = select.where(sql<boolean>`(${order}, i.id) > (${String(cursor[0])}, ${cursor[1]}::uuid)`);
  const rows = await select
    .orderBy(order)
    .orderBy("i.id")
    .limit(query.limit + 1)
    .execute();
  const { page, nextCursor } = pageFrom(rows, query.limit, (row) => [row.key, row.id]);
  return { page: page.map(itemOf), nextCursor };
};
