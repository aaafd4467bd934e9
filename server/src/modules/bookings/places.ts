/** What can be booked: adding, changing, finding, its week. */
import type { Bookable, Slot, Week } from "@ginkgo/shared/api/bookings.ts";
import { addDays, dayOf, instantOf, minutesOf, mondayOf } from "@ginkgo/shared/day.ts";
import type { Hours } from "@ginkgo/shared/pack/duties.ts";
import type { RawBuilder } from "kysely";
import { maskName, newToken } from "../../platform/crypto.ts";
import type { Tx } from "../../platform/db/database.ts";
import { appendEvents } from "../../platform/events.ts";
import type { Call } from "../../platform/http/call.ts";
import { newId } from "../../platform/ids.ts";
import { pageFrom, readCursor } from "../../platform/paging.ts";
import { invalid, notFound, Refusal, stale } from "../../platform/problem.ts";
import { type Actor, scopeOf } from "../authority/index.ts";
import { requireAccounts } from "../identity/index.ts";
import { within } from "../org/index.ts";
import type { BookingsDeps } from "./deps.ts";
import { createGround, placeIn } from "./ground.ts";
import { slotsOn, stateOf, type Taken } from "./model.ts";
import { findPlace, listPlaces, type PlaceRow, setPeople, takenBetween } from "./repo.ts";
import { bookableView, isDesk, kindOf, mayEdit, type Viewing } from "./view.ts";

interface Settings {
  readonly name: string;
  readonly hours: readonly Hours[];
  readonly slotMinutes: number;
  readonly mostSlots: number;
  readonly aheadDays: number;
  readonly confirm: boolean;
  readonly rules: string;
  readonly people: readonly string[];
}

/** The same rules as the pack's check has for its kinds. */
const checkHours = (hours: readonly Hours[], slotMinutes: number): void => {
  for (const [i, one] of hours.entries()) {
    if (minutesOf(one.to) - minutesOf(one.from) < slotMinutes)
      throw invalid(`hours[${i}]`, `开放时间 ${one.from}–${one.to} 不够一个 ${slotMinutes} 分钟的时段，请修改。`);
    const twice = hours
      .slice(0, i)
      .some((other) => other.days.some((day) => one.days.includes(day)) && other.from < one.to && one.from < other.to);
    if (twice) throw invalid(`hours[${i}]`, `开放时间 ${one.from}–${one.to} 与前面的重叠，请合并。`);
  }
};

const sameName = (error: unknown): boolean =>
  (error as { code?: string; constraint?: string }).code === "23505" &&
  (error as { constraint?: string }).constraint === "bookable_places_name";

const refuseSameName = (error: unknown): never => {
  if (sameName(error)) throw new Refusal("conflict", "这里已经有同名的预约项目，请换一个名称。");
  throw error;
};

const columnsOf = ({ name, hours, slotMinutes, mostSlots, aheadDays, confirm, rules }: Settings) => ({
  name: name.trim(),
  hours: JSON.stringify(hours),
  slot_minutes: slotMinutes,
  most_slots: mostSlots,
  ahead_days: aheadDays,
  confirm,
  rules: rules.trim(),
});

export const slotView = (
  viewing: Viewing,
  place: PlaceRow,
  taken: readonly Taken[],
  slot: { startsAt: Date; endsAt: Date },
): Slot => {
  const { state, one } = stateOf(slot, place, taken, viewing.actor.accountId, viewing.now);
  const named = one !== undefined && isDesk(viewing, place);
  return {
    startsAt: slot.startsAt.toISOString(),
    endsAt: slot.endsAt.toISOString(),
    state,
    bookingId: one && (state === "mine" || named) ? one.id : null,
    // Whom someone visits at home is told by name only together with the address.
    by: named ? (kindOf(viewing.pack, place)?.where === "home" ? maskName(one.by) : one.by) : null,
  };
};

export const createPlaces = (deps: BookingsDeps) => {
  const { db, clock } = deps;
  const ground = createGround(deps);

  const note = (tx: Tx, actor: Actor, id: string, seq: number, type: string): Promise<void> =>
    appendEvents(tx, [{ subjectType: "bookable", subjectId: id, seq, type, actor, at: clock.now(), seenBy: "staff" }]);

  /** Those in one's own community first: the home, and where one works. */
  const near = ({ actor, tree }: Viewing): string[] => {
    const own = [actor.homeId, ...actor.grants.map(({ nodeId }) => nodeId)].flatMap((id) => id ?? []);
    const communities = own.flatMap((id) => tree.enclosing(id, "community") ?? []);
    return [...new Set(communities.flatMap(({ id }) => tree.branch(id).map((node) => node.id)))];
  };

  const conditions = (viewing: Viewing, under: string | undefined, edit: boolean): RawBuilder<boolean>[] => [
    ...(under ? [within(viewing.tree, viewing.tree.get(under) ? [under] : [], "b.node_id")] : []),
    ...(edit ? [within(viewing.tree, scopeOf(viewing.actor, "booking.edit"), "b.node_id")] : []),
  ];

  return {
    list: async (
      actor: Actor,
      query: { under?: string; kind?: string; q?: string; edit: "no" | "yes"; cursor?: string; limit: number },
    ) => {
      const viewing = await ground(actor);
      return db.inTenant(actor.tenant, async (tx) => {
        const rows = await listPlaces(tx, {
          where: conditions(viewing, query.under, query.edit === "yes"),
          kind: query.kind,
          q: query.q?.trim(),
          closedToo: query.edit === "yes",
          near: near(viewing),
          after: readCursor(query.cursor),
          limit: query.limit + 1,
        });
        const { page, nextCursor } = pageFrom(rows, query.limit, ({ order, id }) => [order, id]);
        return { items: page.map((row) => bookableView(viewing, row)), nextCursor };
      });
    },

    free: async (actor: Actor, query: { at: string; under?: string; kind?: string }) => {
      const viewing = await ground(actor);
      const at = new Date(query.at);
      return db.inTenant(actor.tenant, async (tx) => {
        const rows = await listPlaces(tx, {
          where: conditions(viewing, query.under, false),
          kind: query.kind,
          closedToo: false,
          near: near(viewing),
          limit: 100,
        });
        const open = rows.flatMap((place) => {
          const slot = slotsOn(place, dayOf(at)).find(({ startsAt, endsAt }) => startsAt <= at && at < endsAt);
          return slot && kindOf(viewing.pack, place) ? [{ place, slot }] : [];
        });
        const ids = open.map(({ place }) => place.id);
        const taken = await takenBetween(tx, ids, at, new Date(at.getTime() + 1));
        const items = open
          .filter(({ place }) => !taken.has(place.id))
          .map(({ place, slot }) => ({
            place: bookableView(viewing, place),
            slot: slotView(viewing, place, [], slot),
          }));
        return { items };
      });
    },

    one: async (actor: Actor, by: { id: string } | { code: string }): Promise<Bookable> => {
      const viewing = await ground(actor);
      const place = await db.inTenant(actor.tenant, (tx) => findPlace(tx, by));
      if (!place) throw notFound("这个预约项目");
      return bookableView(viewing, place);
    },

    week: async (actor: Actor, placeId: string, day: string | undefined): Promise<Week> => {
      const viewing = await ground(actor);
      return db.inTenant(actor.tenant, async (tx) => {
        const place = await placeIn(tx, placeId);
        const monday = mondayOf(day ?? dayOf(viewing.now));
        const taken = await takenBetween(tx, [placeId], instantOf(monday, 0), instantOf(addDays(monday, 7), 0));
        const days = Array.from({ length: 7 }, (_, i) => addDays(monday, i)).map((one) => ({
          day: one,
          slots: slotsOn(place, one).map((slot) => slotView(viewing, place, taken.get(placeId) ?? [], slot)),
        }));
        return { place: bookableView(viewing, place), monday, days };
      });
    },

    add: async (
      call: Call<Actor>,
      draft: Partial<Settings> & { kind: string; nodeId: string; name: string; matterId?: string },
    ): Promise<Bookable> => {
      const viewing = await ground(call.actor);
      const kind = kindOf(viewing.pack, draft);
      const node = viewing.tree.get(draft.nodeId);
      if (!node || !mayEdit(viewing, draft.nodeId)) throw notFound("这个地方");
      if (!kind) throw invalid("kind", "没有这一类预约，请重新选择。");
      if (node.status !== "active" || !kind.tiers.includes(node.tier))
        throw invalid("nodeId", `“${node.name}”上不能设“${kind.label}”，请选择其他地方。`);
      const settings: Settings = {
        name: draft.name,
        hours: draft.hours ?? kind.hours,
        slotMinutes: draft.slotMinutes ?? kind.slotMinutes,
        mostSlots: draft.mostSlots ?? kind.mostSlots,
        aheadDays: draft.aheadDays ?? kind.aheadDays,
        confirm: draft.confirm ?? kind.confirm,
        rules: draft.rules ?? kind.rules,
        people: draft.people ?? [],
      };
      checkHours(settings.hours, settings.slotMinutes);
      return db
        .once(call.actor.tenant, call.request, async (tx) => {
          const people = await requireAccounts(tx, settings.people, "people");
          const id = newId();
          if (draft.matterId) await requireFacility(tx, draft.matterId, viewing);
          await tx.sql
            .insertInto("bookable_places")
            .values({
              tenant_id: tx.tenant,
              id,
              kind: draft.kind,
              node_id: draft.nodeId,
              code: newToken().slice(0, 16),
              matter_id: draft.matterId ?? null,
              created_at: viewing.now,
              ...columnsOf(settings),
            })
            .execute();
          await setPeople(
            tx,
            id,
            people.map((one) => one.id),
          );
          await note(tx, call.actor, id, 1, "added");
          return bookableView(viewing, await placeIn(tx, id));
        })
        .catch(refuseSameName);
    },

    change: async (
      { actor }: Call<Actor>,
      placeId: string,
      draft: Settings & { version: number; open: boolean },
    ): Promise<Bookable> => {
      const viewing = await ground(actor);
      checkHours(draft.hours, draft.slotMinutes);
      return db
        .inTenant(actor.tenant, async (tx) => {
          const place = await placeIn(tx, placeId);
          if (!mayEdit(viewing, place.nodeId)) throw notFound("这个预约项目");
          const people = await requireAccounts(tx, draft.people, "people");
          const result = await tx.sql
            .updateTable("bookable_places")
            .set({ ...columnsOf(draft), open: draft.open, version: draft.version + 1 })
            .where("tenant_id", "=", tx.tenant)
            .where("id", "=", placeId)
            .where("version", "=", draft.version)
            .executeTakeFirst();
          if (Number(result.numUpdatedRows) !== 1) throw stale();
          await setPeople(
            tx,
            placeId,
            people.map((one) => one.id),
          );
          await note(tx, actor, placeId, draft.version + 1, draft.open ? "changed" : "closed");
          return bookableView(viewing, await placeIn(tx, placeId));
        })
        .catch(refuseSameName);
    },
  };
};
export type Places = ReturnType<typeof createPlaces>;

/** A facility on the list of what can be claimed, of a kind that may be booked, where the actor edits. */
const requireFacility = async (tx: Tx, matterId: string, viewing: Viewing): Promise<void> => {
  const row = await tx.sql
    .selectFrom("matters")
    .select(["kind", "place_id"])
    .where("tenant_id", "=", tx.tenant)
    .where("id", "=", matterId)
    .where("type", "=", "claimable")
    .executeTakeFirst();
  if (!row || !viewing.pack.claimables[row.kind]?.bookable || !mayEdit(viewing, row.place_id))
    throw invalid("matterId", "这个设施不存在或不开放预约，请重新选择。");
};
