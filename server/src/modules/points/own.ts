/** One's own points: taking part or not, what there is, and where it comes from. Nobody else is asked or told. */
import type { MyPoints, PointEntry } from "@ginkgo/shared/api/points.ts";
import { ruleText } from "@ginkgo/shared/pack/points.ts";
import type { Tx } from "../../platform/db/database.ts";
import { appendEvents } from "../../platform/events.ts";
import type { Call } from "../../platform/http/call.ts";
import { pageFrom, readCursor } from "../../platform/paging.ts";
import { notFound, Refusal } from "../../platform/problem.ts";
import type { Actor } from "../authority/index.ts";
import { communityOf } from "./credit.ts";
import type { PointsDeps } from "./deps.ts";
import { createGround, type Ground, placeOf } from "./ground.ts";
import { findBooking, listOwn } from "./repo/ledger.ts";
import { findMember, insertMember, lockMember, type Member, saveMember } from "./repo/members.ts";
import { entryView } from "./views.ts";

const rankingOf = ({ pack }: Ground): boolean => pack.participation.ranking === "opt-in";

const viewOf = (ground: Ground, actor: Actor, member: Member | undefined): MyPoints => {
  const { rules, tree } = ground;
  const community = communityOf(tree, actor.homeId);
  return {
    label: rules.label,
    joined: member !== undefined && member.leftAt === null,
    joinedAt: member?.joinedAt.toISOString() ?? null,
    leftAt: member?.leftAt?.toISOString() ?? null,
    balance: member?.balance ?? 0,
    ranked: rankingOf(ground) && (member?.ranked ?? false),
    ranking: rankingOf(ground),
    community: community ? placeOf(tree, community) : null,
    rules: rules.rules.map((rule) => ({
      id: rule.id,
      label: rule.label,
      text: ruleText(rule),
      recognised: rule.recognised,
      confirmedBy: rule.confirmedBy,
    })),
    shop: rules.shop ?? null,
  };
};

export const createOwn = (deps: PointsDeps) => {
  const { db, clock } = deps;
  const groundOf = createGround(deps);

  const note = (tx: Tx, { actor }: Call<Actor>, seq: number, type: string) =>
    appendEvents(tx, [
      { subjectType: "point-member", subjectId: actor.accountId, seq, type, actor, at: clock.now(), seenBy: "staff" },
    ]);

  /** One change of one's own part in it; what is so already changes nothing. */
  const change = async (
    call: Call<Actor>,
    work: (tx: Tx, member: Member | undefined, ground: Ground) => Promise<void>,
  ): Promise<MyPoints> => {
    const { actor } = call;
    const ground = await groundOf(actor.tenant);
    return db.once(actor.tenant, call.request, async (tx) => {
      await work(tx, await lockMember(tx, actor.accountId), ground);
      return viewOf(ground, actor, await findMember(tx, actor.accountId));
    });
  };

  return {
    mine: async (actor: Actor): Promise<MyPoints> => {
      const ground = await groundOf(actor.tenant);
      return viewOf(ground, actor, await db.inTenant(actor.tenant, (tx) => findMember(tx, actor.accountId)));
    },

    join: (call: Call<Actor>) =>
      change(call, async (tx, member) => {
        if (!member) {
          // Two at the same moment: one joins, for the other it is so already.
          if (await insertMember(tx, call.actor.accountId, clock.now(), false)) await note(tx, call, 1, "joined");
        } else if (member.leftAt) {
          await saveMember(tx, member, { joinedAt: clock.now(), leftAt: null });
          await note(tx, call, member.version + 1, "joined");
        }
      }),

    leave: (call: Call<Actor>) =>
      change(call, async (tx, member) => {
        if (!member || member.leftAt) return;
        await saveMember(tx, member, { leftAt: clock.now(), ranked: false });
        await note(tx, call, member.version + 1, "left");
      }),

    setRanked: (call: Call<Actor>, ranked: boolean) =>
      change(call, async (tx, member, ground) => {
        if (ranked && !rankingOf(ground)) throw new Refusal("not-allowed-now", "本地没有积分榜。");
        if (!member || member.leftAt) {
          if (ranked) throw new Refusal("not-allowed-now", `请先加入${ground.rules.label}，再选择是否上榜。`);
          return;
        }
        if (member.ranked === ranked) return;
        await saveMember(tx, member, { ranked });
        await note(tx, call, member.version + 1, ranked ? "ranked" : "unranked");
      }),

    entries: async (
      actor: Actor,
      { cursor, limit }: { cursor?: string | undefined; limit: number },
    ): Promise<{ items: PointEntry[]; nextCursor: string | null }> => {
      const ground = await groundOf(actor.tenant);
      const after = readCursor(cursor, "time");
      const rows = await db.inTenant(actor.tenant, (tx) => listOwn(tx, actor.accountId, { after, limit: limit + 1 }));
      const { page, nextCursor } = pageFrom(rows, limit, ({ at, id }) => [at.toISOString(), id]);
      return { items: page.map((one) => entryView(ground, one)), nextCursor };
    },

    entry: async (actor: Actor, entryId: string): Promise<PointEntry> => {
      const ground = await groundOf(actor.tenant);
      const found = await db.inTenant(actor.tenant, (tx) => findBooking(tx, entryId));
      if (found?.accountId !== actor.accountId) throw notFound("这笔积分");
      return entryView(ground, found);
    },
  };
};
