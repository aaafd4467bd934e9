/** Looking at agreements: one with all that belongs to it, lists, what waits for someone. */
import type {
  AgreementFilter,
  AgreementParty,
  AgreementSummary,
  AgreementView,
} from "@ginkgo/shared/api/agreements.ts";
import type { MatterSummary } from "@ginkgo/shared/api/matters.ts";
import { addDays, dayOf } from "@ginkgo/shared/day.ts";
import type { Pack } from "@ginkgo/shared/pack/schema.ts";
import { type RawBuilder, sql } from "kysely";
import type { Tx } from "../../platform/db/database.ts";
import { pageFrom, readCursor } from "../../platform/paging.ts";
import { invalid } from "../../platform/problem.ts";
import { type Actor, scopeOf } from "../authority/index.ts";
import { findMatter, type MatterRow, matterOf, mattersUnder, selectMatters } from "../matters/index.ts";
import type { Tree } from "../org/index.ts";
import type { Agreeing } from "./agreeing.ts";
import type { AgreementsDeps } from "./deps.ts";
import type { Drafting } from "./drafting.ts";
import { countItems, type ItemCounts, itemsOfSource, noItems } from "./items-repo.ts";
import { itemViews } from "./items-view.ts";
import {
  type Agreement,
  asParty,
  bodiesOf,
  daysLeft,
  edit,
  isAsked,
  isDraft,
  phaseOf,
  rulesIn,
  speaksFor,
} from "./model.ts";
import { agreementsOf, findAgreement, paperOf, successorOf } from "./repo.ts";
import { anyOf, concernsMe, likeText, ofBody, seesAgreements } from "./scope.ts";
import { mayEdit, type Viewing } from "./sight.ts";
import { speakersOf } from "./telling.ts";

interface ListQuery extends AgreementFilter {
  readonly cursor?: string | undefined;
  readonly limit: number;
}

type Condition = RawBuilder<boolean>;

const refOf = (tree: Tree, id: string) => {
  const node = tree.get(id);
  return { id, name: node?.name ?? "", tier: node?.tier ?? "" };
};

/** What waits for the actor's own word: agreements that are being asked about and a party of which they speak for. */
const waitsForMe = (actor: Actor): Condition => {
  const nodes = [...new Set([...bodiesOf(actor), ...scopeOf(actor, edit)])];
  return sql<boolean>`(a.sent_at is not null and not a.in_force and not m.ended and exists (select 1 from agreement_parties p
    where p.tenant_id = a.tenant_id and p.agreement_id = a.id and p.confirmed_at is null and p.node_id = ${anyOf(nodes)}))`;
};

const phases: { readonly [P in NonNullable<AgreementFilter["phase"]>]: Condition } = {
  drafting: sql<boolean>`(a.sent_at is null and not m.ended)`,
  agreeing: sql<boolean>`(a.sent_at is not null and not a.in_force and not m.ended)`,
  inForce: sql<boolean>`a.in_force`,
  over: sql<boolean>`m.ended`,
};

const late = (today: string): Condition =>
  sql<boolean>`exists (select 1 from agreed_items i where i.tenant_id = a.tenant_id and i.source_id = a.id
    and i.state = 'open' and i.due_on < ${today}::date)`;

export const createReading = (deps: AgreementsDeps, drafting: Drafting, agreeing: Agreeing) => {
  const { db, clock, forest, packs, files, matters } = deps;

  const viewingFor = async (actor: Actor): Promise<Viewing> => ({
    actor,
    tree: await forest.tree(actor.tenant),
    now: clock.now(),
  });

  const conditions = (viewing: Viewing, query: AgreementFilter, remindDays: readonly number[]): Condition[] => {
    const { actor, tree, now } = viewing;
    const today = dayOf(now);
    const found: Condition[] = [seesAgreements(actor, tree)];
    if (query.box === "mine") found.push(concernsMe(actor));
    if (query.box === "waiting") found.push(waitsForMe(actor));
    if (query.box === "ending")
      found.push(sql<boolean>`(a.in_force and a.to_on <= ${addDays(today, Math.max(0, ...remindDays))}::date)`);
    if (query.box === "late") found.push(late(today));
    if (query.phase) found.push(phases[query.phase]);
    if (query.under !== undefined) {
      if (!tree.get(query.under)) throw invalid("under", "没有这个地方，请重新选择。");
      found.push(mattersUnder(tree, query.under));
    }
    if (query.body !== undefined) found.push(ofBody(query.body));
    if (query.q?.trim())
      found.push(sql<boolean>`(m.title ilike ${likeText(query.q)} or exists (select 1 from agreement_parties p
        join nodes n on n.tenant_id = p.tenant_id and n.id = p.node_id
        where p.tenant_id = a.tenant_id and p.agreement_id = a.id and n.name ilike ${likeText(query.q)}))`);
    return found;
  };

  const partyViews = (viewing: Viewing, asked: boolean, one: Agreement, mute: ReadonlySet<string>): AgreementParty[] =>
    one.parties.map((party) => {
      const own = party.isBody ? speaksFor(viewing.actor, party.nodeId) : mayEdit(viewing, party.nodeId);
      const open = asked && party.agreedAt === null;
      const paper = party.isBody && mute.has(party.nodeId) && mayEdit(viewing, one.matter.subject.placeId);
      return {
        node: refOf(viewing.tree, party.nodeId),
        isBody: party.isBody,
        agreedAt: party.agreedAt?.toISOString() ?? null,
        agreedBy: party.agreedBy,
        onPaper: party.onPaper,
        mayAgree: open && own ? "yes" : open && paper ? "paper" : "no",
      };
    });

  const partOf = (
    viewing: Viewing,
    remindDays: readonly number[],
    one: Agreement,
    counts: ItemCounts,
    parties: AgreementParty[],
  ) => {
    const left = one.inForce ? daysLeft(one.to, viewing.now) : null;
    return {
      from: one.from,
      to: one.to,
      phase: phaseOf(one),
      daysLeft: left,
      ending: left !== null && left <= Math.max(0, ...remindDays),
      parties,
      ...counts,
    };
  };

  const viewIn = async (tx: Tx, viewing: Viewing, one: Agreement): Promise<AgreementView> => {
    const { actor, now } = viewing;
    const { id } = one.matter;
    const pack = await packs.at(tx.tenant, one.matter.packVersion);
    const { remindDays } = rulesIn(pack);
    const matter = await matters.viewIn(tx, actor, asParty(actor, one), "party");
    const items = await itemsOfSource(tx, id);
    const counts = (await countItems(tx, [id], dayOf(now))).get(id) ?? noItems;
    const successor = await successorOf(tx, id);
    const parties = partyViews(viewing, isAsked(pack, one.matter), one, await muteBodies(tx, pack, one));
    const mayDraw = drafting.mayRewrite(viewing, one);
    return {
      ...partOf(viewing, remindDays, one, counts, parties),
      matter,
      purpose: one.purpose,
      sentAt: one.sentAt?.toISOString() ?? null,
      inForceAt: one.inForceAt?.toISOString() ?? null,
      agreedItems: await itemViews(tx, files, viewing, items),
      signed: [...(await files.viewsOf(tx, await paperOf(tx, id))).values()],
      renews: await linkOf(tx, viewing, one.renews),
      renewedBy: await linkOf(tx, viewing, successor ?? null),
      may: {
        edit: mayDraw && isDraft(pack, one.matter),
        sign: !one.matter.ended && agreeing.maySign(viewing, one),
        renew: mayDraw && one.inForceAt !== null && successor === undefined,
      },
    };
  };

  /** Bodies for which nobody speaks: only paper can say that they agree. */
  const muteBodies = async (tx: Tx, pack: Pack, one: Agreement): Promise<Set<string>> => {
    if (!isAsked(pack, one.matter)) return new Set();
    const { pack: current } = await packs.current(tx.tenant);
    const mute = new Set<string>();
    for (const { nodeId, isBody, agreedAt } of one.parties)
      if (isBody && agreedAt === null && (await speakersOf(tx, current, [nodeId])).length === 0) mute.add(nodeId);
    return mute;
  };

  const linkOf = async (tx: Tx, viewing: Viewing, id: string | null) => {
    const one = id === null ? undefined : await findAgreement(tx, id);
    if (!one) return null;
    const seen = await drafting.seen(tx, viewing, one).catch(() => undefined);
    return seen ? { id: one.matter.id, title: one.matter.title } : null;
  };

  return {
    list: async (actor: Actor, query: ListQuery) => {
      const viewing = await viewingFor(actor);
      const { pack } = await packs.current(actor.tenant);
      const remindDays = pack.agreements?.remindDays ?? [];
      const cursor = readCursor(query.cursor, "time");
      return db.inTenant(actor.tenant, async (tx) => {
        let select = selectMatters(tx)
          .innerJoin("agreements as a", (join) =>
            join.onRef("a.tenant_id", "=", "m.tenant_id").onRef("a.id", "=", "m.id"),
          )
          .where("m.type", "=", "agreement");
        for (const condition of conditions(viewing, query, remindDays)) select = select.where(condition);
        if (cursor)
          select = select.where(sql<boolean>`(m.created_at, m.id) < (${cursor[0]}::timestamptz, ${cursor[1]}::uuid)`);
        const rows = await select
          .orderBy("m.created_at", "desc")
          .orderBy("m.id", "desc")
          .limit(query.limit + 1)
          .execute();
        const { page, nextCursor } = pageFrom(rows, query.limit, (row) => [row.created_at.toISOString(), row.id]);
        const found = await agreementsOf(
          tx,
          page.map((row) => matterOf(row as MatterRow)),
        );
        const counts = await countItems(
          tx,
          found.map(({ matter }) => matter.id),
          dayOf(viewing.now),
        );
        const lines = new Map<string, MatterSummary>(
          (
            await matters.summaries(
              actor,
              found.map((one) => asParty(actor, one)),
            )
          ).map((line) => [line.id, line]),
        );
        const items: AgreementSummary[] = [];
        for (const one of found) {
          const line = lines.get(one.matter.id);
          if (!line) continue;
          const asked = isAsked(await packs.at(actor.tenant, one.matter.packVersion), one.matter);
          const parties = partyViews(viewing, asked, one, new Set());
          const part = partOf(viewing, remindDays, one, counts.get(one.matter.id) ?? noItems, parties);
          items.push({ matter: line, ...part });
        }
        return { items, nextCursor };
      });
    },

    view: async (actor: Actor, agreementId: string): Promise<AgreementView> => {
      const viewing = await viewingFor(actor);
      return db.inTenant(actor.tenant, async (tx) =>
        viewIn(tx, viewing, await drafting.seen(tx, viewing, await findAgreement(tx, agreementId))),
      );
    },

    /** As it is to whoever has just taken a step, who may lose sight of it by it. */
    viewAfter: async (actor: Actor, agreementId: string): Promise<AgreementView> => {
      const viewing = await viewingFor(actor);
      return db.inTenant(actor.tenant, async (tx) => {
        const matter = await findMatter(tx, agreementId);
        const [one] = matter ? await agreementsOf(tx, [matter]) : [];
        return viewIn(tx, viewing, one ?? (await drafting.seen(tx, viewing, undefined)));
      });
    },

    waitsForMe,
  };
};
export type Reading = ReturnType<typeof createReading>;
