/** The module put together: what can be booked, booking, what becomes of a booking. */
import { createActing } from "./acting.ts";
import { createBooking } from "./booking.ts";
import type { BookingsDeps } from "./deps.ts";
import { createPlaces } from "./places.ts";
import { createReading } from "./reading.ts";
import { createSweeping } from "./sweeping.ts";

export const createBookings = (deps: BookingsDeps) => ({
  places: createPlaces(deps),
  booking: createBooking(deps),
  acting: createActing(deps),
  reading: createReading(deps),
  sweep: createSweeping(deps),
});
export type Bookings = ReturnType<typeof createBookings>;
