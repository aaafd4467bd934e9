/** Corrections: a person says what is missing or wrong, someone who may decides, and what follows is booked with its reason. */
import type { DeskRequest, PointRequest, RequestStatus } from "@ginkgo/shared/api/points.ts";
import { sql } from "kysely";
import type { Tx } from "../../platform/db/database.ts";
import { appendEvents } from "../../platform/events.ts";
import type { Call } from "../../platform/http/call.ts";
import { newId } from "../../platform/ids.ts";
import { pageFrom, readCursor } from "../../platform/paging.ts";
import { invalid, notFound, Refusal, stale } from "../../platform/problem.ts";
import { type Actor, may } from "../authority/index.ts";
import { type Credit, communityOf } from "./credit.ts";
import type { PointsDeps } from "./deps.ts";
import { createGround, type Ground } from "./ground.ts";
import { correctionsAccount } from "./model.ts";
import { type Booked, book, findBooking, findBookings } from "./repo/ledger.ts";
import { homeOf, lockMember } from "./repo/members.ts";
import {
  type Condition,
  closeRequest,
  countOpen,
  insertRequest,
  listRequests,
  lockRequest,
  type RequestRow,
} from "./repo/requests.ts";
import { inScope } from "./scope.ts";
import { tellOwner } from "./telling.ts";
import { entryView } from "./views.ts";

const right = "points.adjust";
const openAtMost = 10;

export interface Decision {
  readonly requestId: string;
  readonly version: number;
  readonly decision: "add" | "reverse" | "refuse";
  readonly points?: number | undefined;
  readonly answer: string;
}

type Page = { readonly cursor?: string | undefined; readonly limit: number };

export const createRequests = (deps: PointsDeps, { takeBack }: Credit) => {
  const { db, clock } = deps;
  const groundOf = createGround(deps);

  const viewOf = (ground: Ground, row: RequestRow, bookings: ReadonlyMap<string, Booked>): PointRequest => {
    const booking = (id: string | null) => {
      const found = id ? bookings.get(id) : undefined;
      return found ? entryView(ground, found) : null;
    };
    return {
      id: row.id,
      at: row.at.toISOString(),
      words: row.words,
      about: booking(row.about_id),
      place: ground.tree.trail(row.node_id),
      status: row.status,
      decidedAt: row.decided_at?.toISOString() ?? null,
      decidedBy: row.decided_name,
      answer: row.answer,
      booked: booking(row.booked_id),
      version: row.version,
    };
  };

  const bookingsOf = async (tx: Tx, rows: readonly RequestRow[]): Promise<ReadonlyMap<string, Booked>> => {
    const ids = rows.flatMap(({ about_id, booked_id }) => [about_id, booked_id]).filter((id) => id !== null);
    return new Map((await findBookings(tx, ids)).map((one) => [one.id, one]));
  };

  const pageOf = async (tenant: string, conditions: readonly Condition[], { cursor, limit }: Page) => {
    const after = readCursor(cursor, "time");
    return db.inTenant(tenant, async (tx) => {
      const rows = await listRequests(tx, conditions, { after, limit: limit + 1 });
      const { page, nextCursor } = pageFrom(rows, limit, ({ at, id }) => [at.toISOString(), id]);
      return { page, nextCursor, bookings: await bookingsOf(tx, page) };
    });
  };

  const note = (tx: Tx, row: Pick<RequestRow, "id">, seq: number, type: string, actor: Actor, data: object = {}) =>
    appendEvents(tx, [
      { subjectType: "point-request", subjectId: row.id, seq, type, actor, at: clock.now(), seenBy: "staff", data },
    ]);

  const reread = async (tx: Tx, ground: Ground, id: string): Promise<DeskRequest> => {
    const row = await lockRequest(tx, id);
    if (!row) throw notFound("这个更正申请");
    return { ...viewOf(ground, row, await bookingsOf(tx, [row])), who: row.name };
  };

  const mustBeOpen = (row: RequestRow, version: number) => {
    if (row.status !== "open") throw new Refusal("not-allowed-now", "这个更正申请已经处理过了，请刷新查看结果。");
    if (row.version !== version) throw stale();
  };

  /** Adds what is missing; recognised where the person lives, because no unit has said anything of it. */
  const add = async (tx: Tx, ground: Ground, row: RequestRow, points: number, answer: string, actor: Actor) => {
    await lockMember(tx, row.account_id);
    const home = communityOf(ground.tree, await homeOf(tx, row.account_id));
    const id = newId();
    await book(tx, {
      id,
      at: clock.now(),
      doneAt: clock.now(),
      kind: "adjust",
      accountId: row.account_id,
      nodeId: row.node_id,
      rule: null,
      subjectType: "point-request",
      subjectId: row.id,
      sourceKey: row.id,
      reverses: null,
      words: answer,
      actor,
      points,
      against: correctionsAccount,
      recognised: home ? [{ side: "home", nodeId: home }] : [],
    });
    return id;
  };

  const takeBackAsked = async (tx: Tx, row: RequestRow, answer: string, actor: Actor) => {
    const was = row.about_id ? await findBooking(tx, row.about_id) : undefined;
    if (!was) throw invalid("decision", "这个申请没有指明哪一笔积分，不能冲回；请改为补记或不予更正。");
    if (was.kind !== "earn" && was.kind !== "adjust")
      throw invalid("decision", "这一笔不是因服务得到的积分，不能冲回。");
    if ((await takeBack(tx, was, answer, actor)) === 0)
      throw new Refusal("not-allowed-now", "这一笔已经冲回过了，请刷新查看。");
    const back = await findBooking(tx, was.id);
    return back?.reversedBy ?? null;
  };

  return {
    ask: async (call: Call<Actor>, input: { words: string; about?: string | undefined }): Promise<PointRequest> => {
      const { actor } = call;
      const ground = await groundOf(actor.tenant);
      return db.once(actor.tenant, call.request, async (tx) => {
        if (!(await lockMember(tx, actor.accountId)))
          throw new Refusal("not-allowed-now", `请先加入${ground.rules.label}。`);
        if ((await countOpen(tx, actor.accountId)) >= openAtMost)
          throw new Refusal("not-allowed-now", `您已有 ${openAtMost} 个更正申请在等处理，请等有了结果再提。`);
        const about = input.about ? await findBooking(tx, input.about) : undefined;
        if (input.about && about?.accountId !== actor.accountId) throw notFound("这笔积分");
        const id = newId();
        await insertRequest(tx, {
          id,
          accountId: actor.accountId,
          at: clock.now(),
          words: input.words.trim(),
          aboutId: about?.id ?? null,
          nodeId: about?.nodeId ?? communityOf(ground.tree, actor.homeId) ?? ground.tree.root.id,
        });
        await note(tx, { id }, 1, "asked", actor);
        const { who: _who, ...view } = await reread(tx, ground, id);
        return view;
      });
    },

    mine: async (actor: Actor, page: Page) => {
      const ground = await groundOf(actor.tenant);
      const own = sql<boolean>`q.account_id = ${actor.accountId}`;
      const found = await pageOf(actor.tenant, [own], page);
      return {
        items: found.page.map((row) => viewOf(ground, row, found.bookings)),
        nextCursor: found.nextCursor,
      };
    },

    withdraw: async (call: Call<Actor>, { requestId, version }: { requestId: string; version: number }) => {
      const { actor } = call;
      const ground = await groundOf(actor.tenant);
      return db.once(actor.tenant, call.request, async (tx) => {
        const row = await lockRequest(tx, requestId);
        if (row?.account_id !== actor.accountId) throw notFound("这个更正申请");
        mustBeOpen(row, version);
        const change = { status: "withdrawn", at: clock.now(), by: actor.name, answer: null, bookedId: null } as const;
        await closeRequest(tx, row, change);
        await note(tx, row, row.version + 1, "withdrawn", actor);
        const { who: _who, ...view } = await reread(tx, ground, requestId);
        return view;
      });
    },

    list: async (
      actor: Actor,
      query: Page & { status?: RequestStatus | undefined; under?: string | undefined },
    ): Promise<{ items: DeskRequest[]; nextCursor: string | null }> => {
      const ground = await groundOf(actor.tenant);
      const where = [inScope(actor, right, ground.tree, query.under, sql`q.node_id`, "处理积分更正")];
      if (query.status) where.push(sql<boolean>`q.status = ${query.status}`);
      const { page, nextCursor, bookings } = await pageOf(actor.tenant, where, query);
      return { items: page.map((row) => ({ ...viewOf(ground, row, bookings), who: row.name })), nextCursor };
    },

    decide: async (call: Call<Actor>, input: Decision): Promise<DeskRequest> => {
      const { actor } = call;
      const ground = await groundOf(actor.tenant);
      const answer = input.answer.trim();
      return db.once(actor.tenant, call.request, async (tx) => {
        const row = await lockRequest(tx, input.requestId);
        if (!row || !may(actor, { right }, { nodeId: row.node_id }, ground.tree)) throw notFound("这个更正申请");
        if (row.account_id === actor.accountId)
          throw new Refusal("forbidden", "不能处理自己的更正申请，请由其他有权限的人处理。");
        mustBeOpen(row, input.version);
        let bookedId: string | null = null;
        if (input.decision === "add") {
          if (input.points === undefined) throw invalid("points", "请填写补记多少积分。");
          bookedId = await add(tx, ground, row, input.points, answer, actor);
        } else if (input.decision === "reverse") bookedId = await takeBackAsked(tx, row, answer, actor);
        const status = input.decision === "refuse" ? "refused" : "granted";
        await closeRequest(tx, row, { status, at: clock.now(), by: actor.name, answer, bookedId });
        await note(tx, row, row.version + 1, input.decision, actor, { answer, booked: bookedId });
        tellOwner(tx, {
          accountId: row.account_id,
          title: status === "granted" ? "积分已更正" : "积分更正申请未通过",
          text: answer,
          at: clock.now(),
          sourceKey: `point-request/${row.id}`,
        });
        return reread(tx, ground, row.id);
      });
    },
  };
};
