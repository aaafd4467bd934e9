/** Drawing agreements up: a new one, a changed draft, a successor. */
import type { Tx } from "../../platform/db/database.ts";
import type { Call } from "../../platform/http/call.ts";
import { forbidden, invalid, notFound, Refusal, stale } from "../../platform/problem.ts";
import type { Actor } from "../authority/index.ts";
import type { Tree } from "../org/index.ts";
import type { AgreementsDeps } from "./deps.ts";
import { clearItems, insertItems, itemsOfSource, type NewItem } from "./items-repo.ts";
import {
  type Agreement,
  areaOf,
  checkItems,
  checkTerm,
  isBody,
  isDraft,
  isPlace,
  rulesIn,
  shifted,
  speaksFor,
  type Term,
} from "./model.ts";
import { insertAgreement, lockAgreement, replaceParties, saveTerms, successorOf } from "./repo.ts";
import { mayEdit, sightOfAgreement, type Viewing } from "./sight.ts";

export interface Draft extends Term {
  readonly title: string;
  readonly purpose: string;
  readonly bodies: readonly string[];
  readonly items: readonly { readonly what: string; readonly owner: string; readonly due: string }[];
}

const partiesFrom = (tree: Tree, nodeId: string, bodies: readonly string[]) => {
  const unique = [...new Set(bodies)];
  unique.forEach((id, i) => {
    if (!isBody(tree, tree.get(id))) throw invalid(`bodies[${i}]`, "没有这个共建单位，请重新选择。");
  });
  return [{ nodeId, isBody: false }, ...unique.map((id) => ({ nodeId: id, isBody: true }))];
};

const itemsFrom = (tree: Tree, items: Draft["items"]): NewItem[] =>
  items.map(({ what, owner, due }) => ({
    what: what.trim(),
    ownerNodeId: owner,
    ownerId: null,
    ownerName: tree.get(owner)?.name ?? "",
    due,
  }));

/** One side draws it up: the place, or one of the units. */
const mayDraw = (viewing: Viewing, nodeId: string, bodies: readonly string[]): boolean =>
  mayEdit(viewing, nodeId) || bodies.some((id) => speaksFor(viewing.actor, id));

export const createDrafting = (deps: AgreementsDeps) => {
  const { db, clock, forest, packs, matters } = deps;

  const viewingFor = async (actor: Actor): Promise<Viewing> => ({
    actor,
    tree: await forest.tree(actor.tenant),
    now: clock.now(),
  });

  const begin = async (
    tx: Tx,
    viewing: Viewing,
    nodeId: string,
    draft: Draft,
    renews: string | null,
  ): Promise<string> => {
    const { actor, tree, now } = viewing;
    const { pack } = await packs.current(tx.tenant);
    const rules = rulesIn(pack);
    if (!isPlace(tree, tree.get(nodeId))) throw invalid("node", "没有这个地方，请重新选择。");
    checkTerm(draft);
    const parties = partiesFrom(tree, nodeId, draft.bodies);
    const named = parties.map((party) => party.nodeId);
    checkItems(draft.items, named, draft);
    const bodies = parties.filter((party) => party.isBody).map((party) => party.nodeId);
    if (!mayDraw(viewing, nodeId, bodies)) throw forbidden("起草这份协议");
    const side = mayEdit(viewing, nodeId) ? nodeId : (bodies.find((id) => speaksFor(actor, id)) ?? nodeId);
    const matter = await matters.moving.begin(tx, actor, {
      type: "agreement",
      kind: "agreement",
      workflow: rules.workflow,
      title: draft.title.trim(),
      nodeId,
      visibility: "parties",
      owner: { id: actor.accountId, name: actor.name, bodyId: side },
      unitId: bodies[0],
      facts: { items: draft.items.length, itemsDone: 0 },
    });
    await insertAgreement(tx, matter.id, { ...draft, purpose: draft.purpose.trim() }, renews);
    await replaceParties(tx, matter.id, parties);
    const source = { type: "agreement", id: matter.id, nodeId, areaId: areaOf(tree, nodeId) } as const;
    await insertItems(tx, actor, source, itemsFrom(tree, draft.items), "planned", now);
    return matter.id;
  };

  /** Whoever drew it up, or draws agreements up for the place. */
  const mayRewrite = (viewing: Viewing, { matter }: Agreement): boolean =>
    mayEdit(viewing, matter.subject.placeId) ||
    matter.owner.id === viewing.actor.accountId ||
    speaksFor(viewing.actor, matter.owner.bodyId);

  const seen = async (tx: Tx, viewing: Viewing, one: Agreement | undefined): Promise<Agreement> => {
    const pack = one && (await packs.at(tx.tenant, one.matter.packVersion));
    if (!one || !pack || sightOfAgreement(viewing, pack, one) === undefined) throw notFound("这份协议");
    return one;
  };

  return {
    mayRewrite,

    draft: async (call: Call<Actor>, input: Draft & { readonly node: string }): Promise<string> => {
      const viewing = await viewingFor(call.actor);
      const { id } = await db.once(call.actor.tenant, call.request, async (tx) => ({
        id: await begin(tx, viewing, input.node, input, null),
      }));
      return id;
    },

    edit: async (
      call: Call<Actor>,
      input: Draft & { readonly agreementId: string; readonly version: number },
    ): Promise<void> => {
      const viewing = await viewingFor(call.actor);
      const { actor, tree, now } = viewing;
      await db.once(actor.tenant, call.request, async (tx) => {
        const one = await seen(tx, viewing, await lockAgreement(tx, input.agreementId));
        const { matter } = one;
        if (!mayRewrite(viewing, one)) throw forbidden("修改这份协议");
        if (!isDraft(await packs.at(tx.tenant, matter.packVersion), matter))
          throw new Refusal("not-allowed-now", "协议已经发给各方，要修改请先退回起草。");
        if (matter.version !== input.version) throw stale();
        checkTerm(input);
        const nodeId = matter.subject.placeId;
        const parties = partiesFrom(tree, nodeId, input.bodies);
        checkItems(
          input.items,
          parties.map((party) => party.nodeId),
          input,
        );
        await replaceParties(tx, matter.id, parties);
        await saveTerms(tx, matter.id, { ...input, purpose: input.purpose.trim() });
        await clearItems(tx, matter.id);
        const source = { type: "agreement", id: matter.id, nodeId, areaId: areaOf(tree, nodeId) } as const;
        await insertItems(tx, actor, source, itemsFrom(tree, input.items), "planned", now);
        const described = await matters.moving.describe(tx, matter, { title: input.title.trim() });
        const facts = { items: input.items.length, itemsDone: 0 };
        await matters.moving.keepFacts(tx, described, facts, { action: "edit", label: "修改草稿", actor });
        return { id: matter.id };
      });
    },

    /** The same parties and the same items, as far into the new term. */
    renew: async (call: Call<Actor>, input: Term & { readonly agreementId: string }): Promise<string> => {
      const viewing = await viewingFor(call.actor);
      const { id } = await db.once(call.actor.tenant, call.request, async (tx) => {
        const one = await seen(tx, viewing, await lockAgreement(tx, input.agreementId));
        if (one.inForceAt === null) throw new Refusal("not-allowed-now", "协议还没有生效，不能续签。");
        const successor = await successorOf(tx, one.matter.id);
        if (successor !== undefined) throw new Refusal("conflict", "这份协议已经有续签的协议，请打开它继续办理。");
        if (input.from <= one.from) throw invalid("from", "续签的协议应从原协议开始之后起算。");
        const items = await itemsOfSource(tx, one.matter.id);
        const known = new Set(one.parties.map(({ nodeId }) => nodeId));
        const draft: Draft = {
          title: one.matter.title,
          purpose: one.purpose,
          from: input.from,
          to: input.to,
          bodies: one.parties.filter(({ isBody: body }) => body).map(({ nodeId }) => nodeId),
          items: items.flatMap(({ what, ownerNodeId, due, state }) =>
            ownerNodeId !== null && known.has(ownerNodeId) && state !== "dropped"
              ? { what, owner: ownerNodeId, due: shifted(due, one, input) }
              : [],
          ),
        };
        checkTerm(input);
        return { id: await begin(tx, viewing, one.matter.subject.placeId, draft, one.matter.id) };
      });
      return id;
    },

    seen,
  };
};
export type Drafting = ReturnType<typeof createDrafting>;
