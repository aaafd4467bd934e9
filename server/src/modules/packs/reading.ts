/** Looking at a place's pack: versions, what differs between them, the draft, what publishing it would change. */

import type { Input } from "@ginkgo/shared/api/contract.ts";
import type { PackDraft, PackPreview, PackVersionView, packApi } from "@ginkgo/shared/api/pack.ts";
import { diffPacks } from "@ginkgo/shared/pack/diff.ts";
import { Pack } from "@ginkgo/shared/pack/schema.ts";
import type { Tx } from "../../platform/db/database.ts";
import { pageFrom, readCursor } from "../../platform/paging.ts";
import { notFound } from "../../platform/problem.ts";
import type { Actor } from "../authority/index.ts";
import * as census from "./census.ts";
import { readPack } from "./content.ts";
import { type Ground, mayPack, mustPack, type PacksDeps } from "./deps.ts";
import { packSubject } from "./ids.ts";
import * as repo from "./repo.ts";
import { obstaclesTo, problemsOf, publishingRoles, removedCategories, removedStates, roleChanges } from "./rules.ts";

type Api = typeof packApi;

export const versionView = (row: repo.VersionRow, current: number): PackVersionView => ({
  version: row.version,
  origin: row.origin as repo.Origin,
  basedOn: row.based_on,
  publishedBy: row.published_name,
  publishedAt: row.published_at.toISOString(),
  note: row.note,
  current: row.version === current,
});

/** With its defaults filled in if it has the shape of a pack, so that only what was meant counts as a change. */
export const comparable = (content: unknown): unknown => {
  const parsed = Pack.safeParse(content);
  return parsed.success ? parsed.data : content;
};

export const draftState = (
  draft: repo.DraftRow,
  current: { version: number; pack: Pack },
): Omit<PackDraft, "content"> => ({
  draftVersion: draft.version,
  basedOn: draft.based_on,
  origin: draft.origin as PackDraft["origin"],
  editedBy: { id: draft.edited_by, name: draft.edited_name },
  editedAt: draft.edited_at.toISOString(),
  outdated: draft.based_on !== current.version,
  problems: problemsOf(draft.content),
  changes: diffPacks(current.pack, comparable(draft.content)),
});

/** The version the place runs on, as it stands in this transaction. */
export const currentIn = async (tx: Tx, version: number): Promise<Pack> => {
  const row = await repo.findVersion(tx, version);
  if (!row) throw new Error(`the pack of "${tx.tenant}" has no version ${version}`);
  return readPack(row.text);
};

/** What the place cannot do without, asked of the database. */
export const obstaclesIn = async (tx: Tx, ground: Ground, current: Pack, pack: Pack) =>
  obstaclesTo(
    { current, rootTier: ground.root.tier, nodes: await census.nodesByTier(tx) },
    pack,
    await census.isHeldOn(tx, publishingRoles(pack), ground.root.id),
  );

const consequences = async (tx: Tx, before: Pack, after: Pack) => {
  const roles = roleChanges(before, after);
  const categories = removedCategories(before, after);
  const states = removedStates(before, after);
  const holders = await census.holdersOf(
    tx,
    roles.map(({ role }) => role),
  );
  const inCategory = await census.openByCategory(
    tx,
    categories.map(({ id }) => id),
  );
  const inState = await census.openByState(
    tx,
    states.map(({ id }) => id),
  );
  return {
    people: roles.map((one) => ({ ...one, accounts: holders.get(one.role) ?? 0 })),
    removedCategories: categories.map((one) => ({ ...one, open: inCategory.get(one.id) ?? 0 })),
    removedStates: states.map((one) => ({ ...one, open: inState.get(one.id) ?? 0 })),
  };
};

const nothing = { people: [], removedCategories: [], removedStates: [] };

export const createReading = (deps: PacksDeps) => {
  const { db } = deps;

  const current = async (tx: Tx) => {
    const version = await repo.currentVersion(tx);
    return { version, pack: await currentIn(tx, version) };
  };

  const side = async (tx: Tx, name: string): Promise<unknown> => {
    if (name !== "draft") {
      const row = await repo.findVersion(tx, Number(name));
      if (!row) throw notFound(`第 ${name} 版`);
      return readPack(row.text);
    }
    const draft = await repo.findDraft(tx);
    if (!draft) throw notFound("草稿");
    return comparable(draft.content);
  };

  return {
    versions: async (actor: Actor, { cursor, limit }: Input<Api["packVersions"]>) => {
      const ground = await mustPack(deps, actor, "pack.read");
      return db.inTenant(actor.tenant, async (tx) => {
        const after = readCursor(cursor, "number")?.[0];
        const rows = await repo.listVersions(tx, after === undefined ? undefined : Number(after), limit + 1);
        const { page, nextCursor } = pageFrom(rows, limit, ({ version }) => [version, packSubject(tx.tenant)]);
        const running = await repo.currentVersion(tx);
        const shipped = await repo.latestShipped(tx);
        return {
          items: page.map((row) => versionView(row, running)),
          nextCursor,
          current: running,
          newShipped: shipped !== undefined && shipped > running ? shipped : null,
          may: { edit: mayPack(actor, "pack.edit", ground), publish: mayPack(actor, "pack.publish", ground) },
        };
      });
    },

    version: async (actor: Actor, version: number) => {
      await mustPack(deps, actor, "pack.read");
      return db.inTenant(actor.tenant, async (tx) => {
        const row = await repo.findVersion(tx, version);
        if (!row) throw notFound(`第 ${version} 版`);
        return { ...versionView(row, await repo.currentVersion(tx)), content: readPack(row.text) };
      });
    },

    diff: async (actor: Actor, { from, to }: Input<Api["packDiff"]>) => {
      await mustPack(deps, actor, "pack.read");
      return db.inTenant(actor.tenant, async (tx) => ({
        from,
        to,
        changes: diffPacks(await side(tx, from), await side(tx, to)),
      }));
    },

    draft: async (actor: Actor): Promise<{ draft: PackDraft | null }> => {
      await mustPack(deps, actor, "pack.read");
      return db.inTenant(actor.tenant, async (tx) => {
        const draft = await repo.findDraft(tx);
        return { draft: draft ? { ...draftState(draft, await current(tx)), content: { ...draft.content } } : null };
      });
    },

    preview: async (actor: Actor): Promise<PackPreview> => {
      const ground = await mustPack(deps, actor, "pack.read");
      return db.inTenant(actor.tenant, async (tx) => {
        const draft = await repo.findDraft(tx);
        if (!draft) throw notFound("草稿");
        const { pack: before } = await current(tx);
        const after = Pack.safeParse(draft.content);
        return {
          draftVersion: draft.version,
          problems: [
            ...problemsOf(draft.content),
            ...(after.success ? await obstaclesIn(tx, ground, before, after.data) : []),
          ],
          changes: diffPacks(before, after.success ? after.data : draft.content),
          cases: await census.openByVersion(tx),
          // Who would gain or lose what cannot be said of something that is no pack yet.
          ...(after.success ? await consequences(tx, before, after.data) : nothing),
        };
      });
    },
  };
};
