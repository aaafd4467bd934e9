/** Booking: of two who want the same hour one gets it, the other is told what else there is. */
import type { Booking } from "@ginkgo/shared/api/bookings.ts";
import { addDays, dayOf, dayWords, instantOf, minutesAt, timeOf } from "@ginkgo/shared/day.ts";
import type { BookableKind } from "@ginkgo/shared/pack/duties.ts";
import type { Tx } from "../../platform/db/database.ts";
import type { Call } from "../../platform/http/call.ts";
import { newId } from "../../platform/ids.ts";
import { invalid, notFound, Refusal } from "../../platform/problem.ts";
import type { Actor } from "../authority/index.ts";
import { readPlainAnswers } from "../matters/index.ts";
import { tellLater } from "../notify/index.ts";
import { within } from "../org/index.ts";
import type { BookingsDeps } from "./deps.ts";
import { createGround, deskOf, noteBooking, placeIn } from "./ground.ts";
import { overlap, type Span, slotsOn, spanFrom, spanText, weekly } from "./model.ts";
import {
  countOpen,
  findBooking,
  insertBooking,
  listPlaces,
  lockPerson,
  type NewBooking,
  type PlaceRow,
  takenBetween,
} from "./repo.ts";
import { bookingView, kindOf, mayEdit, type Viewing } from "./view.ts";

export interface Wanted {
  readonly startsAt: string;
  readonly slots: number;
  readonly weeks: number;
  readonly bodyId?: string;
  readonly address?: string;
  readonly wish?: string;
  readonly data: Readonly<Record<string, unknown>>;
}

export interface Home {
  readonly address: string;
  readonly wish: string;
}

const offered = 3;
const lookAheadDays = 3;

export const createBooking = (deps: BookingsDeps) => {
  const { db, sealer } = deps;
  const ground = createGround(deps);

  /** Where else one could go at that time, and when else here. */
  const alternatives = async (tx: Tx, viewing: Viewing, place: PlaceRow, span: Span): Promise<string> => {
    const day = dayOf(span.startsAt);
    const until = instantOf(addDays(day, lookAheadDays), 0);
    const community = viewing.tree.enclosing(place.nodeId, "community")?.id ?? place.nodeId;
    const around = await listPlaces(tx, {
      where: [within(viewing.tree, [community], "b.node_id")],
      kind: place.kind,
      closedToo: false,
      near: [],
      limit: 20,
    });
    const taken = await takenBetween(tx, [place.id, ...around.map(({ id }) => id)], span.startsAt, until);
    const here = Array.from({ length: lookAheadDays }, (_, i) => slotsOn(place, addDays(day, i)))
      .flat()
      .filter((slot) => slot.startsAt > viewing.now && slot.startsAt >= span.startsAt)
      .filter((slot) => !(taken.get(place.id) ?? []).some((one) => overlap(one, slot)))
      .slice(0, offered)
      .map(({ startsAt }) => `${dayWords(dayOf(startsAt))}${timeOf(minutesAt(startsAt))}`);
    const elsewhere = around
      .filter(({ id }) => id !== place.id)
      .filter((other) => slotsOn(other, day).some((slot) => slot.startsAt.getTime() === span.startsAt.getTime()))
      .filter(({ id }) => !(taken.get(id) ?? []).some((one) => overlap(one, span)))
      .slice(0, offered)
      .map(({ name }) => `“${name}”`);
    const parts = [
      ...(here.length > 0 ? [`“${place.name}”还可以约 ${here.join("、")}`] : []),
      ...(elsewhere.length > 0 ? [`同一时间空着的还有${elsewhere.join("、")}`] : []),
    ];
    return parts.length > 0 ? `${parts.join("；")}。` : "近几天已经约满，请选择以后的日期。";
  };

  const checkBody = ({ actor }: Viewing, bodyId: string | undefined): void => {
    const speaks = ({ nodeId, rights }: Actor["grants"][number]) =>
      nodeId === bodyId && (rights.has("case.lead") || rights.has("case.take"));
    if (bodyId !== undefined && !actor.grants.some(speaks))
      throw invalid("bodyId", "您不是这个单位或队伍的人，请重新选择，或者以个人名义预约。");
  };

  const homeOf = (kind: BookableKind, wanted: Wanted): Home | undefined => {
    if (kind.where === "there") return undefined;
    const address = wanted.address?.trim() ?? "";
    if (address.length < 2) throw invalid("address", "请填写上门的地址，只有上门的人能看到。");
    return { address, wish: wanted.wish?.trim() ?? "" };
  };

  const tell = async (tx: Tx, { pack, tree, now, actor }: Viewing, place: PlaceRow, one: NewBooking, more: number) => {
    const when = `${spanText(one)}${more > 0 ? `，共 ${more + 1} 周` : ""}`;
    const desk = (await deskOf(tx, pack, tree, place)).filter((id) => id !== actor.accountId);
    tellLater(tx, [
      {
        accountIds: desk,
        title: place.confirm ? `待确认：${place.name}` : `新预约：${place.name}`,
        text: place.confirm ? `有人申请 ${when}，请确认。` : `有人约了 ${when}。`,
        weight: "normal",
        matter: { id: one.id, type: "booking" },
        at: now,
        sourceKey: `booking/${one.id}/asked`,
      },
    ]);
  };

  return {
    book: async (call: Call<Actor>, placeId: string, wanted: Wanted) => {
      const { actor } = call;
      const viewing = await ground(actor);
      return db.once(actor.tenant, call.request, async (tx) => {
        const place = await placeIn(tx, placeId);
        const kind = kindOf(viewing.pack, place);
        if (!place.open || !kind) throw new Refusal("not-allowed-now", `“${place.name}”现在不开放预约。`);
        if (wanted.weeks > kind.weeks)
          throw invalid("weeks", kind.weeks === 1 ? "这里不能按周重复预约。" : `最多连续预约 ${kind.weeks} 周。`);
        checkBody(viewing, wanted.bodyId);
        const first = spanFrom(place, new Date(wanted.startsAt), wanted.slots, viewing.now);
        const home = homeOf(kind, wanted);
        const { details } = await readPlainAnswers(viewing, kind.form, wanted.data);
        await lockPerson(tx, actor.accountId);
        if ((await countOpen(tx, actor.accountId, place.kind, viewing.now)) >= kind.mostOpen)
          throw new Refusal(
            "not-allowed-now",
            `您还有 ${kind.mostOpen} 个没有结束的“${kind.label}”预约，请先用完或取消。`,
          );
        const made: NewBooking[] = [];
        const missed: { startsAt: string; why: string }[] = [];
        const seriesId = wanted.weeks > 1 ? newId() : null;
        for (const span of weekly(first, wanted.weeks)) {
          const one: NewBooking = {
            id: newId(),
            placeId,
            seriesId,
            ...span,
            status: place.confirm ? "asked" : "confirmed",
            accountId: actor.accountId,
            accountName: actor.name,
            bodyId: wanted.bodyId ?? null,
            answers: details,
            homeSealed: home ? sealer.seal(JSON.stringify(home)) : null,
            workerId: null,
            workerName: null,
            reason: null,
            at: viewing.now,
          };
          if (await insertBooking(tx, one)) made.push(one);
          else missed.push({ startsAt: span.startsAt.toISOString(), why: `${spanText(span)}已经有人预约` });
        }
        const [one] = made;
        if (!one)
          throw new Refusal(
            "already-taken",
            `${spanText(first)}已经有人预约。${await alternatives(tx, viewing, place, first)}`,
          );
        for (const booking of made) await noteBooking(tx, booking, 1, "asked", actor, viewing.now);
        await tell(tx, viewing, place, one, made.length - 1);
        const items: Booking[] = made.map((booking) =>
          bookingView(viewing, { ...booking, version: 1, noteSealed: null }, place, sealer),
        );
        return { items, missed };
      });
    },

    /** Hours that are kept free of bookings: repairs, an event of one's own. */
    block: async (call: Call<Actor>, placeId: string, wanted: { startsAt: string; endsAt: string; reason: string }) => {
      const { actor } = call;
      const viewing = await ground(actor);
      const span = { startsAt: new Date(wanted.startsAt), endsAt: new Date(wanted.endsAt) };
      return db.once(actor.tenant, call.request, async (tx) => {
        const place = await placeIn(tx, placeId);
        if (!mayEdit(viewing, place.nodeId)) throw notFound("这个预约项目");
        if (span.endsAt <= span.startsAt) throw invalid("endsAt", "结束时间要晚于开始时间。");
        if (span.endsAt <= viewing.now) throw invalid("endsAt", "这段时间已经过去了。");
        const id = newId();
        const blocked: NewBooking = {
          id,
          placeId,
          seriesId: null,
          ...span,
          status: "blocked",
          accountId: actor.accountId,
          accountName: actor.name,
          bodyId: null,
          answers: [],
          homeSealed: null,
          workerId: null,
          workerName: null,
          reason: wanted.reason.trim(),
          at: viewing.now,
        };
        if (!(await insertBooking(tx, blocked)))
          throw new Refusal("already-taken", "这段时间里已经有预约，请先处理这些预约，或者换一段时间。");
        await noteBooking(tx, { id }, 1, "blocked", actor, viewing.now);
        const row = await findBooking(tx, id);
        if (!row) throw notFound("这个预约");
        return bookingView(viewing, row, place, sealer);
      });
    },
  };
};
