import type { bookingsApi } from "@ginkgo/shared/api/bookings.ts";
import type { Handlers } from "@ginkgo/shared/api/contract.ts";
import type { Call } from "../../platform/http/call.ts";
import type { Actor } from "../authority/index.ts";
import type { Bookings } from "./service.ts";

export const bookingHandlers = ({ places, booking, acting, reading }: Bookings) =>
  ({
    bookables: ({ actor }, query) => places.list(actor, query),
    freeNow: ({ actor }, query) => places.free(actor, query),
    bookable: ({ actor }, { placeId }) => places.one(actor, { id: placeId }),
    bookableByCode: ({ actor }, { code }) => places.one(actor, { code }),
    addBookable: (call, draft) => places.add(call, draft),
    changeBookable: (call, { placeId, ...draft }) => places.change(call, placeId, draft),
    week: ({ actor }, { placeId, day }) => places.week(actor, placeId, day),
    block: (call, { placeId, ...wanted }) => booking.block(call, placeId, wanted),
    book: (call, { placeId, ...wanted }) => booking.book(call, placeId, wanted),
    myBookings: ({ actor }, query) => reading.mine(actor, query),
    bookings: ({ actor }, query) => reading.desk(actor, query),
    booking: ({ actor }, { bookingId }) => reading.one(actor, bookingId),
    actOnBooking: (call, { bookingId, action, ...given }) => acting.act(call, bookingId, action, given),
    revealHome: (call, { bookingId, reason }) => acting.reveal(call, bookingId, reason),
  }) satisfies Handlers<Call<Actor>, typeof bookingsApi>;
