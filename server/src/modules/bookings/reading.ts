/** Lists of bookings: one's own, and those of the places one looks after. */
import type { Booking, BookingStatus } from "@ginkgo/shared/api/bookings.ts";
import { addDays, instantOf } from "@ginkgo/shared/day.ts";
import { sql } from "kysely";
import type { Tx } from "../../platform/db/database.ts";
import { pageFrom, readCursor } from "../../platform/paging.ts";
import { type Actor, scopeOf } from "../authority/index.ts";
import { within } from "../org/index.ts";
import type { BookingsDeps } from "./deps.ts";
import { bookingIn, createGround } from "./ground.ts";
import { spanText } from "./model.ts";
import { asBooking, type BookingRow, listPlaces, selectBookings } from "./repo.ts";
import { bookingView, type Viewing } from "./view.ts";

export interface DeskQuery {
  readonly status?: BookingStatus;
  readonly place?: string;
  readonly under?: string;
  readonly from?: string;
  readonly to?: string;
  readonly cursor?: string;
  readonly limit: number;
}

/** A person's bookings between two moments, for their calendar: those they made, and those to which they go. */
export interface Appointment {
  readonly id: string;
  readonly title: string;
  readonly place: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
}

export const createReading = (deps: BookingsDeps) => {
  const { db, sealer } = deps;
  const ground = createGround(deps);

  const views = async (tx: Tx, viewing: Viewing, rows: readonly BookingRow[]): Promise<Booking[]> => {
    const ids = [...new Set(rows.map(({ placeId }) => placeId))];
    const places = await listPlaces(tx, {
      where: [sql<boolean>`b.id = any(${ids}::uuid[])`],
      closedToo: true,
      near: [],
      limit: ids.length,
    });
    const byId = new Map(places.map((place) => [place.id, place]));
    return rows.flatMap((row) => {
      const place = byId.get(row.placeId);
      return place ? [bookingView(viewing, row, place, sealer)] : [];
    });
  };

  return {
    one: async (actor: Actor, id: string): Promise<Booking> => {
      const viewing = await ground(actor);
      return db.inTenant(actor.tenant, async (tx) => {
        const { one, place } = await bookingIn(tx, viewing, id);
        return bookingView(viewing, one, place, sealer);
      });
    },

    mine: async (actor: Actor, query: { when: "coming" | "past"; cursor?: string; limit: number }) => {
      const viewing = await ground(actor);
      const after = readCursor(query.cursor, "time");
      const coming = query.when === "coming";
      return db.inTenant(actor.tenant, async (tx) => {
        let select = selectBookings(tx)
          .where("k.account_id", "=", actor.accountId)
          .where("k.status", "!=", "blocked")
          .where("k.ends_at", coming ? ">" : "<=", viewing.now);
        if (after)
          select = coming
            ? select.where(sql<boolean>`(k.starts_at, k.id) > (${after[0]}::timestamptz, ${after[1]}::uuid)`)
            : select.where(sql<boolean>`(k.starts_at, k.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`);
        const order = coming ? "asc" : "desc";
        const rows = await select
          .orderBy("k.starts_at", order)
          .orderBy("k.id", order)
          .limit(query.limit + 1)
          .execute();
        const { page, nextCursor } = pageFrom(rows.map(asBooking), query.limit, ({ startsAt, id }) => [
          startsAt.toISOString(),
          id,
        ]);
        return { items: await views(tx, viewing, page), nextCursor };
      });
    },

    /** Waiting ones and those to come are what a desk opens the list for: newest hours first, filtered as asked. */
    desk: async (actor: Actor, query: DeskQuery) => {
      const viewing = await ground(actor);
      const after = readCursor(query.cursor, "time");
      return db.inTenant(actor.tenant, async (tx) => {
        const covered = within(viewing.tree, scopeOf(actor, "booking.edit"), "b.node_id");
        let select = selectBookings(tx).where(
          sql<boolean>`(${covered} or k.worker_id = ${actor.accountId} or exists (
            select from bookable_people bp where bp.tenant_id = k.tenant_id and bp.place_id = k.place_id
              and bp.account_id = ${actor.accountId}))`,
        );
        if (query.status) select = select.where("k.status", "=", query.status);
        if (query.place) select = select.where("k.place_id", "=", query.place);
        if (query.under)
          select = select.where(within(viewing.tree, viewing.tree.get(query.under) ? [query.under] : [], "b.node_id"));
        if (query.from) select = select.where("k.starts_at", ">=", instantOf(query.from, 0));
        if (query.to) select = select.where("k.starts_at", "<", instantOf(addDays(query.to, 1), 0));
        if (after)
          select = select.where(sql<boolean>`(k.starts_at, k.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`);
        const rows = await select
          .orderBy("k.starts_at", "desc")
          .orderBy("k.id", "desc")
          .limit(query.limit + 1)
          .execute();
        const { page, nextCursor } = pageFrom(rows.map(asBooking), query.limit, ({ startsAt, id }) => [
          startsAt.toISOString(),
          id,
        ]);
        return { items: await views(tx, viewing, page), nextCursor };
      });
    },

    /** Who of these people goes somewhere at that time. */
    busy: async (tx: Tx, accountIds: readonly string[], from: Date, to: Date): Promise<Map<string, string>> => {
      const rows = await tx.sql
        .selectFrom("bookings as k")
        .innerJoin("bookable_places as b", (join) =>
          join.onRef("b.tenant_id", "=", "k.tenant_id").onRef("b.id", "=", "k.place_id"),
        )
        .select(["k.worker_id", "b.name", "k.starts_at", "k.ends_at"])
        .where("k.tenant_id", "=", tx.tenant)
        .where("k.worker_id", "=", sql<string>`any(${[...accountIds]}::uuid[])`)
        .where("k.status", "=", "confirmed")
        .where("k.ends_at", ">", from)
        .where("k.starts_at", "<", to)
        .execute();
      return new Map(
        rows.map((row) => [
          row.worker_id ?? "",
          `“${row.name}”（${spanText({ startsAt: row.starts_at, endsAt: row.ends_at })}）`,
        ]),
      );
    },

    appointments: async (tx: Tx, accountId: string, from: Date, to: Date): Promise<Appointment[]> => {
      const rows = await tx.sql
        .selectFrom("bookings as k")
        .innerJoin("bookable_places as b", (join) =>
          join.onRef("b.tenant_id", "=", "k.tenant_id").onRef("b.id", "=", "k.place_id"),
        )
        .select(["k.id", "b.name", "b.node_id", "k.starts_at", "k.ends_at"])
        .where("k.tenant_id", "=", tx.tenant)
        .where((eb) => eb.or([eb("k.account_id", "=", accountId), eb("k.worker_id", "=", accountId)]))
        .where("k.status", "in", ["asked", "confirmed"])
        .where("k.ends_at", ">", from)
        .where("k.starts_at", "<", to)
        .orderBy("k.starts_at")
        .limit(500)
        .execute();
      const tree = await deps.forest.tree(tx.tenant);
      return rows.map((row) => ({
        id: row.id,
        title: `预约：${row.name}`,
        place: tree.trail(row.node_id),
        startsAt: row.starts_at,
        endsAt: row.ends_at,
      }));
    },
  };
};
