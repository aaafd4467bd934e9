/** Looking at cases: one with its history, lists, candidates to hand it to, the reporter's phone. */
import type { Candidate, CaseAction, CaseView } from "@ginkgo/shared/api/cases.ts";
import type { StoredFile } from "@ginkgo/shared/api/files.ts";
import type { Pack } from "@ginkgo/shared/pack/schema.ts";
import { allSteps, workflowOf } from "@ginkgo/shared/pack/states.ts";
import type { Transition } from "@ginkgo/shared/pack/workflow.ts";
import type { Tx } from "../../platform/db/database.ts";
import type { Call } from "../../platform/http/call.ts";
import { newId } from "../../platform/ids.ts";
import { forbidden, notFound } from "../../platform/problem.ts";
import type { Actor } from "../authority/index.ts";
import { actionOf, divides } from "../matters/index.ts";
import type { Tree } from "../org/index.ts";
import { createAwaited, versionsInUse } from "./awaited.ts";
import { findCandidates } from "./candidates.ts";
import type { CasesDeps } from "./deps.ts";
import { countBoxes, type Ground, type ListQuery, listCases } from "./list.ts";
import { type Case, type Sight, sightIn, sightOf } from "./model.ts";
import { eventsOf, findCase, findCases, mergedCases, subCasesOf } from "./repo.ts";
import type { Fresh } from "./submit.ts";
import { childOf, openPerson, summaryOf, viewOf } from "./view.ts";
import { mayHandOn, type Viewing } from "./viewing.ts";

const bulkStep = (pack: Pack, action: string): Transition | undefined =>
  Object.values(pack.workflows)
    .flatMap(allSteps)
    .find(({ name, step }) => name === action && step.bulk)?.step;

export const createReading = (deps: CasesDeps) => {
  const { db, clock, packs, forest, files, sealer } = deps;

  const awaitedOf = createAwaited(db.inTenant, packs, clock);

  const ground = async (actor: Actor): Promise<Ground> => {
    const { pack, version } = await packs.current(actor.tenant);
    const awaited = await awaitedOf(actor.tenant, version);
    return { actor, tree: await forest.tree(actor.tenant), pack, now: clock.now(), awaited };
  };

  const sightAt = (actor: Actor, one: Case, tree: Tree, pack: Pack) =>
    sightIn(actor, one, tree, workflowOf(pack, one.subject.workflow));

  const see = async (tx: Tx, actor: Actor, tree: Tree, id: string, atLeast?: Sight) => {
    const one = await findCase(tx, id);
    if (!one) throw notFound("这件诉求");
    const pack = await packs.at(actor.tenant, one.packVersion);
    const sight = sightAt(actor, one, tree, pack) ?? atLeast;
    if (!sight) throw notFound("这件诉求");
    return { one, sight, pack };
  };

  /** `atLeast`: the sight of whoever has just taken a step, who may lose the case by it. */
  const view = async (actor: Actor, id: string, atLeast?: Sight): Promise<CaseView> => {
    const { tree, now } = await ground(actor);
    return db.inTenant(actor.tenant, async (tx) => {
      const { one, sight, pack } = await see(tx, actor, tree, id, atLeast);
      const events = await eventsOf(tx, id);
      const photos = await photosOf(tx, id);
      const later = new Set(events.flatMap(({ data }) => (data.photos as string[] | undefined) ?? []));
      const merged = await mergedCases(tx, id);
      const into = one.subject.mergedInto ? (await findCases(tx, [one.subject.mergedInto]))[0] : undefined;
      return viewOf(
        { actor, tree, pack, now },
        one,
        {
          sight,
          events,
          files: new Map(photos.map((photo) => [photo.id, photo])),
          photoIds: photos.map((photo) => photo.id).filter((photo) => !later.has(photo)),
          children: await childrenOf(tx, { actor, tree, pack, now }, one),
          parent: one.parentId ? await parentOf(tx, { actor, tree, pack, now }, one.parentId) : null,
          merged,
          mergedInto: into ? { id: into.id, no: into.no } : null,
        },
        sealer,
      );
    });
  };

  /** A case right after it was written: nothing is read again but the links of its photos. */
  const viewFresh = async (actor: Actor, { one, event, photoIds }: Fresh): Promise<CaseView> => {
    const base = await ground(actor);
    const stored =
      photoIds.length > 0 ? await db.inTenant(actor.tenant, (tx) => files.viewsOf(tx, photoIds)) : new Map();
    const sight = sightOf(actor, one, base.tree) ?? "reporter";
    if (one.subject.openSubCases > 0) return view(actor, one.id, sight);
    const around = { sight, events: [event], files: stored, photoIds, children: [], parent: null, merged: [] };
    return viewOf(base, one, { ...around, mergedInto: null }, sealer);
  };

  /** Parts are cases of their own: who may not see one does not see its line either. */
  const childrenOf = async (tx: Tx, viewing: Viewing, one: Case): Promise<CaseView["children"]> => {
    if (!divides(workflowOf(viewing.pack, one.subject.workflow))) return [];
    const children = await subCasesOf(tx, one.id);
    return children
      .filter((child) => sightAt(viewing.actor, child, viewing.tree, viewing.pack))
      .map((child) => childOf(viewing, child));
  };

  const parentOf = async (tx: Tx, { actor, tree, pack }: Viewing, id: string) => {
    const parent = await findCase(tx, id);
    const seen = parent && sightAt(actor, parent, tree, pack);
    return parent && seen ? { id: parent.id, no: parent.no } : null;
  };

  const photosOf = async (tx: Tx, caseId: string): Promise<StoredFile[]> =>
    (await files.ofSubjects(tx, [caseId])).get(caseId) ?? [];

  const list = async (actor: Actor, query: ListQuery) => {
    const base = await ground(actor);
    const { items, nextCursor } = await db.inTenant(actor.tenant, (tx) => listCases(tx, base, query));
    const summaries = await Promise.all(
      items.map(async ({ one, meters }) => {
        const pack = await packs.at(actor.tenant, one.packVersion);
        return summaryOf({ ...base, pack }, one, sightAt(actor, one, base.tree, pack) ?? "neighbour", meters);
      }),
    );
    return { items: summaries, nextCursor };
  };

  return {
    view,
    viewFresh,
    list,
    ground,
    counts: async (actor: Actor) => {
      const base = await ground(actor);
      return db.inTenant(actor.tenant, (tx) => countBoxes(tx, base));
    },

    /** The first step of that name that may be done to many; the same in every state that has it. */
    bulkAction: async (actor: Actor, action: string): Promise<CaseAction> => {
      const { tenant } = actor;
      const { pack, version } = await packs.current(tenant);
      let step = bulkStep(pack, action);
      if (!step) {
        // Open cases of earlier versions keep their steps.
        const earlier = (await db.inTenant(tenant, versionsInUse)).filter((one) => one !== version);
        const older = await Promise.all(earlier.sort((a, b) => b - a).map((one) => packs.at(tenant, one)));
        step = older.flatMap((one) => bulkStep(one, action) ?? [])[0];
      }
      if (!step) throw notFound("这项批量操作");
      return actionOf(action, step);
    },

    candidates: async (
      actor: Actor,
      query: { caseId?: string; q?: string; tiers: string; limit: number },
    ): Promise<Candidate[]> => {
      const base = await ground(actor);
      return db.inTenant(actor.tenant, async (tx) => {
        if (!query.caseId) return findCandidates(tx, base, undefined, query);
        const { one, sight, pack } = await see(tx, actor, base.tree, query.caseId);
        if (!mayHandOn({ ...base, pack }, one, sight)) throw forbidden("为这件诉求选择接单方");
        return findCandidates(tx, base, one, query);
      });
    },

    /** The case of that number, if this actor may see it. */
    seenByNumber: async (actor: Actor, no: string): Promise<string | undefined> => {
      const { tree } = await ground(actor);
      return db.inTenant(actor.tenant, async (tx) => {
        const row = await tx.sql
          .selectFrom("cases")
          .select("id")
          .where("tenant_id", "=", actor.tenant)
          .where("no", "=", no)
          .executeTakeFirst();
        const one = row && (await findCase(tx, row.id));
        return one && sightAt(actor, one, tree, await packs.at(actor.tenant, one.packVersion)) ? one.id : undefined;
      });
    },

    revealContact: async (call: Call<Actor>, caseId: string, reason: string) => {
      const { actor } = call;
      const { tree, now } = await ground(actor);
      return db.inTenant(actor.tenant, async (tx) => {
        const { one, sight } = await see(tx, actor, tree, caseId);
        if (sight === "neighbour" || (sight === "worker" && one.visibility === "confidential"))
          throw forbidden("查看联系方式");
        await tx.sql
          .insertInto("disclosures")
          .values({
            tenant_id: actor.tenant,
            id: newId(),
            at: now,
            account_id: actor.accountId,
            account_name: actor.name,
            subject_type: "case",
            subject_id: caseId,
            what: "contact",
            reason,
          })
          .execute();
        const contact = openPerson(sealer, one.contactSealed);
        const behalf = openPerson(sealer, one.behalfSealed);
        const phone = contact?.phone ?? (await reporterPhone(tx, one));
        return {
          reporter: { name: contact?.name ?? one.reporterName, phone },
          onBehalfOf: behalf ? { name: behalf.name, phone: behalf.phone ?? null } : null,
        };
      });
    },
  };

  async function reporterPhone(tx: Tx, one: Case): Promise<string | null> {
    const row = await tx.sql
      .selectFrom("accounts as a")
      .innerJoin("persons as p", (join) =>
        join.onRef("p.tenant_id", "=", "a.tenant_id").onRef("p.id", "=", "a.person_id"),
      )
      .select("p.phone_sealed")
      .where("a.tenant_id", "=", tx.tenant)
      .where("a.id", "=", one.reporterId)
      .executeTakeFirst();
    return row?.phone_sealed ? sealer.open(row.phone_sealed) : null;
  }
};
export type Reading = ReturnType<typeof createReading>;
