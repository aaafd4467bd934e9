/** Looking through feedback as a community, reading it as a unit. */
import type { FeedbackDetail, FeedbackSummary, FeedbackSums } from "@ginkgo/shared/api/bulletin.ts";
import type { Pack } from "@ginkgo/shared/pack/schema.ts";
import type { Tx } from "../../platform/db/database.ts";
import { appendEvents } from "../../platform/events.ts";
import type { Call } from "../../platform/http/call.ts";
import { pageFrom, readCursor } from "../../platform/paging.ts";
import { forbidden, notFound, Refusal } from "../../platform/problem.ts";
import { type Actor, may, scopeOf } from "../authority/index.ts";
import type { Tree } from "../org/index.ts";
import type { RegistrationsDeps } from "./deps.ts";
import type { FeedbackMaking } from "./feedback-making.ts";
import * as repo from "./feedback-repo.ts";
import { bodiesOf, mayKeep, shownName } from "./model.ts";
import { periodLabel } from "./period.ts";
import { refTo } from "./view.ts";

interface Query {
  readonly box: "desk" | "unit";
  readonly unit?: string | undefined;
  readonly standing: "all" | "waiting" | "sent";
  readonly cursor?: string | undefined;
  readonly limit: number;
}

interface Ground {
  readonly pack: Pack;
  readonly tree: Tree;
}

const what = "这份反馈";

const summaryOf = ({ pack, tree }: Ground, row: repo.FeedbackRow, parts: readonly repo.PartRow[]): FeedbackSummary => ({
  id: row.id,
  kind: row.kind,
  kindLabel: pack.registrations[row.kind]?.label ?? row.kind,
  period: row.period,
  periodLabel: periodLabel(row.period),
  unit: refTo(tree, row.unit_id),
  sums: row.sums as FeedbackSums,
  createdAt: row.created_at.toISOString(),
  sendBy: row.send_by.toISOString(),
  sentAt: row.sent_at?.toISOString() ?? null,
  waitingFor:
    row.sent_at === null
      ? parts.filter(({ confirmed_at }) => confirmed_at === null).map(({ community_id }) => refTo(tree, community_id))
      : [],
  version: row.version,
});

export const createFeedback = (deps: RegistrationsDeps, making: FeedbackMaking) => {
  const { db, clock, packs, forest } = deps;

  const groundOf = async (actor: Actor): Promise<Ground> => ({
    pack: (await packs.current(actor.tenant)).pack,
    tree: await forest.tree(actor.tenant),
  });

  const reads = (actor: Actor, tree: Tree, nodeId: string) =>
    may(actor, { right: "registration.read" }, { nodeId }, tree);

  const viewIn = async (tx: Tx, actor: Actor, ground: Ground, id: string): Promise<FeedbackDetail> => {
    const { tree } = ground;
    const row = await repo.findFeedback(tx, id);
    if (!row) throw notFound(what);
    const parts = await repo.partsOf(tx, [id]);
    const isUnit = bodiesOf(actor).includes(row.unit_id) && row.sent_at !== null;
    const own = parts.filter(({ community_id }) => reads(actor, tree, community_id));
    if (!isUnit && own.length === 0) throw notFound(what);
    const confirmed = new Set(parts.filter(({ confirmed_at }) => confirmed_at).map(({ community_id }) => community_id));
    const lines = (await repo.linesOf(tx, id)).flatMap((line) => {
      const agreed = line.unit_sees && line.unit_id === row.unit_id;
      const toUnit = isUnit && row.unit_sees === "records" && agreed;
      const toDesk = reads(actor, tree, line.community_id);
      if (!toUnit && !toDesk) return [];
      const keeps = mayKeep(actor, tree, line.community_id);
      return [
        {
          registrationId: line.registration_id,
          name: shownName(line.owner_name, toUnit || keeps),
          community: refTo(tree, line.community_id),
          agreed,
          claims: line.claims,
          activities: line.activities,
          minutes: line.minutes,
          deeds: line.deeds as unknown as FeedbackDetail["lines"][number]["deeds"],
          words: line.words,
          mayWrite: keeps && row.sent_at === null && !confirmed.has(line.community_id),
        },
      ];
    });
    return {
      ...summaryOf(ground, row, parts),
      unitSees: row.unit_sees === "records" ? "records" : "sums",
      lines,
      parts: parts.map(({ community_id, confirmed_at, confirmed_name }) => ({
        community: refTo(tree, community_id),
        confirmedAt: confirmed_at?.toISOString() ?? null,
        confirmedBy: confirmed_name,
        mayConfirm: row.sent_at === null && confirmed_at === null && mayKeep(actor, tree, community_id),
      })),
    };
  };

  /** To be changed: not sent, and this community's part not confirmed. */
  const openPart = async (
    tx: Tx,
    actor: Actor,
    tree: Tree,
    id: string,
    communityId: (row: repo.PartRow[]) => string,
  ) => {
    const row = await repo.lockFeedback(tx, id);
    if (!row) throw notFound(what);
    const parts = await repo.partsOf(tx, [id]);
    const community = communityId(parts);
    if (!parts.some(({ community_id }) => community_id === community) || !reads(actor, tree, community))
      throw notFound(what);
    if (!mayKeep(actor, tree, community)) throw forbidden("核对给单位的反馈");
    const part = parts.find(({ community_id }) => community_id === community);
    if (row.sent_at !== null) throw new Refusal("not-allowed-now", "这份反馈已经发给单位，不能再修改。");
    if (part?.confirmed_at) throw new Refusal("not-allowed-now", "本社区已确认过这份反馈，不能再修改。");
    return { row, parts, community };
  };

  return {
    list: async (actor: Actor, query: Query) => {
      const ground = await groundOf(actor);
      const { tree } = ground;
      const scope = scopeOf(actor, "registration.read");
      if (query.box === "desk" && scope.length === 0) throw forbidden("查看给单位的反馈");
      const communities = () => [
        ...new Set(
          scope.flatMap((id) => tree.subtree(id).map((node) => tree.enclosing(node.id, "community")?.id ?? node.id)),
        ),
      ];
      const after = readCursor(query.cursor, "time");
      const { rows, parts } = await db.inTenant(actor.tenant, async (tx) => {
        const found = await repo.listFeedback(tx, {
          ...(query.box === "unit" ? { units: bodiesOf(actor) } : { communities: communities() }),
          unit: query.unit,
          standing: query.standing,
          after,
          limit: query.limit + 1,
        });
        const ids = found.map(({ id }) => id);
        return { rows: found, parts: Map.groupBy(await repo.partsOf(tx, ids), ({ feedback_id }) => feedback_id) };
      });
      const { page, nextCursor } = pageFrom(rows, query.limit, ({ created_at, id }) => [created_at.toISOString(), id]);
      return { items: page.map((row) => summaryOf(ground, row, parts.get(row.id) ?? [])), nextCursor };
    },

    view: async (actor: Actor, id: string): Promise<FeedbackDetail> => {
      const ground = await groundOf(actor);
      return db.inTenant(actor.tenant, (tx) => viewIn(tx, actor, ground, id));
    },

    say: async (call: Call<Actor>, id: string, registrationId: string, words: string): Promise<FeedbackDetail> => {
      const { actor } = call;
      const ground = await groundOf(actor);
      await db.once(actor.tenant, call.request, async (tx) => {
        const line = (await repo.linesOf(tx, id)).find((one) => one.registration_id === registrationId);
        const { row } = await openPart(tx, actor, ground.tree, id, () => line?.community_id ?? "");
        const text = words.trim() || null;
        await repo.saveWords(tx, id, registrationId, text);
        const seq = await repo.saveFeedback(tx, row, null);
        const data = { registrationId, words: text };
        await appendEvents(tx, [
          { subjectType: "feedback", subjectId: id, seq, type: "said", actor, at: clock.now(), seenBy: "staff", data },
        ]);
        return {};
      });
      return db.inTenant(actor.tenant, (tx) => viewIn(tx, actor, ground, id));
    },

    confirm: async (call: Call<Actor>, id: string, communityId: string): Promise<FeedbackDetail> => {
      const { actor } = call;
      const ground = await groundOf(actor);
      await db.once(actor.tenant, call.request, async (tx) => {
        const { row, parts, community } = await openPart(tx, actor, ground.tree, id, () => communityId);
        const at = clock.now();
        await repo.confirmPart(tx, id, community, actor, at);
        const seq = await repo.saveFeedback(tx, row, null);
        const data = { community };
        await appendEvents(tx, [
          { subjectType: "feedback", subjectId: id, seq, type: "confirmed", actor, at, seenBy: "staff", data },
        ]);
        const left = parts.filter((part) => part.confirmed_at === null && part.community_id !== community);
        if (left.length === 0) await making.send(tx, { ...row, version: seq }, actor);
        return {};
      });
      return db.inTenant(actor.tenant, (tx) => viewIn(tx, actor, ground, id));
    },
  };
};
