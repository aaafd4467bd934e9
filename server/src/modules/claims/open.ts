/** What everyone may claim, without signing in: no persons, no telephone numbers, addresses only where agreed. */
import type { ClaimList, PublicClaimable } from "@ginkgo/shared/api/claims.ts";
import type { Pack } from "@ginkgo/shared/pack/schema.ts";
import { sql } from "kysely";
import { pageFrom, readCursor } from "../../platform/paging.ts";
import { invalid, notFound } from "../../platform/problem.ts";
import { mattersUnder } from "../matters/index.ts";
import type { Tree } from "../org/index.ts";
import type { ClaimsDeps } from "./deps.ts";
import { freeCondition, kindsOf, wordsCondition } from "./filter.ts";
import { type Claimable, kindOf, masked } from "./model.ts";
import { type ClaimableRow, claimableOf, selectClaimables } from "./rows.ts";
import { listOf } from "./views.ts";

/** Where it is by law, and no closer than its community unless its address may be read. */
const placeOf = (tree: Tree, id: string, exact: boolean): string =>
  tree.trail(exact ? id : (tree.enclosing(id, "community")?.id ?? id));

const publicView = (pack: Pack, tree: Tree, { matter, detail }: Claimable): PublicClaimable => ({
  code: matter.code,
  kind: matter.kind,
  kindLabel: kindOf(pack, matter.kind)?.label ?? matter.kind,
  list: listOf(pack, matter.kind),
  title: masked(matter.title),
  words: masked(detail.words),
  place: placeOf(tree, matter.subject.placeId, detail.addressPublic),
  skills: detail.skills.map((skill) => pack.skills.find(({ id }) => id === skill)?.label ?? skill),
  places: detail.places,
  free: detail.places - detail.taken,
  startsAt: detail.startsAt?.toISOString() ?? null,
  endsAt: detail.endsAt?.toISOString() ?? null,
  until: detail.until,
  minAge: detail.minAge,
  maxAge: detail.maxAge,
  health: detail.health === null ? null : masked(detail.health),
  address: detail.addressPublic && detail.address !== null ? masked(detail.address) : null,
  lng: detail.addressPublic ? detail.lng : null,
  lat: detail.addressPublic ? detail.lat : null,
});

export const createOpen = ({ db, clock, packs, forest }: ClaimsDeps) => {
  /** A place that is not there answers as one that has nothing. */
  const mustBeHere = async (tenant: string): Promise<void> => {
    if (!(await packs.tenants()).some((one) => one.tenant === tenant)) throw notFound("这个地方");
  };

  return {
    list: async (query: {
      readonly tenant: string;
      readonly list?: ClaimList | undefined;
      readonly kind?: string | undefined;
      readonly under?: string | undefined;
      readonly q?: string | undefined;
      readonly cursor?: string | undefined;
      readonly limit: number;
    }) => {
      const { tenant } = query;
      await mustBeHere(tenant);
      const { pack } = await packs.current(tenant);
      const tree = await forest.tree(tenant);
      if (query.under && !tree.get(query.under)) throw invalid("under", "没有这个地方，请重新选择。");
      const cursor = readCursor(query.cursor, "time");
      const rows = await db.inTenant(tenant, (tx) => {
        let select = selectClaimables(tx).where("m.visibility", "=", "public").where(freeCondition(clock.now()));
        if (query.list) select = select.where(sql<boolean>`m.kind = any(${kindsOf(pack, query.list)}::text[])`);
        if (query.kind) select = select.where("m.kind", "=", query.kind);
        if (query.under) select = select.where(mattersUnder(tree, query.under));
        // A number must not be found that is not shown.
        const q = query.q?.replace(/\d{5,}/g, "") ?? "";
        for (const word of wordsCondition(q, false)) select = select.where(word);
        if (cursor)
          select = select.where(sql<boolean>`(m.created_at, m.id) < (${cursor[0]}::timestamptz, ${cursor[1]}::uuid)`);
        return select
          .orderBy("m.created_at", "desc")
          .orderBy("m.id", "desc")
          .limit(query.limit + 1)
          .execute();
      });
      const { page, nextCursor } = pageFrom(rows, query.limit, (row) => [row.created_at.toISOString(), row.id]);
      return {
        items: page.map((row) => publicView(pack, tree, claimableOf(row as ClaimableRow))),
        nextCursor,
        kinds: Object.entries(pack.claimables)
          .filter(([, { visibility }]) => visibility === "public")
          .map(([id, { label, list }]) => ({ id, label, list })),
      };
    },

    /** One that is full or closed by now is still told of while it goes on, so that a printed code does not lead nowhere. */
    one: async ({ tenant, code }: { readonly tenant: string; readonly code: string }): Promise<PublicClaimable> => {
      await mustBeHere(tenant);
      const row = await db.inTenant(tenant, (tx) =>
        selectClaimables(tx)
          .where("m.code", "=", code)
          .where("m.visibility", "=", "public")
          .where("m.ended", "=", false)
          .executeTakeFirst(),
      );
      if (!row) throw notFound("这一项");
      const one = claimableOf(row as ClaimableRow);
      const view = publicView((await packs.current(tenant)).pack, await forest.tree(tenant), one);
      return one.detail.open ? view : { ...view, free: 0 };
    },

    node: async ({ tenant, nodeId }: { readonly tenant: string; readonly nodeId: string }) => {
      await mustBeHere(tenant);
      const tree = await forest.tree(tenant);
      const { pack } = await packs.current(tenant);
      const node = tree.get(nodeId);
      // The Party's tree and where people live are for those who are signed in.
      const shown = node?.status === "active" && node.tree === "area" && tree.as(node) !== "building";
      if (!node || !shown) throw notFound("这个地方");
      return {
        id: node.id,
        name: node.name,
        tierLabel: pack.tiers[node.tier]?.label ?? "",
        trail: tree.trail(node.id),
        address: node.address,
        lng: node.at?.[0] ?? null,
        lat: node.at?.[1] ?? null,
      };
    },
  };
};
export type Open = ReturnType<typeof createOpen>;
